using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Orrery.Import;

/// <summary>Everything an import did not carry over as it stands: nothing is lost silently.</summary>
/// <param name="Losses">In order of kind, path, value, file and line: the same for the same files, whatever order they were read in.</param>
public sealed record LossReport(ImmutableArray<Loss> Losses)
{
    /// <summary>Nothing was lost.</summary>
    public static readonly LossReport Empty = new([]);

    /// <summary>These losses, put in order.</summary>
    public static LossReport Of(IEnumerable<Loss> losses) => new([.. losses.Order(LossOrder.Instance)]);

    /// <summary>The losses of all these reports.</summary>
    public static LossReport Of(IEnumerable<LossReport> reports) => Of(reports.SelectMany(r => r.Losses));

    /// <summary>Alike losses (kind, path, value and reason) together, with how often and the first example.</summary>
    public IEnumerable<LossGroup> Groups =>
        Losses
            .GroupBy(l => (l.Kind, l.Path, Value: l.Kind == LossKind.Unmapped ? "" : l.Value, l.Why))
            .Select(g => new LossGroup(g.Count(), g.First()));

    /// <summary>How many losses of each kind there are; kinds without any are left out.</summary>
    public ImmutableSortedDictionary<LossKind, int> Counts => Losses.CountBy(l => l.Kind).ToImmutableSortedDictionary();

    /// <summary>The report as text: a heading a kind, a line a group.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        foreach (var kind in Groups.GroupBy(g => g.Example.Kind))
        {
            text.Append(CultureInfo.InvariantCulture, $"{Heading(kind.Key)} ({kind.Sum(g => g.Count)})\n");
            foreach (var group in kind)
                text.Append(CultureInfo.InvariantCulture, $"  {group.Count, 6} x {Line(group.Example)}\n");
        }

        return text.Length == 0 ? "Nothing was lost.\n" : text.ToString();
    }

    private static string Line(Loss example)
    {
        var value = example.Value.Length > 0 ? $" '{example.Value.ReplaceLineEndings(" ")}'" : "";
        var record = example.Record.Length > 0 ? $", {example.Record}" : "";
        var line = example.Line > 0 ? $" line {example.Line}" : "";
        return $"{example.Path}{value}: {example.Why} (e.g. {example.File}{line}{record})";
    }

    private static string Heading(LossKind kind) =>
        kind switch
        {
            LossKind.Unmapped => "Not read by the mapping",
            LossKind.Rejected => "Could not be read",
            LossKind.Placeholder => "Placeholders, left out",
            LossKind.Coerced => "Read with an assumption",
            LossKind.Doubled => "Said twice",
            LossKind.Unresolved => "References to nowhere",
            LossKind.Retired => "References to what is retired",
            _ => "Left out, for they break a rule",
        };
}

/// <summary>Losses that are alike.</summary>
/// <param name="Count">How many.</param>
/// <param name="Example">The first of them.</param>
public sealed record LossGroup(int Count, Loss Example);

/// <summary>The order of a report.</summary>
internal sealed class LossOrder : IComparer<Loss>
{
    public static readonly LossOrder Instance = new();

    public int Compare(Loss? x, Loss? y)
    {
        var order = x!.Kind.CompareTo(y!.Kind);
        order = order != 0 ? order : string.CompareOrdinal(x.Path, y.Path);
        order = order != 0 ? order : string.CompareOrdinal(x.Value, y.Value);
        order = order != 0 ? order : string.CompareOrdinal(x.Why, y.Why);
        order = order != 0 ? order : string.CompareOrdinal(x.File, y.File);
        order = order != 0 ? order : x.Line.CompareTo(y.Line);
        return order != 0 ? order : string.CompareOrdinal(x.Record, y.Record);
    }
}
