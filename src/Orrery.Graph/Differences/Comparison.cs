using System.Collections.Immutable;

namespace Orrery.Graph;

/// <summary>A comparison of two readings under way.</summary>
/// <param name="earlier">One moment.</param>
/// <param name="later">The other.</param>
/// <param name="expected">How many differences there may be.</param>
internal sealed class Comparison(Reading earlier, Reading later, int expected)
{
    private const int MostReserved = 1 << 14;

    private readonly ImmutableArray<Difference>.Builder _differences = ImmutableArray.CreateBuilder<Difference>(
        Math.Min(expected, MostReserved)
    );
    private readonly List<(string Field, Value Was, Value Now)> _changes = [];

    /// <summary>What was found, in the order in which it was compared. Asked once, at the end.</summary>
    public ImmutableArray<Difference> Differences => _differences.DrainToImmutable();

    public void Compare(int node)
    {
        if (node >= 0)
            CompareEntity(node);
        else
            CompareRelation(~node);
    }

    private void CompareRelation(int relation)
    {
        switch (earlier.Sees(~relation), later.Sees(~relation))
        {
            case (false, true):
                _differences.Add(new Difference.RelationCame(new(later, relation)));
                break;
            case (true, false):
                _differences.Add(new Difference.RelationWent(new(earlier, relation)));
                break;
            case (true, true):
                CompareFields(~relation);
                break;
        }
    }

    private void CompareEntity(int node)
    {
        switch (earlier.Sees(node), later.Sees(node))
        {
            case (false, true):
                _differences.Add(new Difference.EntityCame(new(later, node)));
                break;
            case (true, false):
                _differences.Add(new Difference.EntityWent(new(earlier, node)));
                break;
            case (true, true):
                CompareLabels(node);
                CompareFields(node);
                break;
        }
    }

    private void CompareLabels(int node)
    {
        var (was, now) = (earlier.LabelsOf(node), later.LabelsOf(node));
        if (was == now)
            return;
        var sets = later.Memory.LabelSets;
        _differences.Add(
            new Difference.KindChanged(
                new(later, node),
                string.Join(", ", sets.NamesOf(was)),
                string.Join(", ", sets.NamesOf(now))
            )
        );
    }

    // By name, as pages tell them.
    private void CompareFields(int node)
    {
        FindChanges(node);
        if (_changes.Count > 1)
            _changes.Sort((one, other) => string.CompareOrdinal(one.Field, other.Field));
        foreach (var (field, was, now) in _changes)
            _differences.Add(
                node >= 0
                    ? new Difference.FieldChanged(new(later, node), field, was, now)
                    : new Difference.RelationFieldChanged(new(later, ~node), field, was, now)
            );
    }

    private void FindChanges(int node)
    {
        _changes.Clear();
        var facts = later.Memory.Epoch.Facts.ByField(node);
        for (var i = 0; i < facts.Length; )
        {
            var field = facts[i..FieldReading.EndOfField(facts, i)];
            i += field.Length;
            var (was, now) = (FieldReading.Newest(earlier, field), FieldReading.Newest(later, field));
            if (was == now)
                continue;
            var (before, after) = (ValueOf(later.Memory, field, was), ValueOf(later.Memory, field, now));
            if (!before.Equals(after))
                _changes.Add((later.Memory.Fields[field[0].Field], before, after));
        }
    }

    private static Value ValueOf(GraphMemory memory, ReadOnlySpan<Fact> field, int at) =>
        at < 0 ? Value.Nothing : memory.ValueOf(field[at]);
}
