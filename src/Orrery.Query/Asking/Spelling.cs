using System.Globalization;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>How names and values of a workspace are written in a query that people will read: <c>KeyResult</c>, <c>CONTRIBUTES_TO</c>, <c>dueDate</c>.</summary>
/// <param name="model">Whose names; where it is not enforced, a name is written as it is.</param>
public sealed class Spelling(Model model)
{
    /// <summary>A kind, a category or any other label.</summary>
    public string Label(string symbol) =>
        Quoted(IsLoose(symbol) ? string.Concat(symbol.Split('-').Select(Capital)) : symbol, isFree: true);

    /// <summary>A relation type.</summary>
    public string Type(string symbol) =>
        Quoted(IsLoose(symbol) ? symbol.Replace('-', '_').ToUpperInvariant() : symbol, isFree: true);

    /// <summary>A field.</summary>
    public string Field(string symbol) =>
        Quoted(
            IsLoose(symbol) && symbol.Split('-') is [var first, .. var rest]
                ? first + string.Concat(rest.Select(Capital))
                : symbol,
            isFree: true
        );

    /// <summary>A variable or a column, in backticks when it is no plain word.</summary>
    public static string Variable(string name) => Quoted(name, isFree: false);

    /// <summary>A text between quotes.</summary>
    public static string Text(string characters) => Printer.Print(new Expression.Literal(new(0, 0), Value.Of(characters)));

    private bool IsLoose(string symbol) => model.Settings.IsEnforced && symbol.Length > 0;

    private static string Capital(string word) =>
        word.Length == 0 ? "" : string.Concat(char.ToUpper(word[0], CultureInfo.InvariantCulture).ToString(), word.AsSpan(1));

    private static string Quoted(string name, bool isFree) => Printer.Print(name, isFree);
}
