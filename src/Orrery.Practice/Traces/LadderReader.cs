using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Reads one ladder.</summary>
internal sealed class LadderReader(Entity thing, DateTimeZone zone, Action<int> count, int most)
{
    private bool _isCut;
    private readonly Placings _placings = new(thing.Reading, zone);
    private readonly Dictionary<int, Rung> _rungs = [];
    private readonly List<LadderLink> _links = [];
    private readonly double _unsaid = PracticeSettings.Of(thing.Reading.Model).Number("confidence-when-unsaid");

    public Ladder Read()
    {
        Add(thing, 0);
        Climb(Direction.Out);
        Climb(Direction.In);
        return new(thing, [.. _rungs.Values], [.. _links.DistinctBy(link => link.Relation.Id)], Leaps(), Way())
        {
            IsCut = _isCut,
        };
    }

    private Rung Add(Entity entity, int hops)
    {
        count(1);
        return _rungs[entity.Order] = new(entity, _placings.Of(entity)?.Horizon, hops);
    }

    private void Climb(Direction direction)
    {
        HashSet<int> met = [thing.Order];
        Queue<(Entity Entity, int Hops)> waiting = new([(thing, 0)]);
        while (waiting.TryDequeue(out var at))
        {
            var hops = at.Hops + (direction == Direction.Out ? 1 : -1);
            foreach (var (relation, other) in LeadsUp.From(at.Entity, direction))
            {
                count(1);
                if (_rungs.Count >= most && !_rungs.ContainsKey(other.Order))
                {
                    _isCut = true;
                    continue;
                }

                _links.Add(LinkOf(relation, at.Entity, other, direction));
                if (!met.Add(other.Order))
                    continue;
                // What is above and below at once, on a ring, stays above.
                if (!_rungs.ContainsKey(other.Order))
                    Add(other, hops);
                waiting.Enqueue((other, hops));
            }
        }
    }

    private static LadderLink LinkOf(Relation relation, Entity at, Entity other, Direction direction) =>
        direction == Direction.Out ? new(relation, at, other, SaidOf(relation)) : new(relation, other, at, SaidOf(relation));

    private static double? SaidOf(Relation relation) =>
        relation["confidence"] switch
        {
            Value.Float said => Math.Clamp(said.Number, 0, 1),
            Value.Integer said => Math.Clamp(said.Number, 0, 1),
            _ => null,
        };

    // Through things that lie nowhere the last known horizon is carried on; each is passed once with each horizon.
    private ImmutableArray<Leap> Leaps()
    {
        var above = _links.DistinctBy(link => link.Relation.Id).ToLookup(link => link.Lower.Order, link => link.Upper);
        var occupied = _rungs.Values.Select(rung => rung.Horizon).OfType<int>().ToHashSet();
        Dictionary<(int, int), Leap> found = [];
        HashSet<(int, int)> passed = [];
        foreach (var lower in _rungs.Values.Where(rung => rung.Horizon is not null))
        {
            Queue<Entity> waiting = new(above[lower.Entity.Order]);
            while (waiting.TryDequeue(out var entity))
            {
                count(1);
                var upper = _rungs[entity.Order];
                if (upper.Horizon is { } to)
                    Note(found, lower, upper, to, occupied);
                else if (passed.Add((entity.Order, lower.Horizon!.Value)))
                    above[entity.Order].ToList().ForEach(waiting.Enqueue);
            }
        }

        return
        [
            .. found
                .Values.OrderByDescending(leap => leap.IsGap)
                .ThenByDescending(leap => leap.Missing)
                .ThenBy(leap => leap.From)
                .ThenBy(leap => leap.Lower.Order)
                .ThenBy(leap => leap.Upper.Order),
        ];
    }

    private static void Note(Dictionary<(int, int), Leap> found, Rung lower, Rung upper, int to, HashSet<int> occupied)
    {
        var from = lower.Horizon!.Value;
        if (Math.Abs(to - from) <= 1)
            return;
        var (low, high) = (Math.Min(from, to), Math.Max(from, to));
        var isGap = !Enumerable.Range(low + 1, high - low - 1).Any(occupied.Contains);
        found.TryAdd((lower.Entity.Order, upper.Entity.Order), new(lower.Entity, upper.Entity, from, to, isGap));
    }

    private LadderWay? Way()
    {
        LadderWay? end = null;
        foreach (var (to, path) in BestPath.From(thing, Above, count))
        {
            if (to.Order == thing.Order)
                continue;
            if (_rungs.GetValueOrDefault(to.Order)?.Horizon >= Ladder.Far)
                return WayOf(path.Links);
            if (end is null && !LeadsUp.From(to, Direction.Out).Any())
                end = WayOf(path.Links);
        }

        return end;
    }

    private IEnumerable<(LadderLink Link, Entity To, double Confidence)> Above(Entity entity) =>
        LeadsUp
            .From(entity, Direction.Out)
            .Select(pair => LinkOf(pair.Relation, entity, pair.Other, Direction.Out))
            .Select(link => (link, link.Upper, link.Said ?? _unsaid));

    private LadderWay WayOf(ImmutableArray<LadderLink> links)
    {
        var sure = Confidences.Of([.. links.Select(link => link.Said ?? _unsaid)]);
        return new(links, sure.Product, links[sure.Weakest], links.Count(link => link.Said is null));
    }
}
