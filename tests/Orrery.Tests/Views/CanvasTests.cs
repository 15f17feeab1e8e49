using Orrery.Graph;
using Orrery.Server;
using static Orrery.Tests.Views.ViewDesk;

namespace Orrery.Tests.Views;

/// <summary>What lies in which part of a canvas.</summary>
public sealed class CanvasTests : IAsyncLifetime
{
    private const string ByPart =
        "UNWIND [['we', 'teams', 'team'], ['we', 'people', 'person'], ['aims', 'bets', 'bet']] AS place OPTIONAL MATCH (x) WHERE labels(x)[0] = place[2] RETURN place[0] AS area, place[1] AS part, x AS thing";

    private ViewDesk _desk = null!;

    public async ValueTask InitializeAsync()
    {
        _desk = await OpenAsync();
        await _desk.SayAsync(Now, Thing(Now, "team", "front"), Thing(Now, "team", "back"), Thing(Now, "bet", "a"));
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public void Parts_stand_as_the_question_brings_them_and_empty_ones_stay()
    {
        var canvas = Canvas.Of(_desk.Look(ByPart));

        Assert.Equal(["we: teams 2, people 0", "aims: bets 1"], canvas.Areas.Select(Said));
    }

    [Fact]
    public void What_came_and_went_is_counted_apart()
    {
        var canvas = Canvas.Of(_desk.Look(ByPart, Now - NodaTime.Duration.FromDays(1), ""));

        Assert.All(
            canvas.Areas.SelectMany(area => area.Parts).SelectMany(part => part.Rows),
            row => Assert.Equal(RowMark.Came, row.Mark)
        );
    }

    private static string Said(CanvasArea area) =>
        $"{area.Group.Title}: {string.Join(", ", area.Parts.Select(part => $"{part.Group.Title} {part.Count}"))}";
}
