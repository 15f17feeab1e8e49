using System.Collections.Immutable;
using System.Globalization;
using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Server;

/// <summary>An answer as the page shows it.</summary>
/// <param name="Visit">Who asked.</param>
/// <param name="Asked">What was asked.</param>
/// <param name="Outcome">The answer.</param>
public sealed record AnswerView(Visit Visit, AskedText Asked, AskOutcome.Answered Outcome)
{
    public Answer Answer => Outcome.Answer;

    /// <summary>Whether it holds things that could be drawn.</summary>
    public bool HasThings => Answer.Rows.Take(AskPages.PageSize).Any(row => row.Any(AnswerGraph.HasThings));

    public Proposed? Proposed =>
        Answer is { Changes: { } changes, At: var at } ? Server.Proposed.Of(Visit, Outcome.Reading, at, changes) : null;

    /// <summary>The last page there is, from 1.</summary>
    public int Pages => Math.Max(1, (Answer.Rows.Length + AskPages.PageSize - 1) / AskPages.PageSize);

    public int PageNumber => Math.Min(Asked.Page, Pages);

    public int First => ((PageNumber - 1) * AskPages.PageSize) + 1;

    public ImmutableArray<ImmutableArray<Value>> Rows => [.. Answer.Rows.Skip(First - 1).Take(AskPages.PageSize)];

    /// <summary>Whether the text says when itself, so that the moment of the page is not used.</summary>
    public bool SaysWhen => QueryText.SaysWhen(Asked.Text);

    /// <summary>"14 rows in 3 ms, as of 3 March 2024, as we know it now, revision 512".</summary>
    public string Said => $"{Lead}, {SaidWhen}, {SaidKnown}, revision {Answer.At.Value:#,0}";

    /// <summary>The address where just this will be answered, whatever is learnt later.</summary>
    public string Forever =>
        new Links(
            Visit.Workspace.Name,
            Moments.Query(Answer.Valid is { } valid ? Dates.Iso(valid) : Visit.At, Answer.At.ToString(), Visit.Supposed)
        ).Ask(Asked);

    private string Lead =>
        Answer.Plan is null ? $"{RowCount} in {Duration(Outcome.Took)}"
        : Asked.Shape == AnswerShape.Profile ? $"Done in {Duration(Outcome.Took)}"
        : "Planned, not run";

    private string RowCount =>
        Answer.Rows.Length switch
        {
            0 => "No rows",
            1 => "1 row",
            var rows => $"{rows:#,0} rows",
        };

    private string SaidWhen =>
        Answer.Valid is not { } valid ? "at any time"
        : Visit.At is null && !SaysWhen ? "as it is now"
        : $"as of {Moment(valid)}";

    private string SaidKnown =>
        Answer.At >= Visit.Workspace.Current.At ? "as we know it now" : $"as it was known {Moment(LastRecorded(Answer.At))}";

    private static string Duration(TimeSpan took) =>
        took.TotalMilliseconds switch
        {
            < 1 => "less than 1 ms",
            < 1000 => $"{took.TotalMilliseconds:0} ms",
            _ => string.Create(CultureInfo.InvariantCulture, $"{took.TotalSeconds:0.0} s"),
        };

    private NodaTime.Instant LastRecorded(Revision at) =>
        at <= Revision.Start ? NodaTime.Instant.MinValue : Visit.Workspace.Current.CauseOf(at).Recorded;

    private string Moment(NodaTime.Instant instant) =>
        Visit.Dates.StartOf(Visit.Dates.DayOf(instant)) == instant ? Visit.Dates.Day(instant) : Visit.Dates.Exact(instant);
}
