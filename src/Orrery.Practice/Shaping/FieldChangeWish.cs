using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>What a field shall hold from now on, and what becomes of what does not fit.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Unit">In which unit; empty for none.</param>
/// <param name="Options">What an enum offers, one a line.</param>
/// <param name="Misfits">What becomes of values that cannot be turned into that.</param>
/// <param name="Terms">What is said once for all values.</param>
public sealed record FieldChangeWish(FieldKind Kind, string Unit, string Options, Misfits Misfits, ConversionTerms Terms);

/// <summary>What becomes of values that have no place.</summary>
public enum Misfits
{
    /// <summary>Nothing is done while there are any.</summary>
    Refuse,

    /// <summary>They are written into a text field of their own.</summary>
    KeepAsText,

    /// <summary>They are taken away; history keeps them.</summary>
    LeaveOut,
}

/// <summary>How many values become what.</summary>
/// <param name="Fit">Stay as they are.</param>
/// <param name="Convert">Become another value, and the same again when turned back.</param>
/// <param name="Lose">Become another value that says less, or says it otherwise.</param>
/// <param name="Cannot">Have no place.</param>
public readonly record struct ConversionCounts(int Fit, int Convert, int Lose, int Cannot)
{
    /// <summary>All values.</summary>
    public int All => Fit + Convert + Lose + Cannot;

    /// <summary>One more value.</summary>
    public ConversionCounts With(Conversion conversion) =>
        conversion switch
        {
            Conversion.Fits => this with { Fit = Fit + 1 },
            Conversion.Converts { IsExact: true } => this with { Convert = Convert + 1 },
            Conversion.Converts => this with { Lose = Lose + 1 },
            _ => this with { Cannot = Cannot + 1 },
        };
}

/// <summary>A value and what becomes of it.</summary>
/// <param name="Thing">Whose it is: a thing or a relation.</param>
/// <param name="Fact">The value, and when it holds.</param>
/// <param name="Outcome">What becomes of it.</param>
public sealed record ConvertedValue(Id Thing, FieldFact Fact, Conversion Outcome);

/// <summary>A few values of each outcome.</summary>
/// <param name="Converted">Of those that become another value and are the same when turned back.</param>
/// <param name="Losing">Of those that lose a part.</param>
/// <param name="Misfits">Of those that have no place.</param>
public sealed record ConversionExamples(
    ImmutableArray<ConvertedValue> Converted,
    ImmutableArray<ConvertedValue> Losing,
    ImmutableArray<ConvertedValue> Misfits
);
