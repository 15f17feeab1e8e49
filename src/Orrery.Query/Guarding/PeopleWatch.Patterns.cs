using System.Collections.Immutable;

namespace Orrery.Query;

/// <summary>Who stands in patterns, and what they do there.</summary>
internal sealed partial class PeopleWatch
{
    private Sighting Matched(ImmutableArray<PatternPart> patterns, Sighting seen, bool onlyPinned = false)
    {
        List<Place> places = [];
        Dictionary<string, Place> named = new(StringComparer.Ordinal);
        foreach (var part in patterns)
        {
            var at = PlaceOf(part.Start, seen, named, places);
            foreach (var step in part.Steps)
            {
                var next = PlaceOf(step.Node, seen, named, places);
                Join(at, step.Relation, next);
                at = next;
            }
        }

        foreach (var person in places.Where(place => IsActing(place, onlyPinned)))
            Spread(person);
        foreach (var place in places.Where(IsHome))
            place.As = SeenAs.Home;
        return Told(patterns, seen, places);
    }

    private Sighting Told(ImmutableArray<PatternPart> patterns, Sighting seen, List<Place> places)
    {
        foreach (var place in places)
        {
            if (place.Name is { } name)
                seen = seen.With(name, new(place.As, place.IsDeed || seen.Of(name).IsDeed));
            else
                seen = seen with
                {
                    HasUnnamed = seen.HasUnnamed || place.As != SeenAs.Home,
                    HasUnnamedDeed = seen.HasUnnamedDeed || place.IsDeed || place.As == SeenAs.Person,
                };
        }

        foreach (var relation in patterns.SelectMany(part => part.Steps).Select(step => step.Relation))
        {
            if (relation.Variable is { } name)
                seen = seen.With(name, _names.IsBelonging(relation.Types) ? new(SeenAs.Home, IsDeed: false) : Seen.Other);
        }

        foreach (var path in patterns.Select(part => part.Variable).OfType<string>())
            seen = seen.With(path, Seen.Other);
        return seen;
    }

    private Place PlaceOf(NodePattern node, Sighting seen, Dictionary<string, Place> named, List<Place> places)
    {
        if (node.Variable is not { } name || !named.TryGetValue(name, out var place))
        {
            place = new(node.Variable, _names.ByLabels(node.Labels));
            if (node.Variable is { } known)
            {
                named.Add(known, place);
                if (seen.Variables.TryGetValue(known, out var before))
                    (place.As, place.IsDeed) = (before.As, before.IsDeed);
                place.IsPinned = _pinned.Contains(known);
            }

            places.Add(place);
        }

        if (!node.Labels.IsEmpty && _names.ByLabels(node.Labels) is not SeenAs.Anything and var told)
            place.As = told;
        if (node.Properties is not null)
        {
            place.IsPinned = true;
            if (node.Variable is { } pinned)
                _pinned.Add(pinned);
        }

        // The one who did it is written into the thing itself.
        if (node.Properties is Expression.Map map && map.Entries.Any(entry => _names.IsName(entry.Key)))
            place.IsDeed = true;
        return place;
    }

    private void Join(Place from, RelationPattern relation, Place to)
    {
        var isBelonging = _names.IsBelonging(relation.Types);
        from.Beside.Add((to, isBelonging));
        to.Beside.Add((from, isBelonging));
        Narrow(from, relation, isLeft: true);
        Narrow(to, relation, isLeft: false);
    }

    // Between kinds that are no people there is nobody.
    private void Narrow(Place place, RelationPattern relation, bool isLeft)
    {
        if (place.As != SeenAs.Anything || relation.Hops is not null)
            return;
        var mayStart = relation.Direction != (isLeft ? ArrowDirection.Left : ArrowDirection.Right);
        var mayEnd = relation.Direction != (isLeft ? ArrowDirection.Right : ArrowDirection.Left);
        if (
            !(mayStart && _names.MayBePerson(relation.Types, isStart: true))
            && !(mayEnd && _names.MayBePerson(relation.Types, isStart: false))
        )
            place.As = SeenAs.Other;
    }

    // Next to people, and by nothing but belonging.
    private static bool IsHome(Place place) =>
        place is { As: SeenAs.Other or SeenAs.Anything, IsDeed: false }
        && place.Beside.Count > 0
        && place.Beside.TrueForAll(beside => beside.IsBelonging && beside.Place.As == SeenAs.Person);

    private static bool IsActing(Place place, bool onlyPinned) =>
        place.As switch
        {
            SeenAs.Person => place.IsPinned || !onlyPinned,
            SeenAs.Anything => place.IsPinned && !onlyPinned,
            _ => false,
        };

    // What somebody does, and all behind it; where somebody belongs is no deed.
    private static void Spread(Place person)
    {
        Queue<Place> waiting = new(person.Beside.Where(beside => !beside.IsBelonging).Select(beside => beside.Place));
        while (waiting.TryDequeue(out var place))
        {
            if (place.As == SeenAs.Person || place == person || place.IsDeed)
                continue;
            place.IsDeed = true;
            foreach (var (beside, _) in place.Beside)
                waiting.Enqueue(beside);
        }
    }

    private sealed class Place(string? name, SeenAs seen)
    {
        public string? Name => name;

        public SeenAs As { get; set; } = seen;

        public bool IsDeed { get; set; }

        public bool IsPinned { get; set; }

        public List<(Place Place, bool IsBelonging)> Beside { get; } = [];
    }
}
