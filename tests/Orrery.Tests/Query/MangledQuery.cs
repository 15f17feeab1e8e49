using Orrery.Query;
using Orrery.Tests.Import;

namespace Orrery.Tests.Query;

/// <summary>Queries mangled by token: pieces left out, doubled, swapped, replaced, joined with pieces of others.</summary>
internal static class MangledQuery
{
    private static readonly string[] Pieces =
    [
        .. Keywords.Words,
        .. "( ) [ ] { } , : . .. ; | + += - * / % ^ = <> < <= > >= =~ - -> <- -- --> == != && $ ! # ` ' \" \\ // /* */ — ⟨ ⟩ ‘ é 𝒳 \ud800 \0 \n \t".Split(
            ' '
        ),
        .. "n 0 1 -1 1.5 .5 1e9 0x1F 0o7 1e999 9223372036854775808 12x $p $1 'a' \"b\" '\\u00e9' '\\u' `a b` `` (n) -[r:A|B*1..3]-> count(*) n.x".Split(
            ' '
        ),
    ];

    private static readonly string[] Corpus =
    [
        .. CaseFile.Read(Path.Combine("query", "prints.cases")).Select(line => line.Input),
        .. CaseFile.Read(Path.Combine("query", "syntax.cases")).Select(line => line.Input),
    ];

    public static string Of(Random chance) => Of(Corpus[chance.Next(Corpus.Length)], chance);

    /// <summary>A text that can be read into tokens, mangled.</summary>
    public static string Of(string text, Random chance)
    {
        var tokens = PiecesOf(text);
        for (var times = chance.Next(1, 6); times > 0; times--)
            Mangle(tokens, chance);
        return string.Concat(tokens.Select(token => chance.Next(12) == 0 ? token.TrimEnd() : token));
    }

    private static List<string> PiecesOf(string query)
    {
        var tokens = Lexer.Read(query);
        return [.. tokens.Zip(tokens.Skip(1), (token, next) => query[token.Start..next.Start])];
    }

    private static void Mangle(List<string> tokens, Random chance)
    {
        var at = chance.Next(tokens.Count + 1);
        switch (chance.Next(7))
        {
            case 0 when at < tokens.Count:
                tokens.RemoveAt(at);
                break;
            case 1 when at < tokens.Count:
                tokens[at] = $"{Pieces[chance.Next(Pieces.Length)]} ";
                break;
            case 2 when at + 1 < tokens.Count:
                (tokens[at], tokens[at + 1]) = (tokens[at + 1], tokens[at]);
                break;
            case 3:
                var other = PiecesOf(Corpus[chance.Next(Corpus.Length)]);
                var start = chance.Next(other.Count);
                tokens.InsertRange(at, other.Skip(start).Take(chance.Next(1, 8)));
                break;
            case 4:
                var length = Math.Min(chance.Next(1, 6), tokens.Count - at);
                tokens.InsertRange(at, tokens.GetRange(at, length).ToArray());
                break;
            case 5 when at < tokens.Count && tokens[at].Length > 0:
                tokens[at] = tokens[at].Remove(chance.Next(tokens[at].Length), 1);
                break;
            default:
                tokens.Insert(at, $"{Pieces[chance.Next(Pieces.Length)]} ");
                break;
        }
    }
}
