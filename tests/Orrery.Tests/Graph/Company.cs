using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Tests.Graph;

/// <summary>A small company in an enforced workspace: the core pack, a kind with a field of every sort, a few people and intents.</summary>
internal sealed class Company
{
    public static readonly Instant Day = Instant.FromUtc(2026, 3, 1, 0, 0);

    public static readonly Validity SinceDay = Validity.Since(Day);

    private static readonly GraphSnapshot Furnished = Furnish();

    public GraphSnapshot Snapshot { get; private set; } = Furnished;

    public List<ChangeSet> Changes { get; } = [];

    /// <summary>What those who are refused may not see.</summary>
    public ImmutableArray<Id> Hidden { get; init; } = [];

    /// <summary>What the refused wished.</summary>
    public List<GraphCommand> Wished { get; } = [];

    private Mask Mask => Mask.Hiding(Snapshot, Hidden);

    public static Id IdOf(string name) => Id.Named("company", name);

    public static Instant Date(int year, int month = 1, int day = 1) => Instant.FromUtc(year, month, day, 0, 0);

    public static Validity Between(int from, int to) => new(Date(from), Date(to));

    /// <summary>Known since <see cref="Day"/>, unless told otherwise.</summary>
    public static GraphCommand.CreateEntity Make(
        string kind,
        string name,
        Validity? exists = null,
        params (string, Value)[] fields
    ) => new(IdOf(name), [kind], name, Properties.Of(fields), exists ?? SinceDay);

    /// <summary>The id of the relation is that of <c>from-type-to</c>.</summary>
    public static GraphCommand.Relate Relate(string from, string type, string to, Validity? exists = null) =>
        new(IdOf($"{from}-{type}-{to}"), type, IdOf(from), IdOf(to), Properties.None, exists ?? SinceDay);

    public static GraphCommand.SetField Set(
        string name,
        string field,
        Value value,
        Validity? during = null,
        Value? expected = null
    ) => new(IdOf(name), field, value, during ?? SinceDay, expected);

    public Decision Decide(params IEnumerable<GraphCommand> commands) => GraphRules.Decide(Snapshot, commands);

    public Fault Refuse(params IEnumerable<GraphCommand> commands)
    {
        Wished.AddRange(commands);
        return Assert.IsType<Decision.Refused>(GraphRules.Decide(Snapshot, commands, Mask)).Fault;
    }

    public Fault RefuseToUndo(ChangeSet change) => Assert.IsType<Decision.Refused>(GraphRules.Undo(Snapshot, change, Mask)).Fault;

    /// <summary>The events of a change that is accepted, and recorded where there are any.</summary>
    public ImmutableArray<GraphEvent> Do(params IEnumerable<GraphCommand> commands) => Record(Decide(commands));

    public ImmutableArray<GraphEvent> Undo(int back = 1) => Record(GraphRules.Undo(Snapshot, Changes[^back]));

    public Reading Read(Instant? at = null) => Snapshot.Read(at ?? Day, Day, Orrery.Graph.Mask.Nothing);

    public Entity? Find(string name, Instant? at = null) => Read(at).Find(IdOf(name));

    public ImmutableArray<GraphEvent> Record(Decision decision, Origin origin = Origin.Screen) =>
        Record(decision, new Cause("Ada", origin));

    public ImmutableArray<GraphEvent> Record(Decision decision, Cause cause)
    {
        var events = decision switch
        {
            Decision.Accepted accepted => accepted.Events,
            Decision.Refused refused => throw new FaultException(refused.Fault),
            _ => throw new System.Diagnostics.UnreachableException("A decision is accepted or refused."),
        };
        if (events is [])
            return events;
        Changes.Add(new(Snapshot.At.Next, Day, cause, events));
        Snapshot = GraphRules.Apply(Snapshot, Changes[^1]);
        return events;
    }

    private static GraphSnapshot Furnish()
    {
        var company = new Company { Snapshot = GraphSnapshot.Empty() };
        company.Do([
            new GraphCommand.CreateEntity(
                IdOf("this"),
                [MetaKinds.Workspace],
                "this",
                Properties.Of(("mode", Value.Of("enforced"))),
                Validity.Always
            ),
            .. PackShelf.Open(["core"]).ToCommands(),
            .. Gauge(),
            .. RelationTypes(),
        ]);
        company.Do(
            Make("person", "ada"),
            Make("person", "grace"),
            Make("person", "linus"),
            Make("gauge", "dial"),
            Make("goal", "grow"),
            Make("goal", "last"),
            Make("goal", "third")
        );
        return company.Snapshot;
    }

    // A kind with a field of every field kind, called after it.
    private static IEnumerable<GraphCommand> Gauge()
    {
        yield return Define(MetaKinds.Kind, "gauge");
        foreach (var kind in FieldKinds.Names)
        {
            var options = kind is "enum" or "multi-enum" ? Value.Of(Value.Of("red"), Value.Of("green")) : Value.Nothing;
            var titles = options.IsNothing ? options : Value.Of(Value.Of("Ruby"), Value.Of("Leaf"));
            yield return Define(
                MetaKinds.Field,
                $"a-{kind}",
                ("field-kind", Value.Of(kind)),
                ("options", options),
                ("option-titles", titles)
            );
            yield return Join("gauge", "has-field", $"a-{kind}");
        }
    }

    private static IEnumerable<GraphCommand> RelationTypes()
    {
        yield return Define(MetaKinds.RelationType, "pairs-with", ("to-max", Value.Of(2L)));
        yield return Define(MetaKinds.RelationType, "follows", ("acyclic", Value.Of(true)));
    }

    private static GraphCommand.CreateEntity Define(string metaKind, string symbol, params (string, Value)[] fields) =>
        new(
            IdOf($"{metaKind} {symbol}"),
            [metaKind],
            symbol,
            Properties.Of([("symbol", Value.Of(symbol)), .. fields]),
            Validity.Always
        );

    private static GraphCommand.Relate Join(string kind, string type, string field) =>
        new(IdOf($"{type} {field}"), type, IdOf($"kind {kind}"), IdOf($"field {field}"), Properties.None, Validity.Always);
}
