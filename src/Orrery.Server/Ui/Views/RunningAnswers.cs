using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Orrery.Server;

/// <summary>Answers that took longer than their page, kept for who comes for them, so that nothing is asked twice.</summary>
internal sealed class RunningAnswers(TimeProvider clock)
{
    private const int Most = 32;
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, RunningAnswer> _waiting = new(StringComparer.Ordinal);

    /// <summary>Keeps an answer for one who brings the ticket. It is stopped when nobody comes for ten seconds, or where too many are kept.</summary>
    public string Keep(RunningAnswer answer)
    {
        var ticket = RandomNumberGenerator.GetHexString(32, lowercase: true);
        if (_waiting.Count >= Most)
            answer.Stop();
        else
        {
            _waiting[ticket] = answer;
            _ = ForgetAsync(ticket);
        }

        return ticket;
    }

    /// <summary>The answer of a ticket, once; null when there is none for that question.</summary>
    public RunningAnswer? Take(string ticket, string question) =>
        _waiting.TryGetValue(ticket, out var kept) && kept.Question == question && _waiting.TryRemove(ticket, out var taken)
            ? taken
            : null;

    /// <summary>Ends the work of a ticket that nobody comes for.</summary>
    public void Stop(string ticket)
    {
        if (_waiting.TryRemove(ticket, out var left))
            left.Stop();
    }

    private async Task ForgetAsync(string ticket)
    {
        await Task.Delay(Kept, clock);
        Stop(ticket);
    }
}
