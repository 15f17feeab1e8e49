using System.Collections.Immutable;

namespace Orrery.Query;

/// <summary>Looks through a query for figures of people before it runs: refuses those that are of one person whatever the rows, and marks those whose people must be counted while rows are found.</summary>
/// <remarks>What is caught and what is not: docs/guardrails.md. Cost: the query's own text.</remarks>
internal sealed partial class PeopleWatch
{
    private readonly WatchedNames _names;
    private readonly HashSet<string> _measured;
    private readonly HashSet<string> _pinned;
    private readonly Dictionary<Projection, ImmutableArray<string>> _groups = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Expression, ImmutableArray<string>> _counts = new(ReferenceEqualityComparer.Instance);

    private PeopleWatch(WatchedNames names, RegularQuery query, int fewest)
    {
        (_names, Fewest) = (names, fewest);
        (_measured, _pinned) = (MeasuredNames.Of(query), PinnedNames.Of(query));
        foreach (var part in query.Parts)
            Follow(part.Clauses, Sighting.Nothing);
    }

    /// <summary>Of how many people a figure is given at least.</summary>
    public int Fewest { get; }

    public ImmutableArray<string> Kinds => _names.Kinds;

    /// <summary>Whether people, said to be such, are counted together: how many they are depends on the data.</summary>
    public bool IsOfPeople { get; private set; }

    /// <summary>Nobody is watched for: a workspace without people, or one that chose so.</summary>
    public static PeopleWatch? Of(PeopleGuard guard, Vocabulary vocabulary, RegularQuery query) =>
        guard.Kinds.Any(kind => vocabulary.Model.FindKind(kind) is not null)
        && guard.Fewest(vocabulary.Model) is > 1 and var fewest
            ? new(new(guard, vocabulary), query, fewest)
            : null;

    /// <summary>The variables of which each group must have several people, or none.</summary>
    public ImmutableArray<string> PeopleIn(Projection projection) => _groups.GetValueOrDefault(projection, []);

    /// <summary>The variables that must be no people where something of theirs is counted.</summary>
    public ImmutableArray<string> NobodyIn(Expression counted) => _counts.GetValueOrDefault(counted, []);

    private Sighting Follow(ImmutableArray<Clause> clauses, Sighting seen)
    {
        foreach (var clause in clauses)
        {
            seen = clause switch
            {
                Clause.Match match => Where(match.Where, Matched(match.Patterns, seen)),
                Clause.Unwind unwind => Unwound(unwind, seen),
                Clause.Call call => Called(call, seen),
                Clause.With with => Where(with.Where, Projected(with.Projection, seen)),
                Clause.Return returned => Projected(returned.Projection, seen),
                Clause.Create create => Matched(create.Patterns, seen),
                Clause.Merge merge => Matched([merge.Pattern], seen),
                _ => seen,
            };
        }

        return seen;
    }

    private Sighting Unwound(Clause.Unwind unwind, Sighting seen)
    {
        Counts(unwind.List, seen);
        return seen.With(unwind.Variable, Read(unwind.List, seen, isItem: true));
    }

    private Sighting Called(Clause.Call call, Sighting seen)
    {
        foreach (var argument in call.Arguments ?? [])
            Counts(argument, seen);
        foreach (var item in call.Yield ?? [])
            seen = seen.With(
                item.Alias ?? item.Field.Text,
                new(_names.IsName(item.Field.Text) ? SeenAs.Named : SeenAs.Anything, IsDeed: false)
            );
        return Where(call.Where, seen);
    }

    // A condition on who did something makes what was done a deed of that one.
    private Sighting Where(Expression? where, Sighting seen)
    {
        if (where is null)
            return seen;
        Counts(where, seen);
        foreach (var inside in Children.WithAllOf(where))
        {
            seen = inside switch
            {
                Expression.Comparison or Expression.Binary => Children.Of(inside).Aggregate(seen, NamedIn),
                Expression.PatternExists exists => Existing([exists.Pattern], seen),
                Expression.Subquery { Use: SubqueryUse.Exists } exists => Existing(PatternsOf(exists), seen),
                _ => seen,
            };
        }

        return seen;
    }

    private Sighting NamedIn(Sighting seen, Expression side) =>
        side is Expression.Property { Target: Expression.Variable of } property && _names.IsName(property.Key)
            ? seen.With(of.Name, seen.Of(of.Name) with { IsDeed = true })
            : seen;

    // That somebody does it says nothing of anybody; that a certain one does, does.
    private Sighting Existing(ImmutableArray<PatternPart> patterns, Sighting seen)
    {
        var inside = Matched(patterns, seen, onlyPinned: true);
        foreach (var (name, outer) in seen.Variables)
            seen = seen.With(name, outer with { IsDeed = outer.IsDeed || (outer.As != SeenAs.Person && inside.Of(name).IsDeed) });
        return seen;
    }

    private static ImmutableArray<PatternPart> PatternsOf(Expression.Subquery subquery) =>
        [.. subquery.Query.Parts.SelectMany(part => part.Clauses).OfType<Clause.Match>().SelectMany(match => match.Patterns)];

    /// <summary>What a value is that is made of variables.</summary>
    private Seen Read(Expression expression, Sighting seen, bool isItem = false)
    {
        if (expression is Expression.Variable variable && !isItem)
            return seen.Of(variable.Name);
        var from = FreeNames.Of(expression).Select(seen.Of).ToArray();
        var isDeed = Array.Exists(from, one => one.IsDeed);
        if (Children.WithAllOf(expression).OfType<Expression.Property>().Any(property => _names.IsName(property.Key)))
            return new(SeenAs.Named, isDeed);
        if (!isItem && Array.Exists(from, one => one.As is SeenAs.Person or SeenAs.Named) && !IsImpersonal(expression))
            return new(SeenAs.Named, isDeed);
        var mayBeThing = isItem ? from.Length > 0 : expression is Expression.Index or Expression.Case or Expression.Call;
        return new(mayBeThing && from.Length > 0 ? SeenAs.Anything : SeenAs.Other, isDeed);
    }

    // Labels and types are of many, and single nobody out.
    private static bool IsImpersonal(Expression expression) =>
        expression is Expression.Call call
        && (
            call.Name.Text.Equals("labels", StringComparison.OrdinalIgnoreCase)
            || call.Name.Text.Equals("type", StringComparison.OrdinalIgnoreCase)
        );
}
