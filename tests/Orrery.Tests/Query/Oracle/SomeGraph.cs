using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using Orrery.Graph;
using Orrery.Tests.Graph;

namespace Orrery.Tests.Query.Oracle;

/// <summary>Small graphs made by chance: labels, loops, parallel relations, relations on relations, and all of it over intervals of time.</summary>
internal sealed class SomeGraph
{
    public static readonly string[] Labels = ["A", "B", "C"];
    public static readonly string[] Types = ["R", "S", "T"];
    public static readonly Instant Start = Instant.FromUtc(2024, 1, 1, 0, 0);
    private static readonly Cause Cause = new("chance", Origin.Product);

    private readonly Chance _chance;
    private readonly List<Id> _entities = [];
    private readonly List<Id> _relations = [];
    private int _made;

    /// <summary>The same as a plain fold.</summary>
    public NaiveGraph Naive { get; } = new();

    private SomeGraph(Chance chance) => _chance = chance;

    /// <summary>Everything that was ever made, in order.</summary>
    public IReadOnlyList<Id> Entities => _entities;

    public GraphSnapshot Snapshot { get; private set; } = GraphSnapshot.Empty();

    /// <param name="chance">Where choices come from.</param>
    /// <param name="size">From 0; about how many entities, and twice as many relations.</param>
    public static SomeGraph Of(Chance chance, int size)
    {
        var graph = new SomeGraph(chance);
        for (var i = 0; i < size; i++)
            graph.Record(graph.Create());
        for (var i = 0; i < size * 2; i++)
        {
            if (graph._entities is not [])
                graph.Record(chance.In(3) ? graph.Change() : graph.Relate());
            if (chance.In(10))
                graph.Snapshot.Freeze()();
        }

        return graph;
    }

    /// <summary>Somebody's look at it: some moment, some revision, some things hidden.</summary>
    public Reading Read() => Look().Reading;

    /// <summary>Somebody's look at it, with what is hidden from it.</summary>
    public SomeLook Look()
    {
        var snapshot = _chance.In(2) ? Snapshot : Snapshot.AsKnownAt(new Revision(_chance.Between(0, (int)Snapshot.At.Value)));
        var valid = _chance.In(2) ? Start + Duration.FromDays(100) : AnyInstant();
        Id[] hidden = _chance.In(2) ? [] : [.. _entities.Where(_ => _chance.In(4))];
        var mask = hidden is [] ? Mask.Nothing : Mask.Hiding(Snapshot, hidden);
        return new(snapshot.Read(valid, valid, mask), [.. hidden]);
    }

    /// <summary>Some revision (also one that is not there yet), by its number, where the look knows it, or by an instant at which it was the last.</summary>
    public (string Text, long Revision) Revision(Chance chance, SomeLook look)
    {
        var revision = chance.Between(0, (int)Snapshot.At.Value + 1);
        return (chance.In(2) && revision <= look.Reading.Snapshot.At.Value) || revision == 0
            ? ($"{revision}", revision)
            : ($"datetime('{InstantPattern.ExtendedIso.Format(RecordedAt(revision) + Duration.FromSeconds(30))}')", revision);
    }

    public static Value AnyValue(Chance chance, ValueSort sort) =>
        sort switch
        {
            ValueSort.Whole => Value.Of(chance.Between(-2, 3)),
            ValueSort.Fraction => Value.Of(chance.Between(-4, 6) / 4.0),
            ValueSort.Text => Value.Of(chance.Of("", "a", "ab", "b", "ä", "a'b")),
            ValueSort.Truth => Value.Of(chance.In(2)),
            _ => Value.Of(chance.Some(0, 3, () => Value.Of(chance.Between(0, 3)))),
        };

    private GraphCommand.CreateEntity Create()
    {
        _entities.Add(NewId());
        ImmutableArray<string> labels = [.. Labels.Where(_ => _chance.In(2))];
        return new(_entities[^1], labels, null, SomeFields(), Interval());
    }

    private GraphCommand.Relate Relate()
    {
        var relation = new GraphCommand.Relate(NewId(), _chance.Of(Types), Any(), Any(), SomeFields(), Interval());
        _relations.Add(relation.Subject);
        return relation;
    }

    private GraphCommand Change()
    {
        var field = _chance.Of(SomeField.All);
        return _chance.Next(5) switch
        {
            0 => new GraphCommand.Retire(Any(), Interval()),
            1 => new GraphCommand.Restore(Any(), Interval()),
            2 => new GraphCommand.SetLabels(_chance.Of(_entities), [.. Labels.Where(_ => _chance.In(2))], Interval()),
            3 => new GraphCommand.SetField(Any(), field.Name, Value.Nothing, Interval()),
            _ => new GraphCommand.SetField(Any(), field.Name, AnyValue(_chance, field.Sort), Interval()),
        };
    }

    private ImmutableSortedDictionary<string, Value> SomeFields() =>
        Properties.Of([.. SomeField.All.Where(_ => _chance.In(2)).Select(field => (field.Name, AnyValue(_chance, field.Sort)))]);

    private Id NewId() => Id.Named("oracle", $"{_made++}");

    private Id Any() => _relations is not [] && _chance.In(6) ? _chance.Of(_relations) : _chance.Of(_entities);

    private Instant AnyInstant() => Start + Duration.FromDays(_chance.Between(-3, 12));

    private Validity Interval()
    {
        var (one, other) = (AnyInstant(), AnyInstant());
        return _chance.Next(6) switch
        {
            0 => new(Instant.Min(one, other), Instant.Max(one, other) + Duration.FromDays(1)),
            1 => Validity.Since(one),
            _ => Validity.Always,
        };
    }

    private void Record(GraphCommand command)
    {
        if (GraphRules.Decide(Snapshot, [command]) is Decision.Accepted { Events: not [] and var events })
        {
            var change = new ChangeSet(Snapshot.At.Next, RecordedAt(Snapshot.At.Value + 1), Cause, events);
            Snapshot = Snapshot.Apply(change);
            Naive.Add(change);
        }
    }

    private static Instant RecordedAt(long revision) => Start + Duration.FromMinutes(revision - 1);
}

/// <summary>A reading, and the entities that are hidden from it.</summary>
internal sealed record SomeLook(Reading Reading, ImmutableHashSet<Id> Hidden)
{
    /// <summary>A relation is hidden with either of its ends.</summary>
    public bool Hides(NaiveGraph history, Id id) =>
        Hidden.Contains(id)
        || history.RelationsEver(long.MaxValue).FirstOrDefault(relation => relation.Subject == id) is { } relation
            && (Hides(history, relation.From) || Hides(history, relation.To));
}

/// <summary>A field of generated graphs; always of one sort, so that no generated query adds what does not add.</summary>
internal sealed record SomeField(string Name, ValueSort Sort)
{
    public static readonly SomeField[] All =
    [
        new("size", ValueSort.Whole),
        new("share", ValueSort.Fraction),
        new("name", ValueSort.Text),
        new("open", ValueSort.Truth),
        new("tags", ValueSort.Wholes),
    ];
}

/// <summary>What a generated expression is, where it is not null.</summary>
internal enum ValueSort
{
    Whole,
    Fraction,
    Text,
    Truth,
    Wholes,
    Node,
    Relation,
    Relations,
    Path,
}
