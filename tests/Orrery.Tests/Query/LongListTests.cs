using System.Globalization;

namespace Orrery.Tests.Query;

/// <summary>How long a list may be, however it came about, and that loops over a <c>range()</c> need none.</summary>
public sealed class LongListTests
{
    private const string HalfOfAs = "reduce(s = 'a', x IN range(1, 17) | s + s)";

    [Theory]
    [InlineData("RETURN size(range(1, {0}))")]
    [InlineData("RETURN size(range(1, 9) + range(10, {0}))")]
    [InlineData("RETURN size(range(2, {0}) + 1)")]
    [InlineData("RETURN size(1 + range(2, {0}))")]
    [InlineData("RETURN size([x IN range(1, {0}) | x])")]
    [InlineData("RETURN size([x IN range(1, 2 * {0}) WHERE x % 2 = 0])")]
    [InlineData("UNWIND range(1, {0}) AS x RETURN size(collect(x))")]
    [InlineData("UNWIND range(2, 2 * {0} + 1) AS x RETURN size(collect(DISTINCT x / 2))")]
    [InlineData($"RETURN size(split({HalfOfAs} + left({HalfOfAs}, {{0}} - 131072), ''))")]
    [InlineData($"RETURN size(split(left({HalfOfAs} + {HalfOfAs}, {{0}} - 1), 'a'))")]
    public void A_list_has_a_quarter_of_a_million_items_at_most(string text)
    {
        Assert.Equal("250000", LoneAnswer.Of(string.Format(CultureInfo.InvariantCulture, text, 250_000)));
        Assert.Equal("query.value-too-large", LoneAnswer.Of(string.Format(CultureInfo.InvariantCulture, text, 250_001)));
    }

    [Theory]
    [InlineData("RETURN size(reduce(l = [1], x IN range(1, 100) | l + l))")]
    [InlineData("RETURN size(range(1, 100000000))")]
    public void Much_longer_ones_are_refused_before_they_are_made(string text) =>
        Assert.Equal("query.value-too-large", LoneAnswer.Of(text));

    [Theory]
    [InlineData("RETURN reduce(s = 0, x IN range(1, 250010) | s + 1)", "250010")]
    [InlineData("RETURN all(x IN range(1, 250010) WHERE x > 0)", "true")]
    [InlineData("RETURN single(x IN range(1, 250010) WHERE x > 250009)", "true")]
    [InlineData("RETURN any(x IN range(1, 9223372036854775807) WHERE x > 3)", "true")]
    [InlineData("RETURN [x IN range(1, 250010) WHERE x > 250008]", "[250009, 250010]")]
    [InlineData("RETURN [x IN range(9, 1, -4) | x + 1]", "[10, 6, 2]")]
    [InlineData("RETURN [x IN range(9, 1) | x]", "[]")]
    [InlineData("RETURN [x IN range(1, 3) | [y IN range(1, x)]]", "[[1], [1, 2], [1, 2, 3]]")]
    [InlineData("RETURN [x IN range(1, null) | x]", "null")]
    [InlineData("RETURN reduce(s = 0, x IN range(null, 1) | s + 1)", "null")]
    [InlineData("RETURN none(x IN range(1, 2, null) WHERE x > 1)", "null")]
    [InlineData("RETURN [x IN range(1, 2, 0) | x]", "query.number-out-of-range")]
    [InlineData("UNWIND [1.5] AS y RETURN [x IN range(1, y) | x]", "query.invalid-argument-type")]
    public void A_loop_over_a_range_makes_no_list_of_it(string text, string answer) => Assert.Equal(answer, LoneAnswer.Of(text));
}
