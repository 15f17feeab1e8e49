using System.Collections.Immutable;

namespace Orrery.Query;

/// <summary>What is counted, added up or averaged, and of whom.</summary>
internal sealed partial class PeopleWatch
{
    private Sighting Projected(Projection projection, Sighting seen)
    {
        foreach (var item in projection.Items)
            Counts(item.Expression, seen, item.Alias ?? item.Text);
        foreach (var key in projection.OrderBy)
            Counts(key.Expression, seen);
        var gathers =
            projection.Items.Any(item => Aggregates.AreIn(item.Expression))
            || projection.OrderBy.Any(key => Aggregates.AreIn(key.Expression));
        if (gathers)
            Judge(projection, seen);
        return Behind(projection, seen, gathers);
    }

    private Sighting Behind(Projection projection, Sighting seen, bool gathers)
    {
        var after = projection.IncludesAll ? seen : seen with { Variables = Sighting.Nothing.Variables };
        foreach (var item in projection.Items)
        {
            var name = item.Alias ?? (item.Expression is Expression.Variable same ? same.Name : item.Text);
            after = after.With(name, ReadColumn(item.Expression, seen));
        }

        if (gathers)
            return after with { HasUnnamed = false, HasUnnamedDeed = false };
        // Rows stay as many as they were because of what nothing stands for any more.
        var dropped = seen.Variables.Keys.Except(after.Variables.Keys).Select(seen.Of).ToArray();
        return projection.IsDistinct
            ? after with
            {
                HasUnnamed = false,
                HasUnnamedDeed = false,
            }
            : after with
            {
                HasUnnamed = after.HasUnnamed || dropped.Length > 0,
                HasUnnamedDeed = after.HasUnnamedDeed || Array.Exists(dropped, one => one.IsDeed),
            };
    }

    private Seen ReadColumn(Expression expression, Sighting seen) =>
        !Aggregates.AreIn(expression) ? Read(expression, seen)
        : IsListing(expression) ? Read(((Expression.Call)expression).Arguments[0], seen, isItem: true)
        : Seen.Other;

    private void Judge(Projection projection, Sighting seen)
    {
        var counted = projection
            .Items.SelectMany(item => Counted(item.Expression, item.Alias ?? item.Text))
            .Concat(projection.OrderBy.SelectMany(key => Counted(key.Expression, null)))
            .ToArray();
        if (counted.Length == 0)
            return;
        Expression[] keys =
        [
            .. projection.Items.Select(item => item.Expression).Where(item => !Aggregates.AreIn(item) && !IsImpersonal(item)),
            .. projection.IncludesAll ? seen.Variables.Keys.Select(name => new Expression.Variable(counted[0].At, name)) : [],
        ];
        var keyed = keys.SelectMany(key => FreeNames.Of(key)).ToHashSet(StringComparer.Ordinal);
        if (keys.FirstOrDefault(key => IsName(key, seen)) is { } name)
            throw QueryFaults.AboutPeople(name.At, Fewest);
        HashSet<string> people = [.. AboutWhom(keys, keyed, counted, seen), .. ByWhom(keyed, counted, seen)];
        if (people.Count == 0)
            return;
        _groups[projection] = [.. people];
        IsOfPeople |= people.Any(one => seen.Of(one).As == SeenAs.Person);
    }

    // A name of somebody whom no variable stands for any more, or who was never a thing.
    private bool IsName(Expression key, Sighting seen) =>
        Children.WithAllOf(key).OfType<Expression.Property>().Any(property => _names.IsName(property.Key))
        || (FreeNames.Of(key).Any(name => seen.Of(name).As == SeenAs.Named) && !seen.Those(SeenAs.Person).Any());

    // Rows are told apart by people, and count something besides them.
    private IEnumerable<string> AboutWhom(Expression[] keys, HashSet<string> keyed, Expression[] counted, Sighting seen)
    {
        var others = seen.Variables.Where(one => one.Value.As is not (SeenAs.Person or SeenAs.Home) && !keyed.Contains(one.Key));
        if (!seen.HasUnnamed && !others.Any())
            return [];
        if (keys.FirstOrDefault(key => IsOnePerson(key, seen)) is { } one)
            throw QueryFaults.AboutPeople(one.At, Fewest);
        var named = keyed.Any(name => seen.Of(name).As == SeenAs.Named);
        return keyed
            .Where(name => seen.Of(name).As is SeenAs.Person or SeenAs.Anything)
            .Concat(named ? seen.Those(SeenAs.Person) : [])
            .Where(name => counted.Any(call => !IsHeads(call, name)));
    }

    private static bool IsOnePerson(Expression key, Sighting seen) =>
        key switch
        {
            Expression.Variable variable => seen.Of(variable.Name).As == SeenAs.Person,
            Expression.Call { Name.Text: var function, Arguments: [Expression.Variable variable] } => seen.Of(variable.Name).As
                == SeenAs.Person
                && (
                    function.Equals("id", StringComparison.OrdinalIgnoreCase)
                    || function.Equals("elementId", StringComparison.OrdinalIgnoreCase)
                    || function.Equals("ref", StringComparison.OrdinalIgnoreCase)
                ),
            _ => false,
        };

    // Rows are there because of what people do, and are counted together.
    private string[] ByWhom(HashSet<string> keyed, Expression[] counted, Sighting seen)
    {
        var isOfDeeds = seen.HasUnnamedDeed || seen.Variables.Any(one => one.Value.IsDeed && !keyed.Contains(one.Key));
        if (!isOfDeeds)
            return [];
        var people = seen.Those(SeenAs.Person).Concat(seen.Those(SeenAs.Anything).Where(_pinned.Contains)).ToArray();
        if (people is [var only] && counted.All(call => IsHeads(call, only)))
            return [];
        return people.Length > 0 ? people : throw QueryFaults.AboutLostPeople(counted[0].At, Fewest);
    }

    // How many different people there are is no figure of any of them.
    private static bool IsHeads(Expression call, string person) =>
        call is Expression.Call { IsDistinct: true, Arguments: [Expression.Variable { Name: var name }] } count
        && Aggregates.IsCount(count)
        && name == person;

    // What is gathered only to be shown counts nothing.
    private IEnumerable<Expression> Counted(Expression expression, string? name) =>
        IsListing(expression) && (name is null || !_measured.Contains(name)) ? [] : Aggregates.Outside(expression);

    private static bool IsListing(Expression expression) =>
        expression is Expression.Call { Name.Text: var name, Arguments.Length: 1 }
        && name.Equals("collect", StringComparison.OrdinalIgnoreCase);
}
