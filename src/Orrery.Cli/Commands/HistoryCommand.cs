using System.CommandLine;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Server;

namespace Orrery.Cli;

/// <summary><c>orrery history [REF]</c></summary>
internal sealed class HistoryCommand : Command, IExampled
{
    private const int MostSentences = 4;

    private readonly Argument<string?> _ref = new("REF")
    {
        Description = "Of one thing only, e.g. bet:faster-onboarding.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<int> _limit = new Option<int>("--limit")
    {
        Description = "How many change sets at most; 0 for all.",
        HelpName = "N",
        DefaultValueFactory = _ => 30,
    }.Within(0, int.MaxValue);

    public HistoryCommand(Running running)
        : base("history", "Who changed what, when and why: newest first.")
    {
        Arguments.Add(_ref);
        Options.Add(Common.WorkspaceOption());
        Options.Add(_limit);
        Options.Add(Common.KnownAtOption());
        Options.Add(Common.FormatOption());
        SetAction(running.OnData(ShowAsync));
    }

    public IReadOnlyList<string> Examples { get; } =
    ["orrery history", "orrery history bet:faster-onboarding --limit 0", "orrery history --known-at 2026-03-01 --format json"];

    private async Task ShowAsync(Call call)
    {
        var workspace = await call.WorkspaceAsync();
        var known = call.Get<string?>(Common.KnownAt) is { } text ? MomentText.Known(text, workspace) : null;
        var reading = workspace.Read(call.Viewer, new(null, known));
        var changes = call.Parsed.GetValue(_ref) is { } reference
            ? ChangesOf(reading, reference, Limit(call))
            : await ChangesAsync(call, workspace, reading.Snapshot.At);
        var sheet = new Sheet("revision", "recorded", "who", "what", "why") { Nothing = "Nothing was recorded." };
        foreach (var (cause, events) in changes)
        {
            var sentences = PlainTelling.Of(workspace, call.Viewer, cause, events).ToArray();
            sheet.Add(cause.Revision.Value, cause.Recorded, cause.Cause.Actor, Joined(sentences), cause.Cause.Why);
        }

        call.Print(sheet);
    }

    private int Limit(Call call) => call.Parsed.GetValue(_limit) is > 0 and var limit ? limit : int.MaxValue;

    private async Task<List<(RecordedCause Cause, IEnumerable<GraphEvent> Events)>> ChangesAsync(
        Call call,
        Workspace workspace,
        Revision upTo
    )
    {
        var after = new Revision(Math.Max(0, upTo.Value - Limit(call)));
        List<(RecordedCause, IEnumerable<GraphEvent>)> changes = [];
        await foreach (var change in workspace.HistoryAsync(after, upTo, call.Cancel))
            changes.Add((workspace.Current.CauseOf(change.Revision), change.Events));
        changes.Reverse();
        return changes;
    }

    private static List<(RecordedCause Cause, IEnumerable<GraphEvent> Events)> ChangesOf(Reading reading, string text, int limit)
    {
        var entity = EntityRef.TryParse(text, out var reference) ? reading.FindAnyTime(reference) : null;
        if (entity is null)
            throw new FaultException(Fault.NotFound(text));
        return
        [
            .. entity
                .Recorded()
                .GroupBy(recorded => recorded.Revision)
                .OrderByDescending(change => change.Key)
                .Take(limit)
                .Select(change => (reading.Snapshot.CauseOf(change.Key), change.Select(recorded => recorded.Event))),
        ];
    }

    private static string Joined(string[] sentences) =>
        sentences.Length <= MostSentences
            ? string.Join("; ", sentences)
            : $"{string.Join("; ", sentences.Take(MostSentences))}; and {sentences.Length - MostSentences:N0} more";
}
