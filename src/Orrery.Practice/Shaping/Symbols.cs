using System.Globalization;
using System.Text;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>What data and queries call a part of the model that people named: a symbol that packs can write.</summary>
public static class Symbols
{
    private const int Longest = 60;

    /// <summary>Whether it is one already.</summary>
    public static bool IsOne(string text) => PackReader.SymbolPattern().IsMatch(text);

    /// <summary>Of a title: its Latin letters and digits without marks; empty where it has none.</summary>
    public static string Of(string title)
    {
        var symbol = new StringBuilder();
        foreach (var c in EntityRef.KeyFor(title))
        {
            if (char.IsAsciiLetterLower(c) || (char.IsAsciiDigit(c) && symbol.Length > 0))
                symbol.Append(c);
            else if (LatinLetters.Find(c) is { } plain)
                symbol.Append(plain);
            else if (
                CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark
                && symbol.Length > 0
                && symbol[^1] != '-'
            )
                symbol.Append('-');
        }

        return symbol.ToString(0, Math.Min(Longest, symbol.Length)).Trim('-');
    }

    /// <summary>The first of symbol, symbol-2, symbol-3 that is not taken.</summary>
    public static string Fresh(string symbol, Func<string, bool> isTaken)
    {
        var tried = symbol;
        for (var count = 2; isTaken(tried); count++)
            tried = $"{symbol}-{count}";
        return tried;
    }

    /// <summary>A free symbol for a new part of a title in any script.</summary>
    /// <param name="reading">The workspace: what was ever called so stays taken.</param>
    /// <param name="metaKind">What sort of part.</param>
    /// <param name="title">What people call it.</param>
    /// <param name="prefix">What stands before it in the key of its ref.</param>
    internal static string Fresh(Reading reading, string metaKind, string title, string prefix = "")
    {
        var wished = Of(title) is { Length: > 0 } made ? made : $"our-{metaKind}";
        return Fresh(wished, IsTaken);

        bool IsTaken(string symbol)
        {
            var reference = EntityRef.Of(metaKind, prefix + symbol);
            return reading.FindAnyTime(reference) is not null
                || reading.FindAnyTime(PackCommands.ModelId(reference.ToString())) is not null
                || MetaKinds.Contains(symbol);
        }
    }
}
