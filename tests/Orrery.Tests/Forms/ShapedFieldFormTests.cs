using System.Net;
using Orrery.Graph;

namespace Orrery.Tests.Forms;

/// <summary>Fields with a range, or asked for in a way of their own, made on the pages of the model and filled in on forms.</summary>
public sealed class ShapedFieldFormTests(FormDesk desk) : IClassFixture<FormDesk>
{
    [Fact]
    public async Task A_field_with_a_least_and_a_most_says_so_on_its_form_and_refuses_what_lies_beyond()
    {
        var form = await desk.ReadAsync("model/k/goal/fields/new");
        Assert.Contains("A hypothesis: we believe, will cause, because", form, StringComparison.Ordinal);

        var (onward, page) = await desk.SendAsync(
            "model/k/goal/fields/new",
            ("title", "Trouble"),
            ("holds", "number"),
            ("min", "1"),
            ("max", "5"),
            ("required", "never")
        );
        Assert.True(onward is not null, page);
        Assert.Contains("A number, from 1 to 5", await desk.ReadAsync("model/k/goal"), StringComparison.Ordinal);
        Assert.Contains("min=\"1\" max=\"5\"", await desk.ReadAsync("new/goal"), StringComparison.Ordinal);
        Assert.Contains("From 1 to 5.", await desk.ReadAsync("new/goal"), StringComparison.Ordinal);

        var beyond = await desk.SendAsync("new/goal", ("f-title", "Calm"), ("f-trouble", "6"));
        Assert.Null(beyond.Onward);
        Assert.Contains("&#x27;Trouble&#x27; takes a number from 1 to 5, not 6.", beyond.Page, StringComparison.Ordinal);
        Assert.NotNull((await desk.SendAsync("new/goal", ("f-title", "Calm"), ("f-trouble", "5"))).Onward);
        Assert.Equal("1", Said("field:goal.trouble", "min"));
    }

    [Fact]
    public async Task A_way_of_asking_is_chosen_where_a_field_is_added_and_changed()
    {
        await desk.SendAsync(
            "model/k/team/fields/new",
            ("title", "How near"),
            ("holds", "ladder"),
            ("options", "Far\nNear\nThere"),
            ("required", "never")
        );
        Assert.Contains(
            "As steps, from the lowest to the highest",
            await desk.ReadAsync("model/f/team.how-near"),
            StringComparison.Ordinal
        );
        Assert.Contains("class=\"rungs\"", await desk.ReadAsync("new/team"), StringComparison.Ordinal);
        await desk.SendAsync("model/f/team.how-near", ("seen", $"{desk.Workspace.Current.At}"), ("editor", "ruler"));

        Assert.Equal("ruler", Said("field:team.how-near", "editor"));
    }

    [Theory]
    [InlineData("k/bett", "Did you mean bet?")]
    [InlineData("model/k/bett", "Did you mean bet?")]
    [InlineData("new/bett", "Did you mean bet?")]
    [InlineData("model/r/drive", "Did you mean drives?")]
    public async Task The_page_of_a_kind_that_nobody_knows_is_not_there_and_names_the_nearest(string path, string remedy)
    {
        var (status, page) = await desk.FindAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains(remedy, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_editor_of_questions_is_offered_what_the_practice_works_out()
    {
        var words = await desk.ReadAsync("ask/words.json");

        Assert.Contains("\"practice.freshness\"", words, StringComparison.Ordinal);
        Assert.Contains("\"practice.trace\"", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thread_tells_what_has_no_date_and_no_horizon_apart()
    {
        await desk.SendAsync("new/focus-area", ("f-title", "Calm days"));
        await desk.SendAsync("new/bet", ("f-title", "Whenever it suits"));
        var (from, to) = (
            desk.Now.Find(EntityRef.Of("bet", "whenever-it-suits"))!,
            desk.Now.Find(EntityRef.Of("focus-area", "calm-days"))!
        );
        GraphCommand tie = new GraphCommand.Relate(
            Id.Named("thread", "tie"),
            "contributes-to",
            from.Id,
            to.Id,
            Properties.None,
            Validity.Always
        );
        await desk.Workspace.ExecuteAsync(new([tie], new("Ada", Origin.Screen)), TestContext.Current.CancellationToken);

        var page = await desk.ReadAsync("threads?rows=focus-area&since=never");

        Assert.Contains("1 without a date or horizon", page, StringComparison.Ordinal);
        Assert.Contains("Whenever it suits", page, StringComparison.Ordinal);
    }

    private string? Said(string reference, string field) =>
        EntityRef.TryParse(reference, out var at) && desk.Now.Find(at) is { } part ? ValueText.Of(part[field]) : null;
}
