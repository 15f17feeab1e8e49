using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Server;

/// <summary>The list of a kind as a question: narrowed by words, sorted, a page at a time.</summary>
/// <param name="Kind">The kind's symbol; descendants are included.</param>
/// <param name="Words">Every one must occur in the title or the ref, in any case; empty for all.</param>
/// <param name="SortBy">A field's symbol.</param>
/// <param name="Descending">Largest first; what has no value comes last either way.</param>
/// <param name="Page">From 1.</param>
public sealed record KindList(string Kind, string Words, string SortBy, bool Descending, int Page)
{
    public const int PageSize = 50;

    private const string Title = "toLower(coalesce(x.title, x.ref, x.id))";
    private const string Matching =
        "all(word IN $words WHERE toLower(coalesce(x.title, '') + ' ' + coalesce(x.ref, '')) CONTAINS toLower(word))";

    /// <summary>How an address says it: <c>title</c>, <c>-due</c>.</summary>
    public string Sort => (Descending ? "-" : "") + SortBy;

    public static KindList Read(string kind, string? words, string? sort, int? page)
    {
        var sorted = sort is { Length: > 0 } ? sort : "title";
        return new(kind, words ?? "", sorted.TrimStart('-'), sorted.StartsWith('-'), Math.Max(1, page ?? 1));
    }

    /// <summary>One column: the things of its page.</summary>
    public Question Shown(Model model) =>
        new(
            $"{Found(model)}\nRETURN x\nORDER BY {Key(model)}, x.id\nSKIP $skip LIMIT $limit",
            Parameters.Add("skip", Value.Of((long)(Page - 1) * PageSize)).Add("limit", Value.Of((long)PageSize))
        );

    /// <summary>One row: how many there are on all pages.</summary>
    public Question Counted(Model model) => new($"{Found(model)}\nRETURN count(*) AS count", Parameters);

    /// <summary>The same for people to go on from, all pages of it, with the fields that the list shows.</summary>
    public AskedText Open(Model model, IEnumerable<string> fields)
    {
        var spelling = new Spelling(model);
        var columns = string.Concat(fields.Select(field => $", x.{spelling.Field(field)}"));
        return AskedText.Of(
            $"{Found(model)}\nRETURN x{columns}\nORDER BY {Key(model)}",
            _ => $"[{string.Join(", ", EachWord.Select(Spelling.Text))}]"
        );
    }

    private IEnumerable<string> EachWord => Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private ImmutableSortedDictionary<string, Value> Parameters =>
        Words.Length == 0 ? Properties.None : Properties.Of(("words", Value.Of(EachWord.Select(word => Value.Of(word)))));

    private string Found(Model model) =>
        $"MATCH (x:{new Spelling(model).Label(Kind)})" + (Words.Length == 0 ? "" : $"\nWHERE {Matching}");

    private string Key(Model model)
    {
        var field = $"x.{new Spelling(model).Field(SortBy)}";
        var direction = Descending ? " DESC" : "";
        return SortBy == "title" ? Title + direction : $"{field} IS NULL, {field}{direction}";
    }
}
