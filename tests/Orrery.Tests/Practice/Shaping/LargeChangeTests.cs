using System.Diagnostics;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Tests.Views;

namespace Orrery.Tests.Practice.Shaping;

/// <summary>A field changes under a hundred thousand values, through a workspace and its journal.</summary>
public sealed class LargeChangeTests
{
    private const int Many = 100_000;

    [Fact]
    public async Task A_hundred_thousand_values_change_and_come_back_as_one()
    {
        await using var desk = await ViewDesk.OpenAsync();
        await desk.SayAsync(ViewDesk.Now, [.. Enumerable.Range(0, Many).Select(Thing)]);

        var workspace = desk.Arrive().Workspace;
        var cause = new Cause("Ada", Origin.Screen);

        var look = await TimeAsync("looked at", () => Task.FromResult(Look(Reading(workspace))));
        Assert.Equal(new ConversionCounts(0, Many - 1, 0, 1), look.Counts);
        var done = await TimeAsync("changed", () => workspace.ExecuteAsync(now => Look(now).ToCommands(), cause, Cancel));
        Assert.Equal(Value.Of(7L), Reading(workspace).ValueOf(ViewDesk.IdOf("insight", "7"), "method"));
        Assert.Equal("not a number", Reading(workspace).ValueOf(ViewDesk.IdOf("insight", "0"), "method-before").AsText);
        await TimeAsync("taken back", () => workspace.UndoAsync(done.OrThrow(), cause, Cancel));

        Assert.Equal("7", Reading(workspace).ValueOf(ViewDesk.IdOf("insight", "7"), "method").AsText);
        Assert.Equal(FieldKind.Text, workspace.Current.Model.FindKind("insight")!.Fields["method"].Kind);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Reading Reading(Workspace workspace) => workspace.Read(new("Ada"), When.Now);

    private static GraphCommand Thing(int number) =>
        ViewDesk.Thing(ViewDesk.Now, "insight", $"{number}", ("method", Value.Of(number == 0 ? "not a number" : $"{number}")));

    private static FieldChange Look(Reading reading) =>
        FieldChange.Look(
            reading,
            reading.Find(reading.Model.FindKind("insight")!.Fields["method"].Id)!,
            new(FieldKind.Number, "", "", Misfits.KeepAsText, ConversionTerms.Usual)
        );

    private static async Task<T> TimeAsync<T>(string what, Func<Task<T>> run)
    {
        var watch = Stopwatch.StartNew();
        var result = await run();
        TestContext.Current.TestOutputHelper?.WriteLine($"100,000 values {what} in {watch.ElapsedMilliseconds:#,0} ms");
        return result;
    }
}
