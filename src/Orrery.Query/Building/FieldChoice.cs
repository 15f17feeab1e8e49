using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>A field, or a part of one, that a built question can be about.</summary>
/// <param name="Field">Its definition.</param>
/// <param name="Part">The part that is meant.</param>
public sealed record FieldChoice(FieldDefinition Field, FieldPart Part)
{
    /// <summary>Where it stands in questions.</summary>
    public FieldPath Path => new(Field.Symbol, Part);

    /// <summary>The tests that make sense for what it holds, the usual one first.</summary>
    public ImmutableArray<TestChoice> Tests =>
        (Part, Field.Kind) switch
        {
            (FieldPart.Amount or FieldPart.Low or FieldPart.High or FieldPart.Year, _) => Figures,
            (FieldPart.Start or FieldPart.End, _) or (_, FieldKind.Date or FieldKind.Instant) => Times,
            (_, FieldKind.Number or FieldKind.Percent or FieldKind.Scale) => Figures,
            (_, FieldKind.Enum or FieldKind.Bool) => Words,
            (_, FieldKind.Text or FieldKind.LongText or FieldKind.Url) => Texts,
            (_, FieldKind.MultiEnum or FieldKind.List) => [TestChoice.Has, TestChoice.IsEmpty, TestChoice.IsFilled],
            _ => [TestChoice.IsEmpty, TestChoice.IsFilled],
        };

    private static ImmutableArray<TestChoice> Words => [TestChoice.Is, TestChoice.IsNot, TestChoice.IsEmpty, TestChoice.IsFilled];

    private static ImmutableArray<TestChoice> Texts => [TestChoice.Contains, .. Words];

    private static ImmutableArray<TestChoice> Figures =>
        [TestChoice.More, TestChoice.Less, TestChoice.AtLeast, TestChoice.AtMost, .. Words];

    private static ImmutableArray<TestChoice> Times =>
        [
            TestChoice.Less,
            TestChoice.More,
            TestChoice.AtLeast,
            TestChoice.AtMost,
            TestChoice.Is,
            TestChoice.IsEmpty,
            TestChoice.IsFilled,
        ];

    /// <summary>A field with its parts: the whole of most, both ends of periods and ranges, the number in an amount.</summary>
    public static IEnumerable<FieldChoice> Of(FieldDefinition field) =>
        field.Kind switch
        {
            FieldKind.Series or FieldKind.Record => [],
            FieldKind.Money => [new(field, FieldPart.Whole), new(field, FieldPart.Amount)],
            FieldKind.Period => [new(field, FieldPart.Start), new(field, FieldPart.End)],
            FieldKind.Interval => [new(field, FieldPart.Low), new(field, FieldPart.High)],
            FieldKind.Date or FieldKind.Instant => [new(field, FieldPart.Whole), new(field, FieldPart.Year)],
            _ => [new(field, FieldPart.Whole)],
        };
}

/// <summary>The tests that a face offers, one for each case of <see cref="FieldTest"/>.</summary>
public enum TestChoice
{
    /// <summary>The same.</summary>
    Is,

    /// <summary>Another one, or none.</summary>
    IsNot,

    /// <summary>Less, or before.</summary>
    Less,

    /// <summary>At most, or until.</summary>
    AtMost,

    /// <summary>More, or after.</summary>
    More,

    /// <summary>At least, or from.</summary>
    AtLeast,

    /// <summary>A text with another one in it.</summary>
    Contains,

    /// <summary>A list that holds a value.</summary>
    Has,

    /// <summary>No value.</summary>
    IsEmpty,

    /// <summary>Some value.</summary>
    IsFilled,
}
