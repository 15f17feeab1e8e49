using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Server;

/// <summary>A question somebody could begin with.</summary>
/// <param name="Said">In words.</param>
/// <param name="Text">In openCypher.</param>
public sealed record WorkedExample(string Said, string Text);

/// <summary>Questions that fit what a workspace has: made of its own kinds, fields and relations.</summary>
/// <param name="visit">Who will ask them, and so what they may name.</param>
internal sealed class WorkedExamples(Visit visit)
{
    private readonly Spelling _spelling = new(visit.Reading.Model);

    private readonly Kind[] _kinds =
    [
        .. visit
            .Reading.Model.Kinds.Values.Where(kind => !kind.IsAbstract && !kind.IsA("person"))
            .Select(kind => (Kind: kind, Count: visit.Reading.CountWithLabel(kind.Symbol)))
            .Where(counted => counted.Count > 0)
            .OrderByDescending(counted => counted.Kind.Category == "intent")
            .ThenByDescending(counted => counted.Count)
            .ThenBy(counted => counted.Kind.Symbol, StringComparer.Ordinal)
            .Select(counted => counted.Kind),
    ];

    public IEnumerable<WorkedExample> All() =>
        new[] { Everything(), Grouped(), Related(), Unrelated(), Nearby(), Changed() }.OfType<WorkedExample>();

    private WorkedExample? Everything() =>
        _kinds is [var kind, ..]
            ? new($"All {Many(kind)}", $"MATCH (x:{_spelling.Label(kind.Symbol)})\nRETURN x\nORDER BY x.title")
            : null;

    private WorkedExample? Grouped() =>
        _kinds.FirstOrDefault(kind => GroupField(kind) is not null) is { } kind && GroupField(kind) is { } field
            ? new(
                $"How many {Many(kind)} by {visit.Words.Inside(field)}",
                $"MATCH (x:{_spelling.Label(kind.Symbol)})\nRETURN x.{_spelling.Field(field.Symbol)}, count(*) AS count\nORDER BY count DESC"
            )
            : null;

    private WorkedExample? Related() =>
        Joined() is { } joined
            ? new(
                $"{Capital(Many(joined.From))} and the {Many(joined.To)} each {visit.Words.RelationInside(joined.Type, Direction.Out)}",
                $"MATCH (a:{_spelling.Label(joined.From.Symbol)})-[:{_spelling.Type(joined.Type)}]->(b:{_spelling.Label(joined.To.Symbol)})\nRETURN a, b\nORDER BY b.title, a.title"
            )
            : null;

    private WorkedExample? Unrelated() =>
        Joined() is { } joined
            ? new(
                $"{Capital(Many(joined.To))} that no {One(joined.From)} {visit.Words.RelationInside(joined.Type, Direction.Out)}",
                $"MATCH (b:{_spelling.Label(joined.To.Symbol)})\nWHERE NOT (b)<-[:{_spelling.Type(joined.Type)}]-(:{_spelling.Label(joined.From.Symbol)})\nRETURN b\nORDER BY b.title"
            )
            : null;

    private WorkedExample? Nearby() =>
        _kinds is [var kind, ..]
        && visit
            .Reading.WithLabel(kind.Symbol)
            .Where(entity => entity.Ref is not null)
            .MaxBy(entity => entity.Relations(Direction.Out).Count() + entity.Relations(Direction.In).Count())
            is { Ref: { } reference } entity
            ? new(
                $"Everything within two steps of {entity.Title}",
                $"MATCH path = (x {{ref: {Spelling.Text(reference.ToString())}}})-[*1..2]-(other)\nRETURN DISTINCT other, length(path) AS steps\nORDER BY steps, other.title"
            )
            : null;

    private WorkedExample Changed()
    {
        var today = visit.Dates.Today;
        return new(
            "What changed in the last month",
            $"CALL changes({Spelling.Text(Dates.Iso(today.PlusMonths(-1)))}, {Spelling.Text(Dates.Iso(today))})\nYIELD change, thing, field, was, now\nRETURN change, thing, field, was, now"
        );
    }

    // The relation that most things of two kinds have.
    private (Kind From, string Type, Kind To)? Joined()
    {
        var model = visit.Reading.Model;
        var most = _kinds
            .Take(12)
            .SelectMany(kind => visit.Reading.WithLabel(kind.Symbol).Take(100))
            .SelectMany(entity => entity.Relations(Direction.Out))
            .Where(relation => relation is { From: not null, To: not null } && relation.From.Kind != relation.To.Kind)
            .CountBy(relation => (From: relation.From!.Kind, relation.Type, To: relation.To!.Kind))
            .OrderByDescending(count => count.Value)
            .ThenBy(count => count.Key.ToString(), StringComparer.Ordinal)
            .Select(count => count.Key)
            .FirstOrDefault();
        return most.Type is not null && model.FindKind(most.From) is { } from && model.FindKind(most.To) is { } to
            ? (from, most.Type, to)
            : null;
    }

    private static FieldDefinition? GroupField(Kind kind) =>
        kind.Fields.Values.FirstOrDefault(field => field is { Symbol: "status", Kind: FieldKind.Enum })
        ?? kind.Fields.Values.Where(field => field.Kind == FieldKind.Enum && field.Symbol is not ("assertion" or "stance"))
            .MinBy(field => field.Order);

    private string Many(Kind kind) => visit.Words.KindsInside(kind.Symbol);

    private string One(Kind kind) => visit.Words.KindInside(kind.Symbol);

    private static string Capital(string text) => text.Length == 0 ? text : $"{char.ToUpperInvariant(text[0])}{text.AsSpan(1)}";
}
