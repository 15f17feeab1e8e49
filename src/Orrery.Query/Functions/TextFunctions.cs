using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Functions of texts.</summary>
internal static class TextFunctions
{
    public static readonly Function[] All =
    [
        Changed("toLower(text)", "The text in small letters.", text => text.ToLowerInvariant()),
        Changed("toUpper(text)", "The text in capital letters.", text => text.ToUpperInvariant()),
        Changed("lower(text)", "The text in small letters.", text => text.ToLowerInvariant()),
        Changed("upper(text)", "The text in capital letters.", text => text.ToUpperInvariant()),
        Changed("trim(text)", "The text without white space at its ends.", text => text.Trim()),
        Changed("lTrim(text)", "The text without white space at its start.", text => text.TrimStart()),
        Changed("rTrim(text)", "The text without white space at its end.", text => text.TrimEnd()),
        Counted("char_length(text)"),
        Counted("character_length(text)"),
        Arguments.Of("left(text, count)", "The first characters.", (text, count) => Left(text, count)),
        Arguments.Of("right(text, count)", "The last characters.", (text, count) => Right(text, count)),
        Arguments.Of("replace(text, search, by)", "The text with every occurrence replaced.", Replace),
        Arguments.Of("split(text, by)", "The parts of a text between separators.", Split),
        new("substring", "substring(text, start, length?)", "Part of a text; the first character is at 0.", 2, 3, Substring),
    ];

    private static Function Changed(string signature, string summary, Func<string, string> change) =>
        Arguments.Of(signature, summary, text => Value.Of(change(Arguments.Text(text, Arguments.NameOf(signature)))));

    private static Function Counted(string signature) =>
        Arguments.Of(
            signature,
            "How many characters a text has.",
            text => Value.Of((long)Arguments.Text(text, Arguments.NameOf(signature)).Length)
        );

    private static Value Left(Value text, Value count)
    {
        var whole = Arguments.Text(text, "left");
        return Value.Of(whole[..Math.Min(whole.Length, Arguments.Count(count, "left"))]);
    }

    private static Value Right(Value text, Value count)
    {
        var whole = Arguments.Text(text, "right");
        return Value.Of(whole[^Math.Min(whole.Length, Arguments.Count(count, "right"))..]);
    }

    private static Value Replace(Value text, Value search, Value by)
    {
        var (whole, old, fresh) = (
            Arguments.Text(text, "replace"),
            Arguments.Text(search, "replace"),
            Arguments.Text(by, "replace")
        );
        if (old.Length == 0)
            return text;
        return whole.Length / old.Length * (long)fresh.Length <= Texts.Longest
            ? Value.Of(Texts.Searched(whole, old.Length).Replace(old, fresh, StringComparison.Ordinal))
            : throw QueryFaults.ValueTooLarge("The text with everything replaced");
    }

    private static Value Split(Value text, Value by)
    {
        var whole = Arguments.Text(text, "split");
        IEnumerable<string> separators = by is Value.List { Items: var items }
            ? items.Select(item => Arguments.Text(item, "split"))
            : [Arguments.Text(by, "split")];
        string[] kept = [.. separators.Where(separator => separator.Length > 0)];
        var parts = kept is []
            ? whole.Select(letter => letter.ToString())
            : Texts.Searched(whole, kept.Sum(separator => separator.Length)).Split(kept, StringSplitOptions.None);
        Value[] found = [.. parts.Take(Lists.Longest + 1).Select(part => Value.Of(part))];
        Lists.CheckLength(found.Length);
        return new Value.List([.. found]);
    }

    private static Value Substring(ReadOnlySpan<Value> given, CallSurroundings surroundings)
    {
        if (!Arguments.Known(given))
            return Value.Nothing;
        var whole = Arguments.Text(given[0], "substring");
        var start = Math.Min(whole.Length, Arguments.Count(given[1], "substring"));
        var length = given.Length > 2 ? Arguments.Count(given[2], "substring") : int.MaxValue;
        return Value.Of(whole.Substring(start, Math.Min(length, whole.Length - start)));
    }
}
