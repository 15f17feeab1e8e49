using Orrery.Graph;

namespace Orrery.Query;

/// <summary>What a field of things must be like.</summary>
public sealed record Condition(FieldPath Field, FieldTest Test);

/// <summary>A field, or a part of what it holds.</summary>
/// <param name="Field">The field's symbol.</param>
/// <param name="Part">The part that is meant.</param>
public sealed record FieldPath(string Field, FieldPart Part)
{
    /// <summary>A field as it is.</summary>
    public static FieldPath Of(string field) => new(field, FieldPart.Whole);
}

/// <summary>The parts of values that can be asked about.</summary>
public enum FieldPart
{
    /// <summary>The value itself.</summary>
    Whole,

    /// <summary>The number in an amount of money, whatever its currency.</summary>
    Amount,

    /// <summary>The first day of a period.</summary>
    Start,

    /// <summary>The last day of a period.</summary>
    End,

    /// <summary>The low end of a range.</summary>
    Low,

    /// <summary>The high end of a range.</summary>
    High,

    /// <summary>The year of a day or a moment.</summary>
    Year,
}

/// <summary>A test of one value.</summary>
public abstract record FieldTest
{
    private FieldTest() { }

    /// <summary>It compares so with a value: a text, a number, a truth value, a day or a moment.</summary>
    public sealed record Compares(FieldComparison Comparison, Value With) : FieldTest;

    /// <summary>A text with another one in it, in capitals or small letters.</summary>
    public sealed record Contains : FieldTest
    {
        /// <summary>A test for a text, however it is capitalised.</summary>
        public Contains(string text) => Text = text.ToLowerInvariant();

        /// <summary>In small letters.</summary>
        public string Text { get; }
    }

    /// <summary>A list that holds a value.</summary>
    public sealed record Has(Value Item) : FieldTest;

    /// <summary>No value.</summary>
    public sealed record IsEmpty : FieldTest;

    /// <summary>Some value.</summary>
    public sealed record IsFilled : FieldTest;
}

/// <summary>How two values compare.</summary>
public enum FieldComparison
{
    /// <summary>The same.</summary>
    Is,

    /// <summary>Another one, or none.</summary>
    IsNot,

    /// <summary>Less; of times, before.</summary>
    Less,

    /// <summary>At most; of times, until.</summary>
    AtMost,

    /// <summary>More; of times, after.</summary>
    More,

    /// <summary>At least; of times, from.</summary>
    AtLeast,
}
