using NodaTime;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Tests.Practice;

/// <summary>An enforced workspace with one pack, all it needs, and its worked examples.</summary>
internal static class PackPlay
{
    public static readonly Instant Now = Instant.FromUtc(2026, 11, 26, 8, 30);

    public static Reading Of(string pack)
    {
        var catalogue = PackShelf.Open(pack);
        var snapshot = Record(GraphSnapshot.Empty(), [Rules, .. catalogue.ToCommands()]);
        foreach (var step in PackShelf.Take(pack).Examples.SelectMany(example => example.In(catalogue).Play(Now)))
            snapshot = Record(snapshot, step.Commands);
        return new(snapshot, Now, Now, Mask.Nothing);
    }

    /// <summary>All packs of the shelf in one workspace.</summary>
    public static Reading OfAll() =>
        new(Record(GraphSnapshot.Empty(), [Rules, .. PackShelf.Open(PackShelf.Names).ToCommands()]), Now, Now, Mask.Nothing);

    private static GraphSnapshot Record(GraphSnapshot snapshot, IEnumerable<GraphCommand> commands) =>
        GraphRules.Decide(snapshot, commands) switch
        {
            Decision.Accepted accepted => snapshot.Apply(
                new(snapshot.At.Next, Now, new("Worked example", Origin.Product), accepted.Events)
            ),
            Decision.Refused refused => throw new FaultException(refused.Fault),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static GraphCommand Rules =>
        new GraphCommand.CreateEntity(
            Id.Named("this"),
            [MetaKinds.Workspace],
            "this",
            Properties.Of(("mode", Value.Of("enforced"))),
            Validity.Always
        );
}
