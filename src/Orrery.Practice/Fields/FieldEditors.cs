using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>The special ways of asking for a field, by the names that packs write.</summary>
public static class FieldEditors
{
    /// <summary>A range that holds the truth nine times out of ten: for an interval.</summary>
    public const string NineInTen = "nine-in-ten";

    /// <summary>The parts of a record as one sentence, each part's title the words before it.</summary>
    public const string Sentence = "sentence";

    /// <summary>The options of an enum as steps from the first, lowest, to the last, each with its words.</summary>
    public const string Ladder = "ladder";

    /// <summary>The options of an enum along a line, each further away than the one before.</summary>
    public const string Ruler = "ruler";

    /// <summary>All of them.</summary>
    public static readonly ImmutableArray<string> All = [NineInTen, Sentence, Ladder, Ruler];

    /// <summary>Why a field of that kind cannot be asked for so; null when it can.</summary>
    internal static string? Misfit(FieldKind kind, FieldAid aid) =>
        aid switch
        {
            { Editor: NineInTen } when kind != FieldKind.Interval => "only a range is asked for as nine in ten",
            { Editor: Sentence } when kind != FieldKind.Record || aid.Parts.IsEmpty =>
                "a sentence is made of the parts of a record",
            { Editor: Ladder or Ruler } when kind != FieldKind.Enum => "only an enum has steps",
            { Parts.IsEmpty: false } when kind is not (FieldKind.Record or FieldKind.List) => "only records and lists have parts",
            { Ends.IsEmpty: false } when kind != FieldKind.Scale => "only a scale has ends",
            { Ends.Length: not (0 or 2) } => "a scale has two ends",
            _ => null,
        };
}
