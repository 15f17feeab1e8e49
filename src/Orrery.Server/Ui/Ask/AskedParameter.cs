using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Server;

/// <summary>A parameter of a question.</summary>
/// <param name="Name">Without the dollar sign.</param>
/// <param name="Typed">What was typed: openCypher's way of writing a value, a date, or plain text; empty for nothing.</param>
public sealed record AskedParameter(string Name, string Typed)
{
    public bool IsGiven => Typed.Length > 0;

    public Value Value => IsGiven ? QueryText.ParseValue(Typed) : Value.Nothing;
}
