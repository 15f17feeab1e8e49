namespace Orrery.Query;

/// <summary>Which bracket closes which, found once, so that looking ahead past one costs nothing.</summary>
internal sealed class Brackets
{
    private readonly int[] _partners;

    private Brackets(int[] partners) => _partners = partners;

    /// <summary>The first bracket that is closed by another sort, or by nothing; null when all is well. Indices of tokens.</summary>
    public (int Open, int? Close)? Astray { get; private init; }

    /// <summary>The index of the token that closes the bracket at an index, or -1.</summary>
    public int Closing(int open) => _partners[open];

    public static Brackets Of(List<Token> tokens)
    {
        var partners = new int[tokens.Count];
        Array.Fill(partners, -1);
        Stack<int> open = new();
        for (var i = 0; i < tokens.Count; i++)
        {
            var kind = tokens[i].Kind;
            if (kind is TokenKind.OpenParen or TokenKind.OpenBracket or TokenKind.OpenBrace)
                open.Push(i);
            else if (
                kind is TokenKind.CloseParen or TokenKind.CloseBracket or TokenKind.CloseBrace
                && open.TryPop(out var opening)
            )
            {
                if (tokens[opening].Kind + 1 != kind)
                    return new(partners) { Astray = (opening, i) };
                partners[opening] = i;
            }
        }

        return new(partners) { Astray = open.TryPeek(out var last) ? (last, null) : null };
    }
}
