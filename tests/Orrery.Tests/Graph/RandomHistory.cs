using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Tests.Graph;

/// <summary>Histories of an open workspace made by chance from a seed: every command, relations on relations, all sorts of intervals.</summary>
internal sealed class RandomHistory
{
    private static readonly Instant Start = Instant.FromUtc(2024, 1, 1, 0, 0);
    private readonly Random _chance;
    private readonly List<Id> _entities = [];
    private readonly List<Id> _relations = [];
    private int _made;

    private RandomHistory(int seed) => _chance = new(seed);

    public GraphSnapshot Snapshot { get; private set; } = GraphSnapshot.Empty();

    public List<ChangeSet> Changes { get; } = [];

    public NaiveGraph Naive { get; } = new();

    public IReadOnlyList<Id> Everything => [.. _entities, .. _relations];

    public IReadOnlyList<Id> Entities => _entities;

    public IReadOnlyList<Id> Relations => _relations;

    /// <summary>Freezes the graph now and then, so that both layouts are read.</summary>
    public static RandomHistory Of(int seed, int changes)
    {
        var history = new RandomHistory(seed);
        for (var i = 0; i < changes; i++)
        {
            history.Change();
            if (history._chance.Next(15) == 0)
                history.Snapshot.Freeze()();
        }

        return history;
    }

    public static Instant AnyInstant(Random chance) => Start + Duration.FromHours(chance.Next(-4, 44) * 6);

    public static string SeriesName => "pulse";

    public static string[] FieldNames => ["title", "status", "size"];

    public void Change()
    {
        ImmutableArray<GraphCommand> commands = [.. Enumerable.Range(0, _chance.Next(1, 5)).Select(_ => Command())];
        if (GraphRules.Decide(Snapshot, commands) is Decision.Accepted { Events: not [] and var events })
            Record(events);
    }

    public void Record(ImmutableArray<GraphEvent> events)
    {
        var change = new ChangeSet(
            Snapshot.At.Next,
            Start + Duration.FromMinutes(Snapshot.At.Value),
            new("Ada", Origin.Screen),
            events
        );
        Changes.Add(change);
        Naive.Add(change);
        Snapshot = Snapshot.Apply(change);
        _entities.AddRange(events.OfType<GraphEvent.EntityCreated>().Select(e => e.Subject));
        _relations.AddRange(events.OfType<GraphEvent.RelationCreated>().Select(e => e.Subject));
    }

    private GraphCommand Command() =>
        _chance.Next(14) switch
        {
            _ when _entities.Count < 3 => Create(),
            0 or 1 => Create(),
            2 or 3 or 4 => new GraphCommand.Relate(
                NewId(),
                Pick(["part-of", "serves", "funds"]),
                Any(),
                Any(),
                Properties.None,
                Interval()
            ),
            5 or 6 or 7 => new GraphCommand.SetField(Any(), Pick(FieldNames), AnyValue(), Interval()),
            8 => new GraphCommand.Retire(Any(), Interval()),
            9 => new GraphCommand.Restore(Any(), Interval()),
            10 => new GraphCommand.SetLabels(Pick(_entities), [Pick(["goal", "bet", "team", "kind"])], Interval()),
            11 => new GraphCommand.AppendSeries(
                Any(),
                SeriesName,
                [new(AnyInstant(_chance), _chance.NextDouble()), new(AnyInstant(_chance), _chance.Next(5))]
            ),
            12 when _chance.Next(3) == 0 => new GraphCommand.NoteSourceRead("some/source", "file", AnyInstant(_chance), "digest"),
            _ => new GraphCommand.GiveRef(Pick(_entities), $"key-{_chance.Next(40)}"),
        };

    private GraphCommand.CreateEntity Create() =>
        new(
            NewId(),
            [Pick(["goal", "bet", "team", "kind"])],
            _chance.Next(2) == 0 ? $"made-{_made}" : null,
            Properties.Of(("title", AnyValue())),
            Interval()
        );

    private Id NewId() => Id.Named("random", $"{_made++}");

    private Id Any() => _relations.Count > 0 && _chance.Next(3) == 0 ? Pick(_relations) : Pick(_entities);

    private Value AnyValue() =>
        _chance.Next(6) switch
        {
            0 => Value.Nothing,
            1 => Value.Of(_chance.NextInt64()),
            2 => Value.Of(_chance.NextDouble()),
            3 => Value.Of(Value.Of("a"), Value.Of(_chance.Next(3))),
            _ => Value.Of(
                Pick(["open", "done", "später", "שלום", "🛰️ long text that is not shared because it is longer than forty"])
            ),
        };

    private Validity Interval()
    {
        var (a, b) = (AnyInstant(_chance), AnyInstant(_chance));
        return _chance.Next(5) switch
        {
            0 => Validity.Always,
            1 => new(Instant.Min(a, b), Instant.Max(a, b) + Duration.FromHours(6)),
            2 => new(Instant.MinValue, a),
            _ => Validity.Since(a),
        };
    }

    private T Pick<T>(IReadOnlyList<T> items) => items[_chance.Next(items.Count)];
}
