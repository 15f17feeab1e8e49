using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Query;
using Orrery.Tests.Query;

namespace Orrery.Tests.Practice;

/// <summary>A story played once into an enforced workspace, for all tests that look at it.</summary>
internal sealed class PlayedStory
{
    public static readonly Instant Now = Instant.FromUtc(2026, 11, 26, 8, 30);

    private readonly Lazy<(GraphSnapshot Snapshot, ImmutableArray<string> Refusals, int Changes)> _played;

    private PlayedStory(Outcome<DemoStory> outcome)
    {
        if (outcome is Outcome<DemoStory>.Refused refused)
            Assert.Fail(string.Join('\n', refused.Faults.Select(f => f.ToString())));
        Story = outcome.OrThrow();
        Steps = [.. Story.Play(Now)];
        _played = new(Play);
    }

    /// <summary>One that comes with the product.</summary>
    public static PlayedStory Shelved(string name) => new(DemoScript.ReadShelved(name));

    /// <summary>One that only tests tell.</summary>
    public static PlayedStory Told(string file, string text) => new(DemoScript.Read((file, text)));

    public DemoStory Story { get; }

    public ImmutableArray<DemoStep> Steps { get; }

    public GraphSnapshot Snapshot => _played.Value.Snapshot;

    /// <summary>What the rules refused, in words.</summary>
    public ImmutableArray<string> Refusals => _played.Value.Refusals;

    /// <summary>Steps that changed something.</summary>
    public int Changes => _played.Value.Changes;

    /// <summary>The company as it is today.</summary>
    public Reading Today => At(Now);

    public Reading At(Instant valid) => new(Snapshot, valid, Now, Mask.Nothing);

    public Entity Find(string reference) => Find(Today, reference);

    public static Entity Find(Reading reading, string reference)
    {
        Assert.True(EntityRef.TryParse(reference, out var entityRef));
        return reading.Find(entityRef!) ?? throw new InvalidOperationException($"No {reference} then.");
    }

    /// <summary>The rows that a query answers today, each as its values in words.</summary>
    public ImmutableArray<string> Ask(string query)
    {
        var answer = Assert.IsType<QueryOutcome.Answered>(AnswerTable.Ask(new(query, Properties.None), Today)).Answer;
        Assert.Empty(answer.Warnings);
        return
        [
            .. answer.Rows.Select(row =>
                string.Join(" | ", row.Select(value => AnswerWords.Of(value, Today, isForPeople: true)))
            ),
        ];
    }

    private (GraphSnapshot, ImmutableArray<string>, int) Play()
    {
        var settings = new GraphCommand.CreateEntity(
            Id.Named("workspace", Story.Name),
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
}
