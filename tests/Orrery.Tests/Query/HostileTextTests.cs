using Orrery.Query;

namespace Orrery.Tests.Query;

/// <summary>Texts that would end a careless parser: each is answered or refused, on a small stack.</summary>
public sealed class HostileTextTests
{
    private const int SmallStackInBytes = 512 * 1024;

    public static TheoryData<string, int> Deep =>
        new()
        {
            { "(", 10_000 },
            { "[", 10_000 },
            { "{a: ", 10_000 },
            { "NOT ", 60_000 },
            { "- ", 100_000 },
            { "CASE WHEN ", 10_000 },
            { "[x IN ", 10_000 },
            { "any(x IN ", 10_000 },
            { "f(", 10_000 },
            { "a[", 10_000 },
            { "EXISTS { MATCH (a) WHERE ", 10_000 },
            { "COUNT { (a) WHERE ", 10_000 },
            { "[(a)--(b {x: ", 10_000 },
            { "n {a: ", 10_000 },
        };

    public static TheoryData<string, int> Chains =>
        new()
        {
            { ".b", 15_000 },
            { " + b", 15_000 },
            { " ^ b", 15_000 },
            { "[0]", 15_000 },
            { " IS NULL", 15_000 },
            { " STARTS WITH b", 15_000 },
        };

    public static TheoryData<string, string, string> Long =>
        new()
        {
            { "RETURN a", " OR b = 1 AND c", "" },
            { "RETURN [1", ", 1", "]" },
            { "CALL a", ".b", "()" },
            { "RETURN a", ".b", "()" },
            { "MATCH (a", ":B", ") RETURN a" },
            { "RETURN x", " < y", "" },
            { "RETURN '", "''", "'" },
            { "RETURN 1", " // '", "" },
        };

    [Theory]
    [MemberData(nameof(Deep))]
    public void What_is_nested_too_deep_is_refused(string opening, int times) =>
        Assert.Equal("NestingTooDeep", Refusal($"RETURN {Repeated(opening, times)}"));

    [Fact]
    public void Ten_thousand_pairs_of_brackets_are_refused() =>
        Assert.Equal("NestingTooDeep", Refusal($"RETURN {new string('(', 10_000)}1{new string(')', 10_000)}"));

    [Fact]
    public void A_hundred_pairs_of_brackets_are_read() =>
        Assert.Null(Refusal($"RETURN {new string('(', 100)}1{new string(')', 100)}"));

    [Fact]
    public void Brackets_around_a_pattern_need_no_stack() =>
        Assert.Null(Refusal($"MATCH {new string('(', 100_000)}{new string(')', 100_000)} RETURN 1"));

    [Theory]
    [MemberData(nameof(Chains))]
    public void A_chain_that_would_make_too_tall_a_tree_is_refused(string link, int times) =>
        Assert.Equal("NestingTooDeep", Refusal($"RETURN a{Repeated(link, times)}"));

    [Theory]
    [MemberData(nameof(Long))]
    public void What_is_long_and_flat_is_read(string first, string link, string last) =>
        Assert.Null(Refusal(first + Repeated(link, 250_000 / link.Length) + last));

    [Fact]
    public void A_text_beyond_the_limit_is_refused() =>
        Assert.Equal("TextTooLong", Refusal("RETURN 1" + new string(' ', Parser.LongestText)));

    // Its own small stack shows that the limits hold with room to spare.
    private static string? Refusal(string text)
    {
        string? detail = null;
        Thread reader = new(
            () =>
            {
                try
                {
                    Parser.Parse(text);
                }
                catch (QueryException refused)
                {
                    detail = refused.Fault.Detail;
                }
            },
            SmallStackInBytes
        );
        reader.Start();
        reader.Join();
        return detail;
    }

    private static string Repeated(string piece, int times) => string.Concat(Enumerable.Repeat(piece, times));
}
