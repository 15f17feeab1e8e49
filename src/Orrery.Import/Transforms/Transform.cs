using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Orrery.Graph;

namespace Orrery.Import;

/// <summary>A step from a text to what it means. The list is closed (docs/imports/mapping.md); mappings compose steps under names of their own.</summary>
internal abstract record Transform
{
    private Transform() { }

    /// <summary>One of <see cref="PlainTransforms"/>.</summary>
    public sealed record Plain(string Name, Func<string, Transformed> Read) : Transform;

    /// <summary>Steps in order; the first that rejects ends it.</summary>
    public sealed record Chain(ImmutableArray<Transform> Steps) : Transform;

    /// <summary>The group <c>value</c> of the pattern, or its first group; rejects what does not match.</summary>
    public sealed record Extract(Regex Pattern, string Why) : Transform;

    /// <summary>Rejects what matches, saying why.</summary>
    public sealed record Refuse(Regex Pattern, string Why) : Transform;

    /// <summary>Leaves out what matches, saying why.</summary>
    public sealed record Drop(Regex Pattern, string Why) : Transform;

    /// <summary>The text put in place of <c>{}</c>.</summary>
    public sealed record Format(string Text) : Transform;

    /// <summary>Texts that stand for nothing, in any case.</summary>
    public sealed record Placeholders(FrozenSet<string> Words) : Transform;

    /// <summary>Other spellings to the right one, in any case; the rest as it is.</summary>
    public sealed record Synonyms(FrozenDictionary<string, string> Spellings) : Transform;

    /// <summary>One of a closed list, in any case; rejects the rest.</summary>
    public sealed record OneOf(FrozenDictionary<string, string> Words) : Transform;

    /// <summary>The same text, whatever was there.</summary>
    public sealed record Constant(string Text) : Transform;

    /// <summary>A row of a lookup table by its key.</summary>
    public sealed record Lookup(string Table) : Transform;

    /// <summary>A text into a list, at any of these characters.</summary>
    public sealed record Split(string Separators) : Transform;

    /// <summary>What the steps make of that text.</summary>
    public Transformed Apply(string text, LookupTables tables) =>
        this switch
        {
            Plain plain => plain.Read(text),
            Chain chain => ApplyAll(chain.Steps, text, tables),
            Extract extract => Extracted(extract.Pattern.Match(text), extract.Why),
            Refuse refuse => refuse.Pattern.IsMatch(text) ? new Transformed.Rejected(refuse.Why) : Transformed.Of(text),
            Drop drop => drop.Pattern.IsMatch(text)
                ? Transformed.Of(drop.Pattern.Replace(text, ""), drop.Why)
                : Transformed.Of(text),
            Format format => Transformed.Of(format.Text.Replace("{}", text, StringComparison.Ordinal)),
            Placeholders { Words: var words } => words.Contains(text.Trim())
                ? new Transformed.Placeholder("says that there is nothing")
                : Transformed.Of(text),
            Synonyms { Spellings: var spellings } => spellings.TryGetValue(text.Trim(), out var right)
                ? Transformed.Of(right, $"read as '{right}'")
                : Transformed.Of(text),
            OneOf { Words: var words } => words.TryGetValue(text.Trim(), out var word)
                ? Transformed.Of(word)
                : new Transformed.Rejected($"is none of {string.Join(", ", words.Values.Order(StringComparer.Ordinal))}"),
            Constant constant => Transformed.Of(constant.Text),
            Lookup lookup => tables.Find(lookup.Table, text),
            Split split => Transformed.Of(
                Value.Of(text.Split(split.Separators.ToCharArray(), Both).Select(part => Value.Of(part)))
            ),
            _ => throw new UnreachableException($"No rule applies {GetType().Name}."),
        };

    private const StringSplitOptions Both = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    private static Transformed Extracted(Match match, string why)
    {
        if (!match.Success)
            return new Transformed.Rejected(why);
        var named = match.Groups["value"];
        return Transformed.Of(named.Success ? named.Value : match.Groups[match.Groups.Count > 1 ? 1 : 0].Value);
    }

    /// <summary>What these steps make of that text, one after the other.</summary>
    public static Transformed ApplyAll(ImmutableArray<Transform> steps, string text, LookupTables tables)
    {
        var current = Transformed.Of(text);
        string? coerced = null;
        foreach (var step in steps)
        {
            if (current is not Transformed.Done done || done.Value.IsNothing)
                return current;
            current = done.Value.AsText is { } now
                ? step.Apply(now, tables)
                : new Transformed.Rejected("is no text any more when the next step wants one");
            coerced = (current as Transformed.Done)?.Coerced is { } note
                ? (coerced is null ? note : $"{coerced}; {note}")
                : coerced;
        }

        return current is Transformed.Done last ? last with { Coerced = coerced } : current;
    }
}
