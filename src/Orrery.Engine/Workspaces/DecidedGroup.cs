using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Engine;

/// <summary>Proposals that will share a flush, and what was decided of each. The writer adds to it until the flush before it has ended.</summary>
/// <param name="start">What the first is decided against.</param>
internal sealed class DecidedGroup(GraphSnapshot start)
{
    private const int Most = 1_024;

    private readonly List<(Pending Pending, Outcome? Outcome)> _waiting = [];
    private readonly ImmutableArray<ChangeSet>.Builder _changes = ImmutableArray.CreateBuilder<ChangeSet>();

    /// <summary>The snapshot with all of it.</summary>
    public GraphSnapshot Tip { get; private set; } = start;

    /// <summary>How many share the flush.</summary>
    public int Count => _waiting.Count;

    public bool IsEmpty => _waiting.Count == 0;

    public bool IsFull => _waiting.Count >= Most;

    /// <summary>Nobody shares this flush.</summary>
    public bool IsLone => _waiting.Count == 1;

    /// <summary>Who waits, in order.</summary>
    public IEnumerable<Pending> Waiting => _waiting.Select(one => one.Pending);

    /// <summary>What is to be appended; empty until the group is closed.</summary>
    public ImmutableArray<ChangeSet> Changes { get; private set; } = [];

    /// <summary>Nothing is added any more.</summary>
    public DecidedGroup Close()
    {
        Changes = _changes.DrainToImmutable();
        return this;
    }

    /// <summary>Adds a proposal with its outcome; null where a bug was the answer.</summary>
    public void Add(Pending pending, Outcome? outcome, ChangeSet? change)
    {
        _waiting.Add((pending, outcome));
        if (change is null)
            return;
        Tip = Tip.Apply(change);
        _changes.Add(change);
    }

    /// <summary>Tells all of them, once it is durable.</summary>
    public void Answer()
    {
        foreach (var (pending, outcome) in _waiting)
        {
            if (outcome is not null)
                pending.Outcome.TrySetResult(outcome);
        }
    }

    /// <summary>Tells all of them that nothing happened.</summary>
    public void Refuse(Fault fault) => _waiting.ForEach(one => one.Pending.Outcome.TrySetResult(new Outcome.Refused(fault)));
}
