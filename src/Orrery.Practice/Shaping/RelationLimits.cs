using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Which relations of a type would break what it is to allow.</summary>
/// <param name="reading">The workspace now.</param>
/// <param name="symbol">The type's symbol.</param>
internal sealed class RelationLimits(Reading reading, string symbol)
{
    private readonly Lazy<Relation[]> _there = new(() =>
        [.. reading.EverOfType(symbol).Where(relation => !relation.Lives.IsEmpty)]
    );

    /// <summary>By the name of what was changed.</summary>
    public IEnumerable<(string Name, Fault? Fault)> Broken(IReadOnlyDictionary<string, string> changed)
    {
        if (changed.TryGetValue(PartText.From, out var from) && Outside(from, relation => relation.From) is > 0 and var starts)
            yield return (PartText.From, ShapeFaults.InTheWay("they start somewhere else", starts));
        if (changed.TryGetValue(PartText.To, out var to) && Outside(to, relation => relation.To) is > 0 and var ends)
            yield return (PartText.To, ShapeFaults.InTheWay("they end somewhere else", ends));
        if (changed.GetValueOrDefault(PartText.Acyclic, "") == "yes" && Circling() is > 0 and var circling)
            yield return (PartText.Acyclic, ShapeFaults.InTheWay("nothing leads back to itself", circling));
        if (!changed.TryGetValue(PartText.Count, out var count))
            yield break;
        var (mostArriving, mostLeaving) = PartText.Limits(count);
        if (mostLeaving is not null && Together(relation => relation.FromId) is > 0 and var leaving)
            yield return (PartText.Count, ShapeFaults.InTheWay("one leaves each start", leaving));
        else if (mostArriving is not null && Together(relation => relation.ToId) is > 0 and var arriving)
            yield return (PartText.Count, ShapeFaults.InTheWay("one arrives at each end", arriving));
    }

    private int Outside(string kinds, Func<Relation, Entity?> end)
    {
        var allowed = PartText.Lines(kinds);
        return allowed.Length == 0
            ? 0
            : _there.Value.Count(relation =>
                end(relation) is { } thing && !(reading.Model.FindKind(thing.Kind) is { } kind && allowed.Any(kind.IsA))
            );
    }

    // Ends from which nothing goes on are taken away until none is left: what stays leads round.
    private int Circling()
    {
        var left = _there.Value.Where(relation => relation.Lives.Any(during => during.To > reading.Now)).ToList();
        for (var before = -1; before != left.Count; )
        {
            before = left.Count;
            var goesOn = left.Select(relation => relation.FromId).ToHashSet();
            left.RemoveAll(relation => !goesOn.Contains(relation.ToId));
        }

        return left.Count;
    }

    // How many hold at a time at which another of the same end does.
    private int Together(Func<Relation, Id> end) =>
        _there
            .Value.GroupBy(end)
            .Where(group => group.Skip(1).Any())
            .Sum(group =>
                group.Count(one =>
                    group.Any(other => other.Id != one.Id && one.Lives.Any(during => other.Lives.Any(during.Overlaps)))
                )
            );
}
