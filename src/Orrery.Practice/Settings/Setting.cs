using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>A number, or a few, that computations go by and that a workspace may choose.</summary>
/// <param name="Name">What it is called, and the field of <c>workspace:this</c> that chooses another value.</param>
/// <param name="Title">What it means.</param>
/// <param name="Source">The section of the domain catalogue it comes from, or "ours".</param>
/// <param name="Usual">Its value when nobody chose.</param>
public sealed record Setting(string Name, string Title, string Source, Value Usual)
{
    /// <summary>The title of the group it belongs to.</summary>
    public string Group { get; init; } = "";

    /// <summary>What each item of a list of fixed length is; empty for any other value.</summary>
    public ImmutableArray<string> Parts { get; init; } = [];

    /// <summary>The least and the most that its numbers may be.</summary>
    public FieldRange Range { get; init; } = FieldRange.Open;

    /// <summary>Whether its numbers are whole.</summary>
    public bool IsWhole { get; init; }

    /// <summary>What else its value must be: <c>day</c>, <c>ascending</c>, <c>degree</c>, or empty.</summary>
    public string Form { get; init; } = "";

    /// <summary>Whether it can be that: of the sort of the usual one, and within its range.</summary>
    public bool Takes(Value value) =>
        IsAlike(value, Usual)
        && (Parts.IsEmpty || (value is Value.List list && list.Items.Length == Parts.Length))
        && Numbers(value).All(number => Range.Holds(number) && (!IsWhole || Math.Truncate(number) == number))
        && Form switch
        {
            "day" => FiscalYears.TryParse(value.AsText, out _),
            "ascending" => Numbers(value) is var grow
                && grow[0] > 0
                && grow.Zip(grow.Skip(1)).All(pair => pair.First < pair.Second),
            _ => true,
        };

    private static ImmutableArray<double> Numbers(Value value) =>
        value switch
        {
            Value.Integer whole => [whole.Number],
            Value.Float number => [number.Number],
            Value.List list => [.. list.Items.SelectMany(item => Numbers(item))],
            Value.Map map => [.. map.Entries.Values.SelectMany(item => Numbers(item))],
            _ => [],
        };

    private static bool IsAlike(Value own, Value usual) =>
        (own, usual) switch
        {
            (Value.Integer or Value.Float, Value.Integer or Value.Float) => true,
            (Value.List a, Value.List b) => a.Items.Length > 0 && a.Items.All(item => IsAlike(item, b.Items[0])),
            (Value.Map a, Value.Map b) => a.Entries.Values.All(item => IsAlike(item, b.Entries.Values.First())),
            (Value.Text, Value.Text) => true,
            _ => false,
        };
}
