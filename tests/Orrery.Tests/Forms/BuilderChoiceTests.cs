using System.Text.RegularExpressions;

namespace Orrery.Tests.Forms;

/// <summary>What the builder of questions offers to go on with, in a model of every pack.</summary>
public sealed partial class BuilderChoiceTests(FormDesk desk) : IClassFixture<FormDesk>
{
    [Theory]
    [InlineData("t0.kind=bet")]
    [InlineData("t0.kind=metric")]
    [InlineData("t0.kind=person")]
    [InlineData("t0.kind=collaboration")]
    [InlineData("want=things&t0.kind=bet&t1.from=0&t1.way=addresses.end&t1.kind=any")]
    public async Task No_two_links_to_choose_from_read_alike(string built)
    {
        foreach (var offered in Lists(await desk.ReadAsync($"build?{built}")))
            Assert.Equal(offered.Order(StringComparer.Ordinal), offered.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Links_that_would_read_alike_say_where_they_lead()
    {
        var page = await desk.ReadAsync("build?want=things&t0.kind=bet&t1.from=0&t1.way=addresses.end&t1.kind=any");

        Assert.Contains(
            Lists(page),
            offered => offered.Count(link => link.StartsWith("belongs to (", StringComparison.Ordinal)) == 2
        );
    }

    private static IEnumerable<List<string>> Lists(string page) =>
        page.Split("<select ")
            .Select(list => Option.Matches(list).Select(option => option.Groups["said"].Value).ToList())
            .Where(list => list.Count > 0);

    [GeneratedRegex(
        "<option value=\"[a-z0-9-]+\\.(?:start|end|either)\"[^>]*>(?<said>[^<]*)</option>",
        RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex Option { get; }
}
