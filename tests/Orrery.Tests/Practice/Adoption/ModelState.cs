using NodaTime;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Tests.Practice.Adoption;

/// <summary>A workspace's model in plain words, and what changes it.</summary>
internal static class ModelState
{
    private static readonly Instant Day = Instant.FromUtc(2026, 3, 1, 0, 0);

    private static readonly string[] Parts =
    [
        MetaKinds.Kind,
        MetaKinds.Field,
        MetaKinds.RelationType,
        MetaKinds.Category,
        MetaKinds.Enumeration,
        MetaKinds.Lifecycle,
        MetaKinds.Signifier,
        MetaKinds.Community,
        MetaKinds.View,
        MetaKinds.Pack,
    ];

    public static readonly GraphSnapshot Enforced = Record(
        GraphSnapshot.Empty(),
        [
            new GraphCommand.CreateEntity(
                Id.Named("this"),
                [MetaKinds.Workspace],
                "this",
                Properties.Of(("mode", Value.Of("enforced"))),
                Validity.Always
            ),
        ]
    );

    public static GraphSnapshot With(params IEnumerable<string> packs) => With(packs.Select(Read));

    public static GraphSnapshot With(IEnumerable<Pack> packs) => Record(Enforced, Catalogue.Of(packs).OrThrow().ToCommands());

    public static Pack Read(string text) => PackReader.Read("garden.yaml", text).OrThrow();

    public static Reading Now(this GraphSnapshot snapshot) => snapshot.Read(Day, Day, Mask.Nothing);

    public static GraphSnapshot Adopt(
        this GraphSnapshot snapshot,
        Func<Reading, Orrery.Practice.Adoption> plan,
        Func<AdoptionStep.Ours, bool>? takesPacks = null
    ) => Record(snapshot, plan(snapshot.Now()).ToCommands(takesPacks ?? (_ => false)));

    public static GraphSnapshot Record(GraphSnapshot snapshot, IReadOnlyList<GraphCommand> commands) =>
        GraphRules.Decide(snapshot, commands) switch
        {
            Decision.Accepted accepted => GraphRules.Apply(
                snapshot,
                new(snapshot.At.Next, Day, new("ada", Origin.Product), accepted.Events)
            ),
            Decision.Refused refused => throw new FaultException(refused.Fault),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>Every part with its fields, and every tie, one a line, sorted.</summary>
    public static IReadOnlyList<string> Lines(GraphSnapshot snapshot)
    {
        var reading = snapshot.Now();
        var parts = Parts.SelectMany(reading.WithLabel).ToArray();
        return
        [
            .. parts
                .SelectMany(p => p.Fields.Select(f => $"{p.Ref}.{f.Key} = {f.Value}"))
                .Concat(parts.Select(p => $"{p.Ref}"))
                .Concat(parts.SelectMany(p => p.Relations(Direction.Out).Select(r => $"{p.Ref} {r.Type} {r.To!.Ref}")))
                .Order(StringComparer.Ordinal),
        ];
    }
}
