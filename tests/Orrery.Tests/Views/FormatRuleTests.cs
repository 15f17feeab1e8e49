using NodaTime;
using Orrery.Graph;
using Orrery.Server;

namespace Orrery.Tests.Views;

public sealed class FormatRuleTests
{
    private static readonly Dates Calendar = new(Noon(2026, 3, 10), Noon(2026, 3, 10), DateTimeZone.Utc);

    [Theory]
    [InlineData("due < today: warn", true)]
    [InlineData("due <= today-10: warn", false)]
    [InlineData("due < today+30: warn", true)]
    [InlineData("due > 2026-01-01: strong", true)]
    [InlineData("due is empty: warn", false)]
    [InlineData("due is not empty: good", true)]
    [InlineData("due < soon: warn", false)]
    public void Days_are_compared_with_the_day_looked_at(string rule, bool holds) =>
        Assert.Equal(holds, Holds(rule, Value.Of(new LocalDate(2026, 3, 1))));

    [Theory]
    [InlineData("due > 100000: strong", true)]
    [InlineData("due >= 350000: strong", true)]
    [InlineData("due != 350000: strong", false)]
    [InlineData("due < 10: strong", false)]
    public void Amounts_are_compared_with_numbers(string rule, bool holds) =>
        Assert.Equal(holds, Holds(rule, new Value.Money(350_000, "USD")));

    [Theory]
    [InlineData("due = in-action: good", true)]
    [InlineData("due = In action: good", true)]
    [InlineData("DUE = 'in action': good", true)]
    [InlineData("due contains act: good", true)]
    [InlineData("due != option: good", true)]
    [InlineData("due = option: good", false)]
    [InlineData("due < option: good", false)]
    public void Options_are_known_by_symbol_and_by_word(string rule, bool holds) =>
        Assert.Equal(holds, Holds(rule, Value.Of("in-action")));

    [Fact]
    public void Columns_with_spaces_and_signs_are_found_and_what_is_no_rule_is_said()
    {
        var (rules, unread) = FormatRules.Parse(
            "pivot or proceed < today: warn; n = 1: purple\nnowhere = 1: warn; pivot = 2026-01-01: faint",
            ["pivot", "pivot or proceed", "n"]
        );

        Assert.Equal([(1, FormatTone.Warn), (0, FormatTone.Faint)], rules.Select(rule => (rule.Column, rule.Tone)));
        Assert.Equal(["n = 1: purple", "nowhere = 1: warn"], unread);
        Assert.Equal("pivot or proceed is before or under today", rules[0].Said);
    }

    private static bool Holds(string text, Value value) =>
        Assert
            .Single(FormatRules.Parse(text, ["due"]).Rules)
            .Holds(value, said => said.AsText == "in-action" ? "In action" : ValueText.Of(said), Calendar);

    private static Instant Noon(int year, int month, int day) => Instant.FromUtc(year, month, day, 12, 0);
}
