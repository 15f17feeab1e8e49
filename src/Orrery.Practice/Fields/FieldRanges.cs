using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>The least and the most that fields take, as packs write them and as their entities keep them.</summary>
public static class FieldRanges
{
    /// <summary>The parts of a field's entity that keep it.</summary>
    internal static readonly string[] Parts = ["min", "max"];

    /// <summary>Whether fields of a kind hold numbers that can lie in a range.</summary>
    public static bool HaveOne(FieldKind kind) =>
        kind is FieldKind.Number or FieldKind.Percent or FieldKind.Interval or FieldKind.Money or FieldKind.Series;

    /// <summary>Why a field of that kind cannot have that range; null when it can.</summary>
    internal static string? Misfit(FieldKind kind, FieldRange range) =>
        range.IsOpen ? null
        : !HaveOne(kind) ? "only numbers, shares, ranges, money and observations have a least and a most"
        : range.Min > range.Max ? $"the least, {FieldRange.Text(range.Min.Value)}, is above the most"
        : null;

    /// <summary>An end of a range as a field's entity keeps it: whole where it is.</summary>
    internal static Value ToValue(double? end) =>
        end is not { } number ? Value.Nothing
        : number == Math.Floor(number) && Math.Abs(number) < 1e15 ? Value.Of((long)number)
        : Value.Of(number);

    /// <summary>How many values that are kept in a field, whenever they hold, lie beyond a range.</summary>
    internal static int Beyond(Reading reading, Entity field, FieldRange range) =>
        range.IsOpen ? 0
        : field["field-kind"].AsText == FieldKinds.Name(FieldKind.Series) ? Observed(reading, field, range)
        : FieldValues.Of(reading, field).Count(held => range.Beyond(held.Fact.Value) is not null);

    /// <summary>The range that a field's entity keeps.</summary>
    internal static FieldRange Of(Entity field) => new(Kinds.NumberOf(field["min"]), Kinds.NumberOf(field["max"]));

    private static int Observed(Reading reading, Entity field, FieldRange range)
    {
        var symbol = PartText.SymbolOf(field);
        return field
            .Relations(Direction.In, "has-field")
            .Select(tie => tie.From)
            .OfType<Entity>()
            .SelectMany(owner => reading.EverWithLabel(PartText.SymbolOf(owner)))
            .Sum(thing => thing.Series(symbol).Count(point => !range.Holds(point.Value)));
    }
}
