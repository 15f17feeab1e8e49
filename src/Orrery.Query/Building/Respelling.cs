using System.Text;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>How names of a model are written in a query, as people like to read them: <c>:KeyResult</c>, <c>:CONTRIBUTES_TO</c>, <c>.next_word</c>; in an open workspace as they are.</summary>
internal sealed class Respelling(Model model)
{
    private readonly bool _isPlain = !model.Settings.IsEnforced;

    /// <summary>A kind, as a label.</summary>
    public string Label(string kind) => Respelled(kind, Capital, "");

    /// <summary>A relation type.</summary>
    public string Type(string type) => Respelled(type, word => word.ToUpperInvariant(), "_");

    /// <summary>A field.</summary>
    public string Field(string field) => Respelled(field, word => word.ToLowerInvariant(), "_");

    /// <summary>A variable for things of a kind: letters and digits of its symbol.</summary>
    public static string Variable(string? kind)
    {
        StringBuilder name = new();
        var isNewWord = false;
        foreach (var letter in kind ?? "thing")
        {
            if (char.IsLetter(letter) || (char.IsDigit(letter) && name.Length > 0))
                name.Append(isNewWord && name.Length > 0 ? char.ToUpperInvariant(letter) : letter);
            isNewWord = !char.IsLetterOrDigit(letter);
        }

        return name.Length == 0 ? "thing"
            : char.IsUpper(name[0]) ? char.ToLowerInvariant(name[0]) + name.ToString(1, name.Length - 1)
            : name.ToString();
    }

    // Only what a vocabulary reads as the same name, and what needs no backticks.
    private string Respelled(string symbol, Func<string, string> change, string between)
    {
        if (_isPlain)
            return symbol;
        var spelled = string.Join(between, symbol.Split(['-', '_', ' '], StringSplitOptions.RemoveEmptyEntries).Select(change));
        return Vocabulary.AreAlike(spelled, symbol) && spelled.Length > 0 && (char.IsLetter(spelled[0]) || spelled[0] == '_')
            ? spelled
            : symbol;
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
