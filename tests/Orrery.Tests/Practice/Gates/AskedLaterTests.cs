using NodaTime;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Tests.Views;
using static Orrery.Tests.Views.ViewDesk;

namespace Orrery.Tests.Practice.Gates;

/// <summary>What a lifecycle asks some days after a step is found when it is due.</summary>
public sealed class AskedLaterTests : IAsyncLifetime
{
    private static readonly Instant Ended = Now - Duration.FromDays(95);

    private ViewDesk _desk = null!;

    public async ValueTask InitializeAsync()
    {
        _desk = await OpenAsync();
        await _desk.SayAsync(
            Now,
            Thing(Now - Duration.FromDays(200), "bet", "kiosks", ("status", Value.Of("in-action"))),
            Thing(Now - Duration.FromDays(200), "bet", "open", ("status", Value.Of("in-action"))),
            Set(Ended, "bet", "kiosks", "status", Value.Of("realised"))
        );
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Each_line_asks_for_one_more_and_is_there_once_it_was_done()
    {
        Assert.Equal(["2026-07-28 missing", "2026-09-26 missing"], Lines());

        await LookBackAsync("first");
        Assert.Equal(["2026-07-28 there", "2026-09-26 missing"], Lines());

        await LookBackAsync("second");
        Assert.Equal(["2026-07-28 there", "2026-09-26 there"], Lines());
    }

    [Fact]
    public async Task What_is_due_and_missing_waits_on_the_page_of_the_week_and_goes_with_the_look_back()
    {
        Assert.Equal(2, Waiting());

        await LookBackAsync("first");

        Assert.Equal(1, Waiting());
    }

    [Fact]
    public void Before_it_is_due_it_does_not_wait()
    {
        var early = _desk.Arrive().Workspace.Read(new("Ada"), new(Ended + Duration.FromDays(20), null));

        Assert.Empty(Matters.Of(early, Now, null, DateTimeZone.Utc).OfType<Matter.Later>());
    }

    [Fact]
    public async Task Things_of_kinds_that_nothing_is_asked_of_later_are_not_visited()
    {
        await _desk.SayAsync(
            Now,
            [
                .. Enumerable
                    .Range(0, 20)
                    .Select(n => Thing(Now - Duration.FromDays(200), "work-item", $"w{n}", ("status", Value.Of("realised")))),
            ]
        );

        var visited = 0;
        var asked = AskedLater.Of(_desk.Arrive().Reading, DateTimeZone.Utc, n => visited += n).Count();
        Assert.Equal((2, 2), (asked, visited));
    }

    private async Task LookBackAsync(string key) =>
        await _desk.SayAsync(
            Now,
            Thing(Now, "return-review", key),
            Joins(Now, "reviewed-by", ("bet", "kiosks"), ("return-review", key))
        );

    private string[] Lines() =>
        [
            .. AskedLater
                .Of(_desk.Arrive().Reading, DateTimeZone.Utc, _ => { })
                .Select(asked => $"{asked.Due:uuuu-MM-dd} {(asked.IsThere ? "there" : "missing")}"),
        ];

    private int Waiting() => Matters.Of(_desk.Arrive().Reading, Now, null, DateTimeZone.Utc).OfType<Matter.Later>().Count();
}
