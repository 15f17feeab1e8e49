using System.Collections.Immutable;

namespace Orrery.Graph;

/// <summary>Compares two readings of one workspace.</summary>
public static class Differing
{
    /// <summary>Everything in which the later reading differs from the earlier: entities by order of first recording, then relations.</summary>
    /// <param name="earlier">One moment.</param>
    /// <param name="later">Another moment of the same branch; at any revision, at any instant.</param>
    /// <remarks>
    /// At one instant of valid time the cost is that of what was written between the two revisions, about a microsecond a thing (bench/, "diff10k");
    /// the first such question after a freeze also sorts all facts by revision once. At two instants every row ever recorded is looked at, some nanoseconds each.
    /// </remarks>
    public static ImmutableArray<Difference> Between(Reading earlier, Reading later)
    {
        var differences = ImmutableArray.CreateBuilder<Difference>();
        var candidates = Candidates.Of(earlier, later);
        for (var i = 0; i < candidates.Length; i++)
        {
            if (i + Prefetch.Ahead < candidates.Length)
                Hint(later.Memory, candidates[i + Prefetch.Ahead]);
            if (candidates[i] >= 0)
                CompareEntity(differences, candidates[i], earlier, later);
            else
                CompareRelation(differences, ~candidates[i], earlier, later);
        }

        return differences.DrainToImmutable();
    }

    private static void Hint(GraphMemory memory, int node)
    {
        if (node >= 0)
        {
            memory.Entities.Hint(node);
            memory.Epoch.Facts.HintFacts(node);
            return;
        }

        ref var relation = ref memory.Relations[~node];
        foreach (var end in (ReadOnlySpan<int>)[relation.Start, relation.End])
        {
            if (end < 0)
                continue;
            memory.Entities.Hint(end);
            memory.EntityFlags.Hint(end);
        }
    }

    private static void CompareRelation(
        ImmutableArray<Difference>.Builder differences,
        int relation,
        Reading earlier,
        Reading later
    )
    {
        switch (earlier.Sees(~relation), later.Sees(~relation))
        {
            case (false, true):
                differences.Add(new Difference.RelationCame(new(later, relation)));
                break;
            case (true, false):
                differences.Add(new Difference.RelationWent(new(earlier, relation)));
                break;
            case (true, true):
                CompareFields(differences, ~relation, earlier, later);
                break;
        }
    }

    private static void CompareEntity(ImmutableArray<Difference>.Builder differences, int node, Reading earlier, Reading later)
    {
        switch (earlier.Sees(node), later.Sees(node))
        {
            case (false, true):
                differences.Add(new Difference.EntityCame(new(later, node)));
                break;
            case (true, false):
                differences.Add(new Difference.EntityWent(new(earlier, node)));
                break;
            case (true, true):
                CompareLabels(differences, node, earlier, later);
                CompareFields(differences, node, earlier, later);
                break;
        }
    }

    private static void CompareLabels(ImmutableArray<Difference>.Builder differences, int node, Reading earlier, Reading later)
    {
        var (was, now) = (earlier.LabelsOf(node), later.LabelsOf(node));
        if (was == now)
            return;
        var sets = later.Memory.LabelSets;
        differences.Add(
            new Difference.KindChanged(
                new(later, node),
                string.Join(", ", sets.NamesOf(was)),
                string.Join(", ", sets.NamesOf(now))
            )
        );
    }

    // By name, as pages tell them.
    private static void CompareFields(ImmutableArray<Difference>.Builder differences, int node, Reading earlier, Reading later)
    {
        var changes = ChangesOf(node, earlier, later);
        if (changes.Count > 1)
            changes.Sort((one, other) => string.CompareOrdinal(one.Field, other.Field));
        foreach (var (field, was, now) in changes)
            differences.Add(
                node >= 0
                    ? new Difference.FieldChanged(new(later, node), field, was, now)
                    : new Difference.RelationFieldChanged(new(later, ~node), field, was, now)
            );
    }

    private static List<(string Field, Value Was, Value Now)> ChangesOf(int node, Reading earlier, Reading later)
    {
        List<(string, Value, Value)> changes = [];
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
                changes.Add((later.Memory.Fields[field[0].Field], before, after));
        }

        return changes;
    }

    private static Value ValueOf(GraphMemory memory, ReadOnlySpan<Fact> field, int at) =>
        at < 0 ? Value.Nothing : memory.ValueOf(field[at]);
}
