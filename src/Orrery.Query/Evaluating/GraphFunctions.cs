using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>A function of one argument that looks at the graph.</summary>
/// <param name="Name">As documented.</param>
/// <param name="Signature">For completion and documentation.</param>
/// <param name="Summary">What it answers.</param>
/// <param name="Takes">The static types it takes; anything else that is known before running is a fault.</param>
/// <param name="Gives">The static type of its answer.</param>
/// <param name="Call">Answers.</param>
internal sealed record GraphFunction(
    string Name,
    string Signature,
    string Summary,
    ImmutableArray<StaticType> Takes,
    StaticType Gives,
    Func<Cell, Frame, Cell> Call
);

/// <summary>The functions that look at the graph, by name in any case.</summary>
internal static class GraphFunctions
{
    public static readonly ImmutableSortedDictionary<string, GraphFunction> All = ImmutableSortedDictionary.CreateRange(
        StringComparer.OrdinalIgnoreCase,
        new GraphFunction[]
        {
            new(
                "id",
                "id(thing)",
                "The id of an entity or a relation, which never changes, as text.",
                [StaticType.Node, StaticType.Relation],
                StaticType.Text,
                Id
            ),
            new("elementId", "elementId(thing)", "The same as id.", [StaticType.Node, StaticType.Relation], StaticType.Text, Id),
            new(
                "ref",
                "ref(entity)",
                "What people type for it, e.g. bet:faster-onboarding.",
                [StaticType.Node],
                StaticType.Text,
                Ref
            ),
            new(
                "labels",
                "labels(entity)",
                "Its kind, and what the kind stands under.",
                [StaticType.Node],
                StaticType.List,
                Labels
            ),
            new("type", "type(relation)", "The type of a relation.", [StaticType.Relation], StaticType.Text, Type),
            new(
                "startNode",
                "startNode(relation)",
                "Where it starts.",
                [StaticType.Relation, StaticType.Node],
                StaticType.Node,
                Start
            ),
            new("endNode", "endNode(relation)", "Where it ends.", [StaticType.Relation, StaticType.Node], StaticType.Node, End),
            new("nodes", "nodes(path)", "The entities of a path, in order.", [StaticType.Path], StaticType.List, Nodes),
            new(
                "relationships",
                "relationships(path)",
                "The relations of a path, in order.",
                [StaticType.Path],
                StaticType.List,
                Relations
            ),
            new("length", "length(path)", "How many relations a path has.", [StaticType.Path], StaticType.Integer, Length),
            new(
                "properties",
                "properties(thing)",
                "All fields and their values.",
                [StaticType.Node, StaticType.Relation, StaticType.Map],
                StaticType.Map,
                AllProperties
            ),
            new(
                "validFrom",
                "validFrom(thing)",
                "Since when an entity or a relation has existed without a break; null when it always has.",
                [StaticType.Node, StaticType.Relation],
                StaticType.Any,
                (of, frame) => Bounds(of, frame, TimeProcedures.Start)
            ),
            new(
                "validTo",
                "validTo(thing)",
                "Until when an entity or a relation exists without a break; null when no end is known.",
                [StaticType.Node, StaticType.Relation],
                StaticType.Any,
                (of, frame) => Bounds(of, frame, TimeProcedures.End)
            ),
            new(
                "keys",
                "keys(thing)",
                "The names of all fields that have a value.",
                [StaticType.Node, StaticType.Relation, StaticType.Map],
                StaticType.List,
                Keys
            ),
        }.Select(function => KeyValuePair.Create(function.Name, function))
    );

    public static ImmutableSortedDictionary<string, Value> PropertiesOf(in Cell of, Frame frame)
    {
        if (of.IsNode || of.IsRelation)
            return frame.Graph.PropertiesOf(There(of, frame));
        return of.Object is Value.Map map
            ? map.Entries
            : throw QueryFaults.InvalidArgument("properties", "an entity, a relation or a map", of.ToValue(frame.Graph));
    }

    private static Cell Id(Cell of, Frame frame) =>
        of.IsNull ? default : Text(frame.Graph.IdOf(NodeOrRelation(of, frame, "id")).ToString());

    private static Cell Ref(Cell of, Frame frame) =>
        of.IsNull ? default
        : OurProperties.RefOf(frame.Graph, NodeOrRelation(of, frame, "ref")) is { } found ? Text(found)
        : default;

    private static Cell Labels(Cell of, Frame frame)
    {
        if (of.IsNull)
            return default;
        if (!of.IsNode)
            throw QueryFaults.InvalidArgument("labels", "an entity", of.ToValue(frame.Graph));
        return frame.Graph.LabelList(There(of, frame));
    }

    private static Cell Type(Cell of, Frame frame) =>
        of.IsNull ? default
        : of is { IsRelation: true, Type: >= 0 and var type } ? frame.Graph.TextOfType(type)
        : frame.Graph.TypeText(RelationIn(of, frame, "type"));

    private static Cell Start(Cell of, Frame frame) =>
        of.IsNull ? default : Cell.Node(frame.Graph.EndsOf(RelationIn(of, frame, "startNode")).Start);

    private static Cell End(Cell of, Frame frame) =>
        of.IsNull ? default : Cell.Node(frame.Graph.EndsOf(RelationIn(of, frame, "endNode")).End);

    private static Cell Nodes(Cell of, Frame frame) =>
        of.IsNull
            ? default
            : List(PathIn(of, frame, "nodes").Steps.Where((_, at) => at % 2 == 0).Select(id => (Value)new Value.Entity(id)));

    private static Cell Relations(Cell of, Frame frame) =>
        of.IsNull
            ? default
            : List(
                PathIn(of, frame, "relationships").Steps.Where((_, at) => at % 2 == 1).Select(id => (Value)new Value.Relation(id))
            );

    private static Cell Length(Cell of, Frame frame) =>
        of.IsNull ? default : Cell.Of((long)(PathIn(of, frame, "length").Steps.Length / 2));

    private static Cell AllProperties(Cell of, Frame frame) =>
        of.IsNull ? default : Cell.OfPlain(new Value.Map(PropertiesOf(of, frame)));

    private static Cell Keys(Cell of, Frame frame) =>
        of.IsNull ? default : List(PropertiesOf(of, frame).Keys.Select(key => Value.Of(key)));

    private static Cell Bounds(Cell of, Frame frame, Func<Validity, Value> bound)
    {
        if (of.IsNull)
            return default;
        var reading = frame.Graph.Ground.Reading;
        var lives = TimeProcedures.LivesOf(reading, of.ToValue(frame.Graph));
        foreach (var life in lives)
        {
            if (life.Contains(reading.Valid))
                return Cell.OfPlain(bound(life));
        }

        return lives is [.., var last] ? Cell.OfPlain(bound(last)) : default;
    }

    private static int There(in Cell of, Frame frame)
    {
        var node = of.IsNode ? of.Number : ~of.Number;
        return frame.Graph.IsDeleted(node) ? throw QueryFaults.DeletedEntityAccess() : node;
    }

    private static int NodeOrRelation(in Cell of, Frame frame, string function) =>
        of.IsNode ? of.Number
        : of.IsRelation ? ~of.Number
        : throw QueryFaults.InvalidArgument(function, "an entity or a relation", of.ToValue(frame.Graph));

    // A relation that is pointed at comes as a node: it is still a relation.
    private static int RelationIn(in Cell of, Frame frame, string function) =>
        of.IsRelation ? of.Number
        : of.IsNode && of.Number < 0 ? ~of.Number
        : throw QueryFaults.InvalidArgument(function, "a relation", of.ToValue(frame.Graph));

    private static Value.Path PathIn(in Cell of, Frame frame, string function) =>
        of.Object as Value.Path ?? throw QueryFaults.InvalidArgument(function, "a path", of.ToValue(frame.Graph));

    private static Cell Text(string text) => Cell.OfPlain(Value.Of(text));

    private static Cell List(IEnumerable<Value> items) => Cell.OfPlain(new Value.List([.. items]));
}
