namespace Orrery.Server;

/// <summary>What a view asked, answered beside the page.</summary>
internal sealed class RunningAnswer
{
    private readonly Action _stop;

    private RunningAnswer(string question, Func<CancellationToken, ViewAnswers> ask)
    {
        Question = question;
        // Without a time of its own it holds nothing that would have to be let go.
        var stop = new CancellationTokenSource();
        _stop = stop.Cancel;
        Answers = Task.Run(() => ask(stop.Token), CancellationToken.None);
    }

    /// <summary>Who asks what, of which moment.</summary>
    public string Question { get; }

    public Task<ViewAnswers> Answers { get; }

    public static RunningAnswer Of(string question, Func<CancellationToken, ViewAnswers> ask) => new(question, ask);

    public void Stop() => _stop();

    /// <summary>The answer, or null when it takes longer than somebody waits.</summary>
    /// <param name="patience">How long they wait.</param>
    /// <param name="gone">Says that they wait no longer at all: nothing goes on for nobody.</param>
    /// <exception cref="OperationCanceledException">Nobody waits any more.</exception>
    public async Task<ViewAnswers?> WaitAsync(TimeSpan patience, CancellationToken gone)
    {
        using var leaving = gone.UnsafeRegister(static running => ((RunningAnswer)running!).Stop(), this);
        try
        {
            return await Answers.WaitAsync(patience, CancellationToken.None);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }
}
