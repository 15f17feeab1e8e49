using NodaTime;
using Orrery.Graph;
using Orrery.Tests.House;
using static Orrery.Tests.Graph.Company;

namespace Orrery.Tests.Graph;

/// <summary>Which values fit which field kinds: cases/graph/fields.cases.</summary>
public sealed class FieldFitCases
{
    private static readonly LocalDate Monday = new(2026, 3, 2);

    private static readonly (string Name, Value Value)[] Samples =
    [
        ("flag", Value.Of(true)),
        ("zero", Value.Of(0L)),
        ("three", Value.Of(3L)),
        ("fraction", Value.Of(0.5)),
        ("not-a-number", Value.Of(double.NaN)),
        ("infinity", Value.Of(double.PositiveInfinity)),
        ("text", Value.Of("some words")),
        ("option", Value.Of("red")),
        ("address", Value.Of("https://example.org/x")),
        ("script", Value.Of("javascript:alert(1)")),
        ("day", Value.Of(Monday)),
        ("stamp", Value.Of(Day)),
        ("local-stamp", new Value.LocalDateTime(Monday.AtMidnight())),
        ("clock", new Value.LocalTime(new LocalTime(9, 30))),
        ("length", new Value.Duration(0, 1, 0, 0)),
        ("days", new Value.Period(Monday, Monday)),
        ("days-swapped", new Value.Period(Monday, Monday.PlusDays(-1))),
        ("open-days", new Value.Period(null, Monday)),
        ("range", new Value.Interval(1, 2)),
        ("range-swapped", new Value.Interval(2, 1)),
        ("money", new Value.Money(1.10m, "EUR")),
        ("empty-list", Value.Of((IEnumerable<Value>)[])),
        ("options", Value.Of(Value.Of("red"), Value.Of("green"))),
        ("list", Value.Of(Value.Of("red"), Value.Of(1L))),
        ("map", new Value.Map(Properties.Of(("a", Value.Of(1L))))),
    ];

    public static TheoryData<string> Lines =>
        [.. File.ReadLines(Path.Combine(Checkout.Root, "cases", "graph", "fields.cases")).Where(l => l is not ("" or ['#', ..]))];

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_field_takes_what_its_kind_says(string line) => Assert.Equal(line, Told(line.Split(" => ")[0]));

    [Fact]
    public void Every_field_kind_has_its_line()
    {
        var told = FieldKinds.Names.Select(Told).ToArray();

        Assert.Equal(told, Lines.Select(row => row.Data));
    }

    [Fact]
    public void Any_field_can_be_emptied() =>
        Assert.All(FieldKinds.Names, kind => Assert.Empty(new Company().Do(Set("dial", $"a-{kind}", Value.Nothing))));

    private static string Told(string kind)
    {
        var company = new Company();
        var decided = Samples.ToLookup(sample => company.Decide(Set("dial", $"a-{kind}", sample.Value)) is Decision.Accepted);
        var refused = company.Refuse(Set("dial", $"a-{kind}", decided[false].First().Value));
        Assert.Equal("field.misfit", refused.Code);
        return $"{kind} => {string.Join(", ", decided[true].Select(sample => sample.Name).DefaultIfEmpty("none"))} | {refused.Message}";
    }
}
