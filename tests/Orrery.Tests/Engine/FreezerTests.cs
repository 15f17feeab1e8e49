using NodaTime;
using Orrery.Engine;
using Orrery.Graph;

namespace Orrery.Tests.Engine;

/// <summary>Laying out for reading beside the writer.</summary>
public sealed class FreezerTests
{
    private const int Many = 3_000;

    [Fact]
    public async Task A_layout_that_ended_before_the_writer_looked_is_put_in_place_not_begun_again()
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var freezer = new Freezer(() => ended.TrySetResult());
        var snapshot = Told(Many);

        freezer.StartIfWorthwhile(snapshot);
        await ended.Task;
        freezer.StartIfWorthwhile(snapshot);
        freezer.InstallIfReady();

        Assert.Equal(0, snapshot.Unfrozen);
    }

    [Fact]
    public async Task After_a_layout_it_rests_unless_several_times_as_much_waits()
    {
        var turns = new SemaphoreSlim(0);
        var freezer = new Freezer(() => turns.Release());
        var snapshot = Told(Many);
        freezer.StartIfWorthwhile(snapshot);
        await turns.WaitAsync(TestContext.Current.CancellationToken);
        freezer.InstallIfReady();

        // The rest ends by itself, and says so.
        await turns.WaitAsync(TestContext.Current.CancellationToken);
        freezer.StartIfWorthwhile(Told(snapshot, Many));
        await turns.WaitAsync(TestContext.Current.CancellationToken);
        freezer.InstallIfReady();

        Assert.Equal(0, snapshot.Unfrozen);
    }

    private static GraphSnapshot Told(int facts) => Told(GraphSnapshot.Empty(), facts);

    private static GraphSnapshot Told(GraphSnapshot snapshot, int facts)
    {
        var subject = Id.Named("freezer", snapshot.At.ToString());
        GraphEvent[] events =
        [
            new GraphEvent.EntityCreated(subject, ["team"], null, Validity.Always),
            .. Enumerable
                .Range(0, facts)
                .Select(i => new GraphEvent.FieldSet(
                    subject,
                    "size",
                    Value.Of(i),
                    Validity.Since(Instant.FromUnixTimeSeconds(i))
                )),
        ];
        return snapshot.Apply(new(snapshot.At.Next, Instant.FromUnixTimeSeconds(1), new("Bo", Origin.Screen), [.. events]));
    }
}
