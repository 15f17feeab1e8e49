using System.Collections.Immutable;
using System.Globalization;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Between which numbers a field lies and how it is asked for: as people fill it in, and as its entity keeps it.</summary>
internal static class FieldAsking
{
    /// <summary>What people fill in, by the names of <see cref="PartText"/>; the entity keeps it under the same names.</summary>
    public static readonly ImmutableArray<string> Names =
    [
        PartText.Min,
        PartText.Max,
        PartText.Editor,
        PartText.Parts,
        PartText.Ends,
    ];

    /// <summary>As people read it.</summary>
    /// <param name="field">The field's entity.</param>
    public static IEnumerable<(string Name, string Text)> TextsOf(Entity field)
    {
        var (range, aid) = (FieldRanges.Of(field), FieldGuides.AidOf(field));
        var isShare = field["field-kind"].AsText == FieldKinds.Name(FieldKind.Percent);
        return
        [
            (PartText.Min, Write(range.Min, isShare)),
            (PartText.Max, Write(range.Max, isShare)),
            (PartText.Editor, aid.Editor ?? ""),
            (PartText.Parts, PartOptions.Write(aid.Parts)),
            (PartText.Ends, string.Join('\n', aid.Ends)),
        ];
    }

    /// <summary>What is wrong with it, under the names of the inputs.</summary>
    /// <param name="kind">What the field holds.</param>
    /// <param name="texts">All that is said of the field.</param>
    public static IEnumerable<(string Name, Fault? Fault)> Problems(FieldKind kind, IReadOnlyDictionary<string, string> texts)
    {
        foreach (var name in FieldRanges.Parts)
        {
            if (texts.GetValueOrDefault(name, "") is { Length: > 0 } typed && Read(typed) is null)
                yield return (name, ShapeFaults.NotANumber(typed));
        }

        var range = RangeOf(texts);
        if (FieldRanges.Misfit(kind, range) is { } why)
            yield return (range.Max is null ? PartText.Min : PartText.Max, ShapeFaults.BadAsking(why));
        if (texts.GetValueOrDefault(PartText.Editor, "") is { Length: > 0 } editor && !FieldEditors.All.Contains(editor))
            yield return (PartText.Editor, ShapeFaults.NotOneOf("way of asking for a field", editor, FieldEditors.All));
        else if (FieldEditors.Misfit(kind, AidOf(texts)) is { } misfit)
            yield return (Concerned(texts), ShapeFaults.BadAsking(misfit));
    }

    /// <summary>As the entity keeps it: every part of it, or only those whose texts are named.</summary>
    public static IEnumerable<(string Field, Value Value)> Values(
        IReadOnlyDictionary<string, string> texts,
        IEnumerable<string> names
    )
    {
        var (range, aid) = (RangeOf(texts), AidOf(texts));
        foreach (var name in names)
        {
            switch (name)
            {
                case PartText.Min:
                    yield return ("min", FieldRanges.ToValue(range.Min));
                    break;
                case PartText.Max:
                    yield return ("max", FieldRanges.ToValue(range.Max));
                    break;
                case PartText.Editor:
                    yield return ("editor", PartChecks.Text(aid.Editor ?? ""));
                    break;
                case PartText.Ends:
                    yield return ("ends", aid.Ends.IsEmpty ? Value.Nothing : PackCommands.List(aid.Ends));
                    break;
                case PartText.Parts:
                    var (symbols, titles) = PartOptions.ToValues(aid.Parts);
                    yield return ("parts", symbols);
                    yield return ("part-titles", titles);
                    break;
            }
        }
    }

    /// <summary>The range that texts say.</summary>
    public static FieldRange RangeOf(IReadOnlyDictionary<string, string> texts) =>
        new(Read(texts.GetValueOrDefault(PartText.Min, "")), Read(texts.GetValueOrDefault(PartText.Max, "")));

    private static FieldAid AidOf(IReadOnlyDictionary<string, string> texts) =>
        new(
            texts.GetValueOrDefault(PartText.Editor, "") is { Length: > 0 } editor ? editor : null,
            PartOptions.Read(texts.GetValueOrDefault(PartText.Parts, ""), []),
            [.. PartText.Lines(texts.GetValueOrDefault(PartText.Ends, ""))]
        );

    // The input that somebody most likely has to look at.
    private static string Concerned(IReadOnlyDictionary<string, string> texts) =>
        texts.GetValueOrDefault(PartText.Ends, "") is { Length: > 0 } ? PartText.Ends
        : texts.GetValueOrDefault(PartText.Editor, "") is { Length: > 0 } ? PartText.Editor
        : PartText.Parts;

    private static string Write(double? number, bool isShare) =>
        number is not { } some ? ""
        : isShare ? $"{FieldRange.Text((double)((decimal)some * 100))} %"
        : FieldRange.Text(some);

    // 50 % is a half, as in forms.
    private static double? Read(string typed)
    {
        var text = typed.Trim();
        var isShare = text.EndsWith('%');
        return
            double.TryParse(text.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
            ? isShare
                ? number / 100
                : number
            : null;
    }
}
