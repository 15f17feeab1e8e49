namespace Orrery.Query;

/// <summary>A word, a sign, a literal.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Keyword">For a word, which keyword; <see cref="Keyword.None"/> otherwise.</param>
/// <param name="Start">Index of its first character.</param>
/// <param name="Length">In characters.</param>
internal readonly record struct Token(TokenKind Kind, Keyword Keyword, int Start, int Length)
{
    public int End => Start + Length;

    public TextSpan At => new(Start, Length);
}
