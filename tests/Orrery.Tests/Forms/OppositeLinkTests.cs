using System.Text.RegularExpressions;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Tests.Forms;

/// <summary>Who says the opposite of a causal link is told that it is said, may go on, and both are shown with each other.</summary>
public sealed partial class OppositeLinkTests(FormDesk desk) : IClassFixture<FormDesk>
{
    private const int TimeoutInMilliseconds = 1_000;

    [Fact]
    public async Task Who_says_the_opposite_is_told_and_both_are_shown_with_each_other()
    {
        await desk.SendAsync("new/metric", ("f-title", "Reach"));
        await desk.SendAsync("new/metric", ("f-title", "Depth"));
        await Say("Reach", "Depth", "+");

        var before = desk.Workspace.Current.At;
        var (onward, page) = await Send("Reach", "Depth", "-");
        Assert.Null(onward);
        Assert.Equal(before, desk.Workspace.Current.At);
        Assert.Contains("The opposite is said as well", page, StringComparison.Ordinal);
        Assert.Contains("more leads to more", page, StringComparison.Ordinal);
        Assert.Contains("Relate all the same", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Depth\"", page, StringComparison.Ordinal);
        Assert.Contains("In winter", page, StringComparison.Ordinal);

        var told = Told.Match(page).Groups["link"].Value;
        var again = await Send("Reach", "Depth", "-", ("told-of", told));
        Assert.True(again.Onward is not null, again.Page);
        var links = desk.Now.Find(EntityRef.Of("metric", "reach"))!.Relations(Direction.Out, "drives").ToArray();
        Assert.Equal(2, links.Length);
        foreach (var link in links)
        {
            Assert.Equal(links.Single(other => other.Id != link.Id), Assert.Single(OppositeLinks.Of(link)));
            Assert.Contains("The opposite is said as well", await desk.ReadAsync($"r/{link.Id}"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("+", "+")]
    [InlineData("+", "?")]
    [InlineData("?", "-")]
    [InlineData("+", "")]
    public async Task What_is_no_opposite_asks_nothing(string first, string second)
    {
        var (from, to) = ($"From {first}{second}", $"To {first}{second}");
        await desk.SendAsync("new/metric", ("f-title", from));
        await desk.SendAsync("new/metric", ("f-title", to));

        await Say(from, to, first);
        await Say(from, to, second);
        await Say(to, from, first == "+" ? "-" : "+");

        Assert.All(
            desk.Now.WithLabel("metric")
                .Where(metric => metric.Title == from)
                .SelectMany(metric => metric.Relations(Direction.Out)),
            link => Assert.Empty(OppositeLinks.Of(link))
        );
    }

    [Fact]
    public async Task What_is_wrong_of_a_link_is_marked_where_it_is_and_not_at_its_other_end()
    {
        await desk.SendAsync("new/metric", ("f-title", "Noise"));
        await desk.SendAsync("new/metric", ("f-title", "Calm"));

        var (onward, page) = await Send("Noise", "Calm", "-", ("f-strength", "9"), ("f-confidence", "700"));

        Assert.Null(onward);
        Assert.Contains("f-confidence-error", page, StringComparison.Ordinal);
        Assert.Contains("f-strength-error", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Which of these?", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Calm\"", page, StringComparison.Ordinal);
        Assert.Contains("In winter", page, StringComparison.Ordinal);
        var nowhere = await Send("Noise", "Clam", "-");
        Assert.Null(nowhere.Onward);
        Assert.Matches("id=\"other\"[^>]*aria-invalid=\"true\"", nowhere.Page);
        Assert.DoesNotContain("f-confidence-error", nowhere.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_would_say_the_opposite_is_known_before_it_is_made()
    {
        await desk.SendAsync("new/metric", ("f-title", "Speed"));
        await desk.SendAsync("new/metric", ("f-title", "Care"));
        await Say("Speed", "Care", "-");
        await Say("Speed", "Care", "?");
        var links = desk.Now.Find(EntityRef.Of("metric", "speed"))!.Relations(Direction.Out, "drives").ToArray();
        var open = links.Single(link => link["sign"].AsText == "?");

        GraphCommand[] same = [new GraphCommand.SetField(open.Id, "sign", Value.Of("-"), Validity.Always)];
        GraphCommand[] opposite = [new GraphCommand.SetField(open.Id, "sign", Value.Of("+"), Validity.Always)];

        Assert.Empty(OppositeLinks.Of(same, desk.Now));
        Assert.Equal("-", Assert.Single(OppositeLinks.Of(opposite, desk.Now))["sign"].AsText);
    }

    private async Task Say(string from, string to, string sign)
    {
        var (onward, page) = await Send(from, to, sign);
        Assert.True(onward is not null, page);
    }

    private Task<(string? Onward, string Page)> Send(
        string from,
        string to,
        string sign,
        params IEnumerable<(string, string)> more
    ) =>
        desk.SendAsync(
            $"e/{desk.Now.WithLabel("metric").Single(metric => metric.Title == from)}/relate?how=out:drives",
            [("other", to), ("f-sign", sign), ("f-rationale", "In winter"), .. more]
        );

    [GeneratedRegex("name=\"told-of\" value=\"(?<link>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeoutInMilliseconds)]
    private static partial Regex Told { get; }
}
