using NodaTime;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Tests.Views;

namespace Orrery.Tests.Engine;

/// <summary>The gates hold for what somebody wishes here and now, through whatever face, and for nothing that happened elsewhere.</summary>
public sealed class GatedWorkspaceTests : IAsyncLifetime
{
    private ViewDesk? _desk;

    private ViewDesk Desk => _desk!;

    public async ValueTask InitializeAsync()
    {
        _desk = await ViewDesk.OpenAsync();
        await Desk.SayAsync(ViewDesk.Now, ViewDesk.Thing(ViewDesk.Now - Duration.FromDays(50), "bet", "kiosks"));
    }

    public async ValueTask DisposeAsync() => await Desk.DisposeAsync();

    [Theory]
    [InlineData(Origin.Screen, true)]
    [InlineData(Origin.CommandLine, true)]
    [InlineData(Origin.Api, true)]
    [InlineData(Origin.Agent, true)]
    [InlineData(Origin.Import, false)]
    [InlineData(Origin.Demo, false)]
    [InlineData(Origin.Product, false)]
    public async Task A_wish_is_held_to_the_gate_and_what_is_told_is_not(Origin origin, bool isHeld)
    {
        var visit = Desk.Arrive();
        GraphCommand commit = ViewDesk.Set(visit.Workspace.Now, "bet", "kiosks", "status", Value.Of("committed"));

        var outcome = await visit.Workspace.ExecuteAsync(
            new([commit], new("Ada", origin)),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(isHeld ? "gate.unmet" : null, (outcome as Outcome.Refused)?.Fault.Code);
    }

    [Fact]
    public async Task History_that_is_told_afterwards_is_not_asked()
    {
        await Desk.SayAsync(ViewDesk.Now, ViewDesk.Set(ViewDesk.Now, "bet", "kiosks", "status", Value.Of("committed")));

        Assert.Equal("committed", Desk.Arrive().Find("bet:kiosks")!["status"].AsText);
    }

    [Fact]
    public async Task A_query_that_sets_a_state_is_asked_like_everybody_and_undo_never()
    {
        var visit = Desk.Arrive();
        await Desk.SayAsync(ViewDesk.Now, ViewDesk.Set(ViewDesk.Now, "bet", "kiosks", "status", Value.Of("committed")));
        var before = visit.Workspace.Current.At;
        (await Desk.DoAsync([ViewDesk.Set(ViewDesk.Now, "bet", "kiosks", "status", Value.Of("option"))])).OrThrow();

        var asked = visit.Workspace.Ask(
            Orrery.Query.Question.Of("MATCH (b:Bet {ref: 'bet:kiosks'}) SET b.status = 'committed'"),
            visit.Viewer,
            When.Now,
            TestContext.Current.CancellationToken
        );
        var changes = Assert.IsType<Orrery.Query.QueryOutcome.Answered>(asked).Answer.Changes;

        Assert.Equal("gate.unmet", Assert.IsType<Outcome.Refused>(await Desk.DoAsync(changes!.Commands)).Fault.Code);
        Assert.IsType<Outcome.Done>(
            await visit.Workspace.UndoAsync(before.Next, new("Ada", Origin.Screen), TestContext.Current.CancellationToken)
        );
        Assert.Equal("committed", Desk.Arrive().Find("bet:kiosks")!["status"].AsText);
    }
}
