using System.Text;

namespace Orrery.Query;

/// <summary>Tree to text in one layout: a clause a line, keywords in capitals, brackets only where they are needed.</summary>
/// <remarks>What it prints parses to a tree that prints the same.</remarks>
internal sealed partial class Printer
{
    private readonly StringBuilder _text = new();

    private Printer() { }

    public static string Print(QueryTree tree)
    {
        Printer printer = new();
        printer.Prefixes(tree);
        printer.Regular(tree.Query, "\n");
        return printer._text.ToString();
    }

    public static string Print(Expression expression)
    {
        Printer printer = new();
        printer.Print(expression, Binding.Loosest);
        return printer._text.ToString();
    }

    /// <summary>A name as it is written, in backticks where it must be.</summary>
    /// <param name="name">Any text.</param>
    /// <param name="isFree">Whether keywords are names there: labels, types and keys.</param>
    public static string Print(string name, bool isFree)
    {
        Printer printer = new();
        printer.Name(name, isFree);
        return printer._text.ToString();
    }

    private void Prefixes(QueryTree tree)
    {
        if (tree.Wanted != WantedAnswer.Rows)
            _text.Append(tree.Wanted == WantedAnswer.Plan ? "EXPLAIN\n" : "PROFILE\n");
        if (tree.When.IsAnyTime)
            _text.Append("VALID AT ANY\n");
        if (tree.When.Valid is { } valid)
            Then("VALID AT ", valid).Append('\n');
        if (tree.When.Known is { } known)
            Then("KNOWN AT ", known).Append('\n');
    }

    /// <param name="query">What to print.</param>
    /// <param name="between">What stands between clauses: the end of a line, or a space inside braces.</param>
    private void Regular(RegularQuery query, string between)
    {
        for (var at = 0; at < query.Parts.Length; at++)
        {
            if (at > 0)
                _text.Append(between).Append(query.IsAll[at - 1] ? "UNION ALL" : "UNION").Append(between);
            Separated(query.Parts[at].Clauses, between, PrintClause);
        }
    }

    private StringBuilder Then(string before, Expression expression)
    {
        _text.Append(before);
        Print(expression, Binding.Loosest);
        return _text;
    }

    private void Where(Expression? condition)
    {
        if (condition is not null)
            Then(" WHERE ", condition);
    }

    private void Separated<T>(IReadOnlyList<T> items, string between, Action<T> print)
    {
        for (var at = 0; at < items.Count; at++)
        {
            if (at > 0)
                _text.Append(between);
            print(items[at]);
        }
    }

    private void Separated(IReadOnlyList<Expression> items) => Separated(items, ", ", item => Print(item, Binding.Loosest));

    /// <summary>A variable: in backticks when it is no plain word, or one that could be read as a keyword.</summary>
    private void Variable(string name) => Name(name, isFree: false);

    /// <summary>A key, a label, a type: any word will do.</summary>
    private void Symbol(string name) => Name(name, isFree: true);

    private void Name(string name, bool isFree)
    {
        var isPlain = Lexer.Read(name) is [{ Kind: TokenKind.Word } word, _] && word.Length == name.Length;
        if (isPlain && (isFree || Keywords.Of(name) == Keyword.None))
            _text.Append(name);
        else
            _text.Append('`').Append(name.Replace("`", "``", StringComparison.Ordinal)).Append('`');
    }

    private void Dotted(string name) =>
        Separated(
            name.Split('.'),
            ".",
            part => Name(part, isFree: Keywords.Of(part) is Keyword.None or Keyword.Exists or Keyword.Count)
        );
}
