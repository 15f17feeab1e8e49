using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Small things that skins do with the text of a query.</summary>
public static class QueryText
{
    /// <summary>The same query, asked for its plan.</summary>
    public static string Explained(string text) => $"EXPLAIN {text}";

    /// <summary>A value written in openCypher, without variables (<c>1</c>, <c>[true, null]</c>, <c>date('2026-01-31')</c>); anything else is itself, as text.</summary>
    public static Value ParseValue(string text)
    {
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
