using NodaTime;
using Orrery.Engine;
using Orrery.Practice;

namespace Orrery.Cli;

/// <summary>Tells a demo company's history into a new workspace: many change sets under way at once, so that they share flushes.</summary>
internal static class DemoLoad
{
    private const int UnderWay = 512;

    /// <summary>Loads a company, unless its workspace is there.</summary>
    public static async Task RunAsync(
        string company,
        Workspaces workspaces,
        Terminal terminal,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        if (workspaces.Names.Contains(company))
            return;
        var now = Instant.FromDateTimeOffset(clock.GetUtcNow());
        // At noon it is the same day wherever a ritual's clock hangs.
        var today = DemoStory.TodayFor(now).At(LocalTime.Noon).InUtc().ToInstant();
        var story = DemoScript.Take(company);
        DemoStep[] steps = [.. story.Play(now)];
        var start = new WorkspaceStart(company, story.Title, IsEnforced: true, [.. story.Model.Packs.Select(pack => pack.Name)])
        {
            Now = today,
            Recorded = story.BeginsAt(now),
        };
        using var progress = new Progress(terminal, $"Loading {story.Title}", steps.Length);
        await workspaces.CreateAsync(start, (workspace, token) => TellAsync(workspace, steps, progress, token), cancel);
    }

    private static async Task TellAsync(Workspace workspace, DemoStep[] steps, Progress progress, CancellationToken cancel)
    {
        Queue<Task<Outcome>> underWay = new();
        for (var i = 0; i < steps.Length; i++)
        {
            if (underWay.Count == UnderWay)
                (await underWay.Dequeue()).OrThrow();
            underWay.Enqueue(workspace.ExecuteAsync(new(steps[i].Commands, steps[i].Cause, steps[i].Recorded), cancel));
            progress.Show(i, "");
        }

        while (underWay.TryDequeue(out var outcome))
            (await outcome).OrThrow();
    }
}
