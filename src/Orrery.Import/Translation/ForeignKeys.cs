using System.Security.Cryptography;
using System.Text;
using Orrery.Graph;

namespace Orrery.Import;

/// <summary>Keys of refs from foreign ids: a function of the id alone, and never the same for two ids of one kind.</summary>
internal static class ForeignKeys
{
    private const int LongestPlain = 120;

    /// <summary>The id after its first slash, slashes as colons. Where a character cannot stand in a key, or it gets too long, digits of the id's hash are added.</summary>
    public static string Of(string foreignId)
    {
        var tail = Tail(foreignId);
        return tail.Length is > 0 and <= LongestPlain && tail.AsSpan().IndexOfAnyExcept(Plain) < 0
            ? tail.Replace('/', ':')
            : $"{Readable(tail)}~{Digits(foreignId)}";
    }

    /// <summary>What follows the first slash; all of it where there is none.</summary>
    public static string Tail(string foreignId) => foreignId[(foreignId.IndexOf('/', StringComparison.Ordinal) + 1)..];

    private static string Readable(string tail)
    {
        var slug = Texts.SlugOf(tail.Replace('/', ' '));
        return slug.Length <= LongestPlain
            ? slug
            : string.Concat(slug.EnumerateRunes().Take(LongestPlain / 2).Select(r => r.ToString()));
    }

    private static string Digits(string foreignId) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(foreignId)).AsSpan(0, 5));

    private static readonly System.Buffers.SearchValues<char> Plain = System.Buffers.SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyz0123456789-._/"
    );

    /// <summary>Whether this kind and foreign id make a ref.</summary>
    public static bool MakesRef(string kind, string foreignId) => EntityRef.TryParse($"{kind}:{Of(foreignId)}", out _);
}
