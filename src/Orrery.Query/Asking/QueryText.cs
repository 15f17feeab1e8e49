using System.Collections.Immutable;
using NodaTime.Text;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Small things that skins do with the text of a query.</summary>
public static class QueryText
{
    /// <summary>The same query, asked for its plan.</summary>
    public static string Explained(string text) => $"EXPLAIN {text}";

    /// <summary>The same query, answered for what it took.</summary>
    public static string Profiled(string text) => $"PROFILE {text}";

    /// <summary>Whether a query says itself which moment it asks about (<c>VALID AT</c>, <c>KNOWN AT</c>), whatever its reader looks at.</summary>
    /// <exception cref="FaultException">It is no query.</exception>
    public static bool SaysWhen(string text) => Parser.Parse(text).When != WhenPrefix.None;

    /// <summary>The names of the parameters in a text, each once, in the order in which they are written; also of a text that is no query yet.</summary>
    public static ImmutableArray<string> ParametersOf(string text)
    {
        if (text.Length > Parser.LongestText)
            return [];
        TokenReader tokens = new(text);
        var names = ImmutableArray.CreateBuilder<string>();
        for (var token = tokens.Take(); token.Kind != TokenKind.End; token = tokens.Take())
        {
            if (token.Kind == TokenKind.Parameter && tokens.NameOf(token) is { } name && !names.Contains(name))
                names.Add(name);
        }

        return names.ToImmutable();
    }

    /// <summary>A value written in openCypher, without variables (<c>1</c>, <c>[true, null]</c>, <c>date('2026-01-31')</c>); a plain date (<c>2026-01-31</c>) is that day, anything else is itself, as text.</summary>
    public static Value ParseValue(string text)
    {
        // Read as openCypher, 2026-01-31 would be a subtraction.
        if (LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day })
            return Value.Of(day);
        try
        {
            return
                new Questions(QueryLimits.Usual, []).Ask(
                    Question.Of($"RETURN {text}"),
                    GraphSnapshot.Empty().Read(NodaTime.Instant.MinValue, NodaTime.Instant.FromUnixTimeTicks(0), Mask.Nothing),
                    new(() => throw new InvalidOperationException("A value creates nothing."), new(0)),
                    CancellationToken.None
                )
                    is QueryOutcome.Answered { Answer: { Rows: [[var value]], Changes: null } }
                ? value
                : Value.Of(text);
        }
        catch (FaultException)
        {
            return Value.Of(text);
        }
    }
}
