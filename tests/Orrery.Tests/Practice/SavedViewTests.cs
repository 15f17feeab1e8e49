using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Query;
using Orrery.Tests.Query;

namespace Orrery.Tests.Practice;

/// <summary>The views that come with packs: installed as entities, their questions answered, their settings naming columns that are there.</summary>
public sealed class SavedViewTests
{
    public static TheoryData<string> Harbor => [.. PackShelf.Take("harbor").Views.Select(view => view.Symbol)];

    [Theory]
    [MemberData(nameof(Harbor))]
    public void A_view_of_the_pack_is_installed_and_answered(string key)
    {
        var view = SavedViews.Find(HarborMutual.Today, key);
        Assert.NotNull(view);
        Assert.Equal("harbor", view.Pack);
        Assert.Equal(PackShelf.Take("harbor").Views.Single(one => one.Symbol == key).Definition, view.Definition, Alike);
        ImmutableSortedDictionary<string, Value> parameters = view.Definition.About is { } about
            ? Properties.Of((ViewDefinition.This, new Value.Entity(HarborMutual.Today.OfKind(about).First().Id)))
            : Properties.None;

        var outcome = AnswerTable.Ask(new(view.Definition.Query, parameters), HarborMutual.Today);

        var answer = Assert.IsType<QueryOutcome.Answered>(outcome).Answer;
        Assert.Empty(answer.Warnings);
        Assert.NotEmpty(answer.Rows);
    }

    [Fact]
    public void The_questions_of_other_packs_name_only_what_they_know()
    {
        var model = PackShelf.Open("kubernetes");

        Assert.All(model.Packs.SelectMany(pack => pack.Views), view => Assert.NotEmpty(view.Definition.Query));
    }

    [Fact]
    public void A_changed_view_is_written_field_by_field()
    {
        var view = SavedViews.Find(HarborMutual.Today, "bets-by-state")!;

        var commands = SavedViews.Change(view, view.Definition with { Task = null, IsPinned = true }).ToList();

        var set = Assert.IsType<GraphCommand.SetField>(Assert.Single(commands));
        Assert.Equal(("task", Value.Nothing), (set.Field, set.Value));
    }

    [Fact]
    public void Origins_say_what_could_be_edited()
    {
        var origins = ColumnOrigins.Of("MATCH (b:Bet) RETURN b AS bet, b.pivotOn AS p, count(*) AS n, b.id", HarborMutual.Today);

        Assert.Equal(
            [
                new ColumnOrigin.Whole("b"),
                new ColumnOrigin.FieldOf(0, "pivot-on"),
                new ColumnOrigin.Computed(),
                new ColumnOrigin.Computed(),
            ],
            origins
        );
        Assert.Empty(ColumnOrigins.Of("MATCH (b:Bet) RETURN *", HarborMutual.Today));
    }

    private static bool Alike(ViewDefinition one, ViewDefinition other) =>
        one with { Settings = other.Settings, Parameters = other.Parameters } == other
        && one.Settings.SequenceEqual(other.Settings)
        && one.Parameters.SequenceEqual(other.Parameters);
}
