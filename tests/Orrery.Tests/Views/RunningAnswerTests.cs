using Orrery.Server;

namespace Orrery.Tests.Views;

/// <summary>A question that takes long is asked once: who comes for its answer is given what runs.</summary>
public sealed class RunningAnswerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_ticket_brings_the_running_answer_once_and_only_for_its_question()
    {
        await using var desk = await ViewDesk.OpenAsync();
        var answer = AskPages.Ask(desk.Arrive(), AskedText.Of("RETURN 1 AS one", _ => ""));
        RunningAnswers kept = new(TimeProvider.System);
        using ManualResetEventSlim goOn = new();
        var asked = 0;
        var running = RunningAnswer.Of(
            "mine",
            cancel =>
            {
                asked++;
                goOn.Wait(cancel);
                return new(answer, null);
            }
        );
        Assert.Null(await running.WaitAsync(TimeSpan.Zero, Cancel));
        var ticket = kept.Keep(running);

        Assert.Null(kept.Take(ticket, "another"));
        var taken = kept.Take(ticket, "mine");
        Assert.Same(running, taken);
        Assert.Null(kept.Take(ticket, "mine"));
        goOn.Set();
        Assert.Same(answer, (await taken!.WaitAsync(Timeout.InfiniteTimeSpan, Cancel))!.Now);
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task It_ends_when_it_is_stopped_or_who_waits_goes_away()
    {
        RunningAnswers kept = new(TimeProvider.System);
        var stopped = Endless();
        var ticket = kept.Keep(stopped);
        kept.Stop(ticket);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped.Answers);

        using CancellationTokenSource page = new();
        var left = Endless();
        var waits = left.WaitAsync(Timeout.InfiniteTimeSpan, page.Token);
        await page.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waits);
    }

    private static RunningAnswer Endless() =>
        RunningAnswer.Of(
            "endless",
            cancel =>
            {
                cancel.WaitHandle.WaitOne();
                cancel.ThrowIfCancellationRequested();
                throw new System.Diagnostics.UnreachableException("It was stopped.");
            }
        );
}
