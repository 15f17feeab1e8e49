using System.Collections.Immutable;

namespace Orrery.Query;

/// <summary>What is counted without rows being gathered: patterns in square brackets, and queries in braces.</summary>
internal sealed partial class PeopleWatch
{
    private void Counts(Expression expression, Sighting seen, string? column = null)
    {
        if (column is not null && _measured.Contains(column) && expression is Expression.PatternComprehension shown)
            Count(shown, [shown.Pattern], seen);
        foreach (var inside in Children.WithAllOf(expression))
        {
            switch (inside)
            {
                case Expression.Subquery { Use: SubqueryUse.Count } count:
                    Count(count, PatternsOf(count), seen);
                    Follow(count.Query.Parts[0].Clauses, seen);
                    break;
                case Expression.Call { Arguments: [Expression.PatternComprehension listed] } call
                    when MeasuredNames.Measures(call.Name.Text):
                    Count(listed, [listed.Pattern], seen);
                    break;
                case Expression.Reduction { Source: Expression.PatternComprehension listed }:
                    Count(listed, [listed.Pattern], seen);
                    break;
                case Expression.Index { Target: Expression.PatternComprehension listed }:
                    Count(listed, [listed.Pattern], seen);
                    break;
            }
        }
    }

    private void Count(Expression counted, ImmutableArray<PatternPart> patterns, Sighting seen)
    {
        HashSet<string> met = new(StringComparer.Ordinal);
        foreach (var part in patterns)
            FreeNames.Add(part, met);
        var outer = met.Where(seen.Variables.ContainsKey).ToArray();
        if (Array.Exists(outer, name => seen.Of(name).As == SeenAs.Person))
            throw QueryFaults.AboutPeople(counted.At, Fewest);
        var inside = Matched(patterns, seen with { HasUnnamed = false, HasUnnamedDeed = false });
        var hasDeed =
            (inside.HasUnnamedDeed && patterns.Any(HasUnnamedDeed))
            || inside.Variables.Any(one => one.Value.IsDeed && !seen.Variables.ContainsKey(one.Key));
        if (hasDeed)
            throw QueryFaults.AboutLostPeople(counted.At, Fewest);
        ImmutableArray<string> anything = [.. outer.Where(name => seen.Of(name).As == SeenAs.Anything)];
        if (!anything.IsEmpty)
            _counts[counted] = anything;

        // Somebody without a name, next to what is asked about, is a head and no deed.
        bool HasUnnamedDeed(PatternPart part) => part.Steps.Length > 1 || part.Start.Variable is null && part.Steps.IsEmpty;
    }
}
