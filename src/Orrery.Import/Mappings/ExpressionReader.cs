using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Orrery.Import;

/// <summary>Reads expressions: <c>name|trim</c>, <c>group/{dir|lower}</c> and <c>=a text as it is</c>.</summary>
internal sealed class ExpressionReader(string file, TransformNames transforms)
{
    private static readonly FrozenDictionary<string, Fact> Facts = new Dictionary<string, Fact>
    {
        ["@item"] = Fact.Item,
        ["@key"] = Fact.Key,
        ["@id"] = Fact.Id,
        ["@id-tail"] = Fact.IdTail,
        ["@parent"] = Fact.Parent,
        ["@parent-tail"] = Fact.ParentTail,
        ["@path"] = Fact.Path,
        ["@nth"] = Fact.Nth,
        ["@date"] = Fact.Date,
    }.ToFrozenDictionary();

    public Expression Read(string text, Node at, string where) =>
        text.StartsWith('=') ? new Expression.Template([new Expression.Piece.Literal(text[1..])], [], text)
        : text.Contains('{', StringComparison.Ordinal) ? Template(text, at, where)
        : Value(text, at, where);

    private Expression.Template Template(string text, Node at, string where)
    {
        var pieces = ImmutableArray.CreateBuilder<Expression.Piece>();
        var (whole, steps) = Parts(text, at, where);
        var place = 0;
        while (place < whole.Length)
        {
            var open = whole.IndexOf('{', place);
            if (open < 0)
                open = whole.Length;
            if (open > place)
                pieces.Add(new Expression.Piece.Literal(whole[place..open]));
            if (open == whole.Length)
                break;
            var close = whole.IndexOf('}', open);
            if (close < 0)
                throw ImportFaults.Mapping(
                    file,
                    at.Line,
                    where,
                    $"'{text}' opens a brace that nothing closes",
                    "Write {path|transform}."
                );
            pieces.Add(Filled(whole[(open + 1)..close], at, where));
            place = close + 1;
        }

        return new(pieces.DrainToImmutable(), steps, text);
    }

    /// <summary>The template, and the transforms that follow its last brace after a bar.</summary>
    private (string Whole, ImmutableArray<Transform> Steps) Parts(string text, Node at, string where)
    {
        var bar = text.IndexOf('|', text.LastIndexOf('}') + 1);
        return bar < 0
            ? (text, [])
            : (text[..bar].TrimEnd(), Steps(text[(bar + 1)..].Split('|', StringSplitOptions.TrimEntries), at, where));
    }

    private Expression.Piece.Filled Filled(string inside, Node at, string where)
    {
        var mayMiss = inside.EndsWith('?');
        return new(Value(mayMiss ? inside[..^1] : inside, at, where), mayMiss);
    }

    private Expression.Read Value(string text, Node at, string where)
    {
        var parts = text.Split('|', StringSplitOptions.TrimEntries);
        return new(OriginOf(parts[0], at, where), Steps(parts[1..], at, where), text);
    }

    private ImmutableArray<Transform> Steps(string[] names, Node at, string where) =>
        [.. names.Select(name => transforms.Find(name, at, where))];

    private Origin OriginOf(string text, Node at, string where)
    {
        if (Facts.TryGetValue(text, out var fact))
            return new Origin.Known(fact);
        if (text.StartsWith('@'))
            throw ImportFaults.Mapping(
                file,
                at.Line,
                where,
                $"'{text}' is not known",
                $"Use one of {string.Join(", ", Facts.Keys.Order())}."
            );
        return NodePath.TryParse(text) is { } path
            ? new Origin.In(path)
            : throw ImportFaults.Mapping(
                file,
                at.Line,
                where,
                $"'{text}' is no path",
                "Write names joined by dots, e.g. contact.teams[*].name"
            );
    }
}
