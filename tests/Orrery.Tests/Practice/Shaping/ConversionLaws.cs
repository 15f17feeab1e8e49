using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Testing;

namespace Orrery.Tests.Practice.Shaping;

/// <summary>Laws of values that are turned into one another.</summary>
public sealed class ConversionLaws
{
    private static readonly ImmutableArray<FieldOption> Options =
    [
        new("red", "Deep red"),
        new("green", "Green"),
        new("3", "Three"),
    ];

    private static readonly ConversionTerms Terms = new("EUR", InHundredths: true, DateTimeZone.Utc);

    private static Gen<FieldKind> Kinds => Gen.Elements(Enum.GetValues<FieldKind>());

    [Fact]
    public void What_becomes_of_a_value_fits_and_what_is_exact_comes_back()
    {
        Prop.ForAll(
                (from value in Values from source in Kinds from goal in Kinds select (value, source, goal)).ToArbitrary(),
                Holds
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));

        static void Holds((Value Value, FieldKind From, FieldKind To) given)
        {
            var (from, to) = (Shape(given.From), Shape(given.To));
            if (!GraphRules.Fits(from.Field, given.Value))
                return;
            switch (Conversion.Of(from, to, given.Value, Terms))
            {
                case Conversion.Fits:
                    Assert.True(GraphRules.Fits(to.Field, given.Value));
                    break;
                case Conversion.Converts converts:
                    Assert.True(GraphRules.Fits(to.Field, converts.After));
                    if (converts.IsExact)
                        AssertSame(given.Value, Back(Conversion.Of(to, from, converts.After, Terms), converts.After));
                    break;
            }
        }
    }

    [Fact]
    public void A_field_that_holds_what_it_held_changes_nothing() =>
        Prop.ForAll(
                (from value in Values from kind in Kinds select (value, kind)).ToArbitrary(),
                given =>
                {
                    var shape = Shape(given.kind);
                    if (GraphRules.Fits(shape.Field, given.value))
                        Assert.IsType<Conversion.Fits>(Conversion.Of(shape, shape, given.value, Terms));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void Text_says_numbers_days_and_truths_exactly() =>
        Prop.ForAll(
                Values.ToArbitrary(),
                value =>
                {
                    if (KindOf(value) is not { } kind || !GraphRules.Fits(Shape(kind).Field, value))
                        return;
                    var told = Assert.IsType<Conversion.Converts>(
                        Conversion.Of(Shape(kind), Shape(FieldKind.Text), value, Terms)
                    );
                    Assert.True(told.IsExact, $"{value} is told as {told.After}");
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Theory]
    [InlineData("text", "12.5", "number", "12.5")]
    [InlineData("text", "1,200", "number", "1200")]
    [InlineData("text", "12,5", "number", null)]
    [InlineData("text", "Deep RED", "enum", "red")]
    [InlineData("text", "blue", "enum", null)]
    [InlineData("text", "Green; Deep red", "multi-enum", "green, red")]
    [InlineData("text", "yes", "bool", "yes")]
    [InlineData("text", "perhaps", "bool", null)]
    [InlineData("text", "30 %", "percent", "0.3")]
    [InlineData("text", "350 USD", "money", "350 USD")]
    [InlineData("text", "350", "money", "350 EUR")]
    [InlineData("text", "2027-06-30", "date", "2027-06-30")]
    [InlineData("text", "30/6/2027", "date", null)]
    [InlineData("text", "6 weeks", "duration", "42 days")]
    [InlineData("text", "https://example.org", "url", "https://example.org")]
    [InlineData("text", "javascript:alert(1)", "url", null)]
    [InlineData("enum", "red", "text", "Deep red")]
    public void A_text_becomes(string from, string value, string to, string? after)
    {
        Assert.True(FieldKinds.TryParse(from, out var source));
        Assert.True(FieldKinds.TryParse(to, out var goal));

        var outcome = Conversion.Of(Shape(source), Shape(goal), Value.Of(value), Terms);

        Assert.Equal(
            after,
            outcome switch
            {
                Conversion.Fits => value,
                Conversion.Converts converts => ValueText.Of(converts.After),
                _ => null,
            }
        );
    }

    [Fact]
    public void A_number_becomes_hundredths_an_amount_and_a_range()
    {
        Assert.Equal(Value.Of(0.3), After(FieldKind.Number, FieldKind.Percent, Value.Of(30L)));
        Assert.Equal(new Value.Money(30, "EUR"), After(FieldKind.Number, FieldKind.Money, Value.Of(30L)));
        Assert.Equal(new Value.Interval(30, 30), After(FieldKind.Number, FieldKind.Interval, Value.Of(30L)));
        Assert.Null(After(FieldKind.Money, FieldKind.Number, new Value.Money(30, "USD")));
    }

    [Fact]
    public void A_length_of_time_becomes_a_number_of_its_unit_and_comes_back()
    {
        var (length, weeks) = (Shape(FieldKind.Duration), Shape(FieldKind.Number).Holding(FieldKind.Number, "weeks", []));

        var told = Assert.IsType<Conversion.Converts>(Conversion.Of(length, weeks, new Value.Duration(0, 42, 0, 0), Terms));
        Assert.Equal((Value.Of(6L), true), (told.After, told.IsExact));
        Assert.IsType<Conversion.Cannot>(Conversion.Of(length, weeks, new Value.Duration(2, 0, 0, 0), Terms));
    }

    private static Gen<Value> Values =>
        Gen.OneOf(
            Some.PlainValue,
            Gen.Elements("red", "green", "3", "Three", "12.5", "a, b", "yes", "2027-01-31").Select(Value.Of)
        );

    private static Value? After(FieldKind from, FieldKind to, Value value) =>
        (Conversion.Of(Shape(from), Shape(to), value, Terms) as Conversion.Converts)?.After;

    private static Value Back(Conversion outcome, Value as_it_is) => outcome is Conversion.Converts back ? back.After : as_it_is;

    private static void AssertSame(Value expected, Value actual)
    {
        if (expected is Value.Integer or Value.Float)
            Assert.Equal(NumberOf(expected), NumberOf(actual));
        else if (expected is Value.DateTime moment)
            Assert.Equal(moment.Instant, Assert.IsType<Value.DateTime>(actual).Instant);
        else
            Assert.Equal(expected, actual);
    }

    private static double NumberOf(Value value) => value is Value.Integer whole ? whole.Number : ((Value.Float)value).Number;

    private static FieldKind? KindOf(Value value) =>
        value switch
        {
            Value.Integer or Value.Float { Number: > -1e15 and < 1e15 } => FieldKind.Number,
            Value.Bool => FieldKind.Bool,
            Value.Date => FieldKind.Date,
            Value.Period => FieldKind.Period,
            _ => null,
        };

    private static FieldShape Shape(FieldKind kind)
    {
        var options = kind is FieldKind.Enum or FieldKind.MultiEnum ? Options : [];
        return new(
            new(
                Id.Named("field", FieldKinds.Name(kind)),
                "field",
                "Field",
                kind,
                null,
                [.. options.Select(o => o.Symbol)],
                IsPersonal: false,
                0
            ),
            options
        );
    }
}
