using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>What a field holds, as far as turning values into one another needs to know it.</summary>
/// <param name="Field">The definition.</param>
/// <param name="Options">What an enum offers, with its titles; empty for anything.</param>
public sealed record FieldShape(FieldDefinition Field, ImmutableArray<FieldOption> Options)
{
    /// <summary>Of a field as it is.</summary>
    /// <param name="reading">The workspace.</param>
    /// <param name="field">One of its fields.</param>
    public static FieldShape Of(Reading reading, FieldDefinition field) =>
        new(
            field,
            reading.Find(field.Id) is { } part ? PartOptions.Of(part) : [.. field.Options.Select(o => new FieldOption(o, o))]
        );

    /// <summary>The same field, holding something else.</summary>
    /// <param name="kind">What it holds then.</param>
    /// <param name="unit">In which unit, or null.</param>
    /// <param name="options">What it offers then.</param>
    public FieldShape Holding(FieldKind kind, string? unit, ImmutableArray<FieldOption> options) =>
        new(
            Field with
            {
                Kind = kind,
                Unit = unit,
                Options = [.. options.Select(option => option.Symbol)],
                // Another sort of number goes by numbers of its own.
                Range = kind == Field.Kind ? Field.Range : FieldRange.Open,
            },
            options
        );
}

/// <summary>What is said once for all values that are turned into something else.</summary>
/// <param name="Currency">What a bare number is an amount of: an ISO 4217 code, or null where that is not said.</param>
/// <param name="InHundredths">Whether 30 means 30 %, and not 3,000 %.</param>
/// <param name="Zone">Where a day begins.</param>
public sealed record ConversionTerms(string? Currency, bool InHundredths, NodaTime.DateTimeZone Zone)
{
    /// <summary>No currency, shares in hundredths, days of Greenwich.</summary>
    public static readonly ConversionTerms Usual = new(null, InHundredths: true, NodaTime.DateTimeZone.Utc);
}
