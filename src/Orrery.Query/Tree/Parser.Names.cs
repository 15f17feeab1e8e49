using System.Collections.Immutable;

namespace Orrery.Query;

/// <summary>Names, and what must stand where it stands.</summary>
internal sealed partial class Parser
{
    /// <summary>variable := a word that is not reserved | "`" any name "`"</summary>
    private string Variable(string expected) =>
        IsVariable(_tokens.Next) ? Taken() : throw (_tokens.Is(TokenKind.Word) ? ReservedWord(expected) : Stumble(expected));

    /// <summary>symbol := any word | "`" any name "`"</summary>
    private string Symbol(string expected) => IsName(_tokens.Next) ? Taken() : throw Stumble(expected);

    private Name NameOf(string expected)
    {
        var first = _tokens.Next;
        var text = Symbol(expected);
        return new(first.At, text);
    }

    /// <summary>dotted := symbol ("." symbol)*</summary>
    private Name Dotted(string expected)
    {
        var first = _tokens.Next;
        List<string> names = [Symbol(expected)];
        while (_tokens.TryTake(TokenKind.Dot))
            names.Add(Symbol("a name after the dot"));
        return new(_tokens.Since(first), names.Count == 1 ? names[0] : string.Join('.', names));
    }

    /// <summary>labels := (":" symbol)+</summary>
    private ImmutableArray<Name> Labels()
    {
        var labels = ImmutableArray.CreateBuilder<Name>(1);
        while (_tokens.TryTake(TokenKind.Colon))
            labels.Add(NameOf("a label"));
        return labels.DrainToImmutable();
    }

    private string Taken()
    {
        var token = _tokens.Take();
        var name = _tokens.NameOf(token);
        return name.Length > 0
            ? name
            : throw QueryFaults.Senseless(token.At, "The name between the backticks is empty.", "Type a name between them.");
    }

    private static bool IsName(Token token) => token.Kind is TokenKind.Word or TokenKind.QuotedName;

    private static bool IsVariable(Token token) => IsName(token) && !Keywords.IsReserved(token.Keyword);

    private void Expect(Keyword keyword, string expected)
    {
        if (!_tokens.TryTake(keyword))
            throw Stumble(expected);
    }

    private void Expect(TokenKind kind, string expected)
    {
        if (!_tokens.TryTake(kind))
            throw Stumble(expected);
    }
}
