using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>The files of things, as the graph tells of them; their bytes lie beside the journal.</summary>
public static class Attachments
{
    /// <summary>The field that says what the bytes are found by.</summary>
    public const string HashField = "hash";

    /// <summary>Those of one thing or relation, the oldest first.</summary>
    /// <remarks>Cost: linear in the attachments of the workspace.</remarks>
    public static ImmutableArray<Attachment> About(Reading reading, Id about) =>
        [
            .. reading
                .WithLabel(MetaKinds.Attachment)
                .Select(Read)
                .OfType<Attachment>()
                .Where(file => file.About == about)
                .OrderBy(file => file.At)
                .ThenBy(file => file.Id),
        ];

    /// <summary>How many a thing or a relation has.</summary>
    public static int CountAbout(Reading reading, Id about)
    {
        var text = about.ToString();
        return reading.WithLabel(MetaKinds.Attachment).Count(file => file["about"].AsText == text);
    }

    /// <summary>What says that a file belongs to something.</summary>
    public static GraphCommand Attach(Id id, Id about, string name, string hash, long sizeInBytes, bool isSealed, Instant now) =>
        new GraphCommand.CreateEntity(
            id,
            [MetaKinds.Attachment],
            null,
            Properties.Of(
                ("about", Value.Of(about.ToString())),
                ("title", Value.Of(name)),
                (HashField, Value.Of(hash)),
                ("size", Value.Of(sizeInBytes)),
                ("sealed", Value.Of(isSealed))
            ),
            Validity.Since(now)
        );

    /// <summary>Whether the files of a kind's things are closed under their keys: when anything else about them is.</summary>
    public static bool AreSealed(Model model, string kind) =>
        model.FindKind(kind)?.Fields.Values.Any(field => field.IsPersonal) == true;

    private static Attachment? Read(Entity entity)
    {
        if (entity[HashField].AsText is not { } hash || !Id.TryParse(entity["about"].AsText ?? "", out var about))
            return null;
        var cause = entity.Reading.Snapshot.CauseOf(entity.Since);
        return new(
            entity.Id,
            about,
            entity["title"].AsText ?? "file",
            hash,
            entity["size"] is Value.Integer { Number: var size } ? size : 0,
            entity["sealed"] is Value.Bool { Flag: true },
            cause.Cause.Actor,
            cause.Recorded
        );
    }
}
