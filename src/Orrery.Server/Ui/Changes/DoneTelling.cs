using Orrery.Graph;

namespace Orrery.Server;

/// <summary>What was just done, in a line: for the word that it was saved.</summary>
internal static class DoneTelling
{
    /// <summary>E.g. "Saved: made the state of Follow-up support committed, it was option".</summary>
    /// <remarks>Cost: one read of the journal, and none for what somebody gave a reason for or what is large.</remarks>
    public static async Task<string> OfAsync(Visit visit, RecordedCause done)
    {
        if (done.Cause.Why is { Length: > 0 } why)
            return $"Saved: {why}";
        if (done.Events > HistoryPages.LargestReadInEvents)
            return $"Saved: {done.Events:#,0} changes";
        await foreach (var change in visit.Workspace.HistoryAsync(new(done.Revision.Value - 1), done.Revision, visit.Cancel))
        {
            if (PlainTelling.Of(visit, done, change.Events).ToArray() is [var first, .. var more])
                return more is [] ? $"Saved: {first}" : $"Saved: {first}, and {more.Length:#,0} more";
        }

        return "Saved.";
    }
}
