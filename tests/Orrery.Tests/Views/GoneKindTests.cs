using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Server;
using static Orrery.Tests.Views.ViewDesk;

namespace Orrery.Tests.Views;

/// <summary>Views and lists of a kind that was renamed, hidden or merged.</summary>
public sealed class GoneKindTests : IAsyncLifetime
{
    private const string Question = "MATCH (f:FocusArea)<-[:CONTRIBUTES_TO]-(b) RETURN f, count(b) AS bets";

    private ViewDesk _desk = null!;

    public async ValueTask InitializeAsync()
    {
        _desk = await OpenAsync();
        await _desk.SayAsync(
            Now - NodaTime.Duration.FromDays(1),
            Thing(Now - NodaTime.Duration.FromDays(9), "focus-area", "claims")
        );
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task A_question_that_names_a_merged_kind_says_which_and_by_what_change()
    {
        Assert.Empty(GoneKinds.In(Question, _desk.Arrive().Reading));
        var now = _desk.Arrive().Reading;
        var merge = KindMerge.Look(
            now,
            Kind("focus-area"),
            Kind("goal"),
            new(ImmutableSortedDictionary<string, string>.Empty, Misfits.KeepAsText, ConversionTerms.Usual)
        );
        (await _desk.DoAsync([.. merge.ToCommands()])).OrThrow();

        var visit = _desk.Arrive();
        var gone = Assert.Single(GoneKinds.In(Question, visit.Reading));

        Assert.Equal("Focus area", gone.Title);
        Assert.Equal(visit.Reading.Snapshot.At, gone.Cause.Revision);
        Assert.Contains(
            "There is no kind 'Focus area' any more",
            ServerFaults.NoKindHere("focus-area", visit.Reading).Message,
            StringComparison.Ordinal
        );
        Assert.Equal("No kind is called 'never-was'.", ServerFaults.NoKindHere("never-was", visit.Reading).Message);
    }

    [Fact]
    public async Task A_renamed_or_hidden_kind_is_still_found_by_its_name()
    {
        (
            await _desk.DoAsync([
                .. KindShaping.Hide(Kind("focus-area"), isHidden: true).Commands,
                Said("focus-area", "title", "Direction"),
            ])
        ).OrThrow();

        Assert.Empty(GoneKinds.In(Question, _desk.Arrive().Reading));
        Assert.Single(_desk.Look("MATCH (f:FocusArea) RETURN f").Answer.Rows);
    }

    private GraphCommand.SetField Said(string symbol, string field, string said) =>
        new GraphCommand.SetField(Kind(symbol).Id, field, Value.Of(said), Validity.Always);

    private Entity Kind(string symbol)
    {
        var reading = _desk.Arrive().Reading;
        return reading.Find(reading.Model.FindKind(symbol)!.Id)!;
    }
}
