using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Tests.Practice;

/// <summary>Harbor Mutual played once into an enforced workspace, for all tests that look at it.</summary>
internal static class HarborMutual
{
    public static readonly DemoStory Story = Read();

    public static readonly Instant Now = Instant.FromUtc(2026, 11, 26, 8, 30);

    public static readonly ImmutableArray<DemoStep> Steps = [.. Story.Play(Now)];

    private static readonly Lazy<(GraphSnapshot Snapshot, ImmutableArray<string> Refusals, int Changes)> Played = new(Play);

    public static GraphSnapshot Snapshot => Played.Value.Snapshot;

    /// <summary>What the rules refused, in words.</summary>
    public static ImmutableArray<string> Refusals => Played.Value.Refusals;

    /// <summary>Steps that changed something.</summary>
    public static int Changes => Played.Value.Changes;

    /// <summary>The company as it is today.</summary>
    public static Reading Today => At(Now);

    public static Reading At(Instant valid) => new(Snapshot, valid, Now, Mask.Nothing);

    public static Entity Find(string reference) => Find(Today, reference);

    public static Entity Find(Reading reading, string reference)
    {
        Assert.True(EntityRef.TryParse(reference, out var entityRef));
        return reading.Find(entityRef!) ?? throw new InvalidOperationException($"No {reference} then.");
    }

    public static IEnumerable<string> Ends(Entity entity, Direction direction, string type) =>
        entity.Relations(direction, type).Select(r => (direction == Direction.Out ? r.To : r.From)?.ToString() ?? "a relation");

    private static (GraphSnapshot, ImmutableArray<string>, int) Play()
    {
        var settings = new GraphCommand.CreateEntity(
            Id.Named("workspace", "harbor"),
            [MetaKinds.Workspace],
            "this",
            Properties.Of(("mode", Value.Of("enforced"))),
            Validity.Always
        );
        var begins = new DemoStep(Story.BeginsAt(Now), new("Orrery", Origin.Product), [settings]);
        var packs = begins with { Commands = Story.Model.ToCommands() };
        var snapshot = GraphSnapshot.Empty();
        var refusals = ImmutableArray.CreateBuilder<string>();
        var changes = 0;
        foreach (var step in Steps.Prepend(packs).Prepend(begins))
        {
            switch (GraphRules.Decide(snapshot, step.Commands))
            {
                case Decision.Refused refused:
                    refusals.Add($"{step.Recorded} {step.Cause.Actor}: {refused.Fault}");
                    break;
                case Decision.Accepted { Events: not [] and var events }:
                    snapshot = snapshot.Apply(new(snapshot.At.Next, step.Recorded, step.Cause, events));
                    changes++;
                    break;
            }
        }

        return (snapshot, refusals.ToImmutable(), changes);
    }

    private static DemoStory Read()
    {
        var outcome = DemoScript.ReadShelved("harbor-mutual");
        if (outcome is Outcome<DemoStory>.Refused refused)
            Assert.Fail(string.Join('\n', refused.Faults.Select(f => f.ToString())));
        return outcome.OrThrow();
    }
}
