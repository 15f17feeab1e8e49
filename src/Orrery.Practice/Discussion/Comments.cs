using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>What was said about things, and the commands that say more.</summary>
public static class Comments
{
    /// <summary>All comments of a workspace, the oldest first.</summary>
    /// <remarks>Cost: linear in the comments.</remarks>
    public static IEnumerable<Comment> Of(Reading reading) =>
        reading
            .WithLabel(MetaKinds.Comment)
            .Select(Read)
            .OfType<Comment>()
            .OrderBy(comment => comment.At)
            .ThenBy(comment => comment.Id);

    /// <summary>Those about one thing or relation, the oldest first.</summary>
    public static ImmutableArray<Comment> About(Reading reading, Id about) =>
        [.. Of(reading).Where(comment => comment.About == about)];

    /// <summary>What says something.</summary>
    /// <param name="id">The id of the comment, new.</param>
    /// <param name="about">What it is about.</param>
    /// <param name="replyTo">The comment it answers, or null.</param>
    /// <param name="text">At least one character.</param>
    /// <param name="now">From when on it is there.</param>
    public static GraphCommand Say(Id id, Id about, Id? replyTo, string text, Instant now) =>
        new GraphCommand.CreateEntity(
            id,
            [MetaKinds.Comment],
            null,
            replyTo is { } to
                ? Properties.Of(
                    ("about", Value.Of(about.ToString())),
                    ("reply-to", Value.Of(to.ToString())),
                    ("text", Value.Of(text))
                )
                : Properties.Of(("about", Value.Of(about.ToString())), ("text", Value.Of(text))),
            Validity.Since(now)
        );

    /// <summary>What says that a comment is settled, or that it is open again.</summary>
    /// <param name="comment">The first of its thread.</param>
    /// <param name="by">Who settles it; null to open it again.</param>
    /// <param name="now">From when on.</param>
    public static GraphCommand Resolve(Id comment, string? by, Instant now) =>
        new GraphCommand.SetField(comment, "resolved-by", Value.Of(by), Validity.Since(now));

    private static Comment? Read(Entity entity)
    {
        if (entity["text"].AsText is not { } text || !Id.TryParse(entity["about"].AsText ?? "", out var about))
            return null;
        var cause = entity.Reading.Snapshot.CauseOf(entity.Since);
        return new(
            entity.Id,
            about,
            Id.TryParse(entity["reply-to"].AsText ?? "", out var replyTo) ? replyTo : null,
            text,
            cause.Cause.Actor,
            cause.Recorded,
            entity["resolved-by"].AsText
        );
    }
}
