using Orrery.Graph;

namespace Orrery.Query;

/// <summary>What the text alone shows: refusals of the lexer and the parser.</summary>
internal static partial class QueryFaults
{
    private const int LongestQuote = 40;

    /// <summary>Something stands where something else was expected.</summary>
    /// <param name="at">What stands there.</param>
    /// <param name="expected">With its article: <c>a name</c>.</param>
    /// <param name="found">As <see cref="Quoted"/> says it.</param>
    /// <param name="remedy">What to type.</param>
    public static QueryException Unexpected(TextSpan at, string expected, string found, string remedy) =>
        Compile(QueryError.SyntaxError, "UnexpectedSyntax", at, $"Expected {expected}, not {found}.", remedy);

    /// <summary>Something that never makes sense, said in a sentence of its own.</summary>
    public static QueryException Senseless(TextSpan at, string message, string remedy) =>
        Compile(QueryError.SyntaxError, "UnexpectedSyntax", at, message, remedy);

    /// <summary>A clause where it may not stand.</summary>
    public static QueryException Composition(TextSpan at, string message, string remedy) =>
        Compile(QueryError.SyntaxError, "InvalidClauseComposition", at, message, remedy);

    public static QueryException NoNumber(ReadOnlySpan<char> written, TextSpan at) =>
        Compile(
            QueryError.SyntaxError,
            "InvalidNumberLiteral",
            at,
            $"{Quoted(written)} starts like a number, but is none.",
            "Numbers are written 42, 1.5, 1e9, 0x2A or 0o52. A name that starts with a digit goes in backticks."
        );

    public static QueryException IntegerOverflow(ReadOnlySpan<char> written, TextSpan at, bool isNegative) =>
        Compile(
            QueryError.SyntaxError,
            "IntegerOverflow",
            at,
            $"{(isNegative ? "-" : "")}{Shortened(written)} is too large for a whole number.",
            "Whole numbers run from -9223372036854775808 to 9223372036854775807. Write a larger one with a fraction: 1e19."
        );

    public static QueryException FloatOverflow(ReadOnlySpan<char> written, TextSpan at) =>
        Compile(
            QueryError.SyntaxError,
            "FloatingPointOverflow",
            at,
            $"{Shortened(written)} is too large for a number.",
            "The largest number is about 1.797e308. Write a smaller one."
        );

    public static QueryException NoCharacter(string written, TextSpan at) =>
        Compile(
            QueryError.SyntaxError,
            "InvalidUnicodeLiteral",
            at,
            $"'{written}' names no character.",
            @"Write \u and four hex digits, or \U and eight: \u00E9, \U0001F600."
        );

    public static QueryException NoEscape(ReadOnlySpan<char> written, TextSpan at) =>
        Compile(
            QueryError.SyntaxError,
            "UnexpectedSyntax",
            at,
            $"{Quoted(written)} means nothing inside a text.",
            @"Known are \\ \' \"" \` \b \f \n \r \t \uXXXX and \UXXXXXXXX. For a backslash itself write \\."
        );

    /// <summary>A character that looks like a sign of the language, or like nothing in it.</summary>
    public static QueryException ForeignCharacter(string character, TextSpan at) =>
        Compile(
            QueryError.SyntaxError,
            "InvalidUnicodeCharacter",
            at,
            $"The character {character} means nothing here.",
            Lookalikes.TryGetValue(character, out var meant)
                ? $"Did you mean {meant}? It was perhaps copied from a text."
                : "Put names with such characters in backticks, and texts in quotes."
        );

    public static QueryException Unclosed(string what, string closing, TextSpan at) =>
        Compile(
            QueryError.SyntaxError,
            "UnexpectedSyntax",
            at,
            $"This {what} is never closed.",
            $"Type {closing} where it ends."
        );

    public static QueryException TooLong(int length, int most) =>
        Limit(
            "TextTooLong",
            null,
            $"The query is {length} characters long; {most} are read.",
            "Hand in long lists as parameters."
        );

    public static QueryException TooDeep(TextSpan at) =>
        Limit(
            "NestingTooDeep",
            at,
            "The query is nested too deep here, or chains too many operators.",
            "Split it with WITH, or hand in the inner part as a parameter."
        );

    public static QueryException TooMany(string what, int most, TextSpan at) =>
        Limit(
            "TooManySteps",
            at,
            $"The query has more than {Number(most)} {what}.",
            "Hand in a list as a parameter and go through it with UNWIND, or ask several queries."
        );

    /// <summary>A piece of the text as messages show it.</summary>
    public static string Quoted(ReadOnlySpan<char> written) => $"'{Shortened(written)}'";

    private static string Shortened(ReadOnlySpan<char> written)
    {
        var line = written.IndexOfAny('\n', '\r') is >= 0 and var end ? written[..end] : written;
        return line.Length > LongestQuote ? $"{line[..(LongestQuote - 1)]}…"
            : line.Length < written.Length ? $"{line}…"
            : line.ToString();
    }

    private static QueryException Limit(string detail, TextSpan? at, string message, string remedy) =>
        new(
            new(
                QueryError.LimitReached,
                QueryPhase.CompileTime,
                detail,
                at,
                new(FaultKind.Limit, CodeOf(detail), message, remedy)
            )
        );

    private static readonly Dictionary<string, string> Lookalikes = new(StringComparer.Ordinal)
    {
        ["‘"] = "'",
        ["’"] = "'",
        ["“"] = "\"",
        ["”"] = "\"",
        ["„"] = "\"",
        ["«"] = "\"",
        ["»"] = "\"",
        ["´"] = "'",
        ["‐"] = "-",
        ["‑"] = "-",
        ["‒"] = "-",
        ["–"] = "-",
        ["—"] = "-",
        ["―"] = "-",
        ["−"] = "-",
        ["－"] = "-",
        ["×"] = "*",
        ["÷"] = "/",
        ["≤"] = "<=",
        ["≥"] = ">=",
        ["≠"] = "<>",
        ["→"] = "->",
        ["←"] = "<-",
        ["…"] = "..",
        ["∧"] = "AND",
        ["∨"] = "OR",
        ["¬"] = "NOT",
        ["，"] = ",",
        ["（"] = "(",
        ["）"] = ")",
    };
}
