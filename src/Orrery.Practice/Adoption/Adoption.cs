using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>What changing the set of installed packs would do to a workspace's model: to be looked at, then done as one change set.</summary>
/// <param name="Title">In one sentence, for the history.</param>
/// <param name="Steps">In order of refs; empty when nothing would change.</param>
public sealed record Adoption(string Title, ImmutableArray<AdoptionStep> Steps)
{
    private readonly ImmutableArray<PlannedChange> _changes = [];

    internal Adoption(string title, ImmutableArray<PlannedChange> changes)
        : this(
            title,
            [
                .. changes
                    .SelectMany(c => new[] { c.Step, c.Turns })
                    .OfType<AdoptionStep>()
                    .OrderBy(s => s.Part.ToString(), StringComparer.Ordinal),
            ]
        ) => _changes = changes;

    /// <summary>Everything that was changed here; what is not chosen stays so.</summary>
    public IEnumerable<AdoptionStep.Ours> Choices => Steps.OfType<AdoptionStep.Ours>();

    /// <summary>What both sides changed, so that somebody should choose.</summary>
    public IEnumerable<AdoptionStep.Clash> Clashes => Steps.OfType<AdoptionStep.Clash>();

    /// <summary>The commands that do it.</summary>
    /// <param name="takesPacks">Of which choices the pack's side is taken.</param>
    public ImmutableArray<GraphCommand> ToCommands(Func<AdoptionStep.Ours, bool> takesPacks)
    {
        var done = _changes.Where(c => c.Step is not AdoptionStep.Ours ours || takesPacks(ours)).ToArray();
        // The model first, then the values that go by it.
        return [.. done.SelectMany(c => c.Commands).OrderBy(Turn), .. done.SelectMany(c => c.Values?.ToValueCommands() ?? [])];
    }

    /// <summary>The commands, if this is still what somebody looked at.</summary>
    /// <param name="shown">The steps that were looked at.</param>
    /// <param name="takesPacks">Of which choices the pack's side is taken.</param>
    /// <exception cref="FaultException">The model changed in the meantime, so that it would do something else.</exception>
    public ImmutableArray<GraphCommand> ToCommands(
        ImmutableArray<AdoptionStep> shown,
        Func<AdoptionStep.Ours, bool> takesPacks
    ) => Steps.SequenceEqual(shown) ? ToCommands(takesPacks) : throw new FaultException(AdoptionFaults.ChangedMeanwhile(Title));

    // Things before what ties them, ties away before things go.
    private static int Turn(GraphCommand command) =>
        command switch
        {
            GraphCommand.CreateEntity => 0,
            GraphCommand.Restore => 1,
            GraphCommand.SetField => 2,
            GraphCommand.Relate => 3,
            _ => 4,
        };
}

/// <summary>A step with what it asks of the graph; without a step where it only follows from another.</summary>
internal sealed record PlannedChange(AdoptionStep? Step, ImmutableArray<GraphCommand> Commands)
{
    /// <summary>What becomes of the values of a field that comes to hold something else.</summary>
    public FieldChange? Values { get; init; }

    public AdoptionStep.Turns? Turns =>
        Step is not null && Values is { Counts.All: > 0 } values
            ? new(Step.Part, Step.Title, values.Counts, Step is AdoptionStep.Ours)
            : null;
}
