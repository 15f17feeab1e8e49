using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>What the form for new observations shows.</summary>
/// <param name="Subject">Of what, and who observed.</param>
/// <param name="Field">The series.</param>
/// <param name="Points">What is observed so far, oldest first.</param>
/// <param name="Corrected">The moment of the observation that is corrected, or null when one is added.</param>
/// <param name="Date">The day of the first, as typed.</param>
/// <param name="Number">Its value, as typed.</param>
/// <param name="More">Further ones, one a line, as typed.</param>
/// <param name="Why">The reason, as typed.</param>
/// <param name="Problem">Why it was refused, or null.</param>
public sealed record ObserveView(
    Subject Subject,
    FieldDefinition Field,
    ImmutableArray<Observation> Points,
    Instant? Corrected,
    string Date,
    string Number,
    string More,
    string Why,
    Fault? Problem
)
{
    private const int FewLatest = 12;

    /// <summary>What was observed last, newest first.</summary>
    public IEnumerable<Observation> Latest => Points.Reverse().Take(FewLatest);

    public string? Unit => Field.Unit ?? Subject.In(Subject.Visit.Reading, "unit").AsText;

    /// <summary>The form that corrects one of them.</summary>
    public string Correct(Observation point) => Observe(InstantPattern.ExtendedIso.Format(point.At));

    /// <summary>Where this form is sent to.</summary>
    public string Action => Observe(Corrected is { } at ? InstantPattern.ExtendedIso.Format(at) : null);

    /// <summary>The form that adds, whatever this one does.</summary>
    public string Add => Observe(null);

    private string Observe(string? point) =>
        $"{Subject.Act("observe")}?field={Uri.EscapeDataString(Field.Symbol)}{(point is null ? "" : $"&point={Uri.EscapeDataString(point)}")}";
}

/// <summary>Adds observations to a series: one as two fields, or many pasted, a day and a number a line. Or corrects one.</summary>
internal static class ObserveForm
{
    public static IResult Show(Subject subject, string? field, string? point) =>
        Page.Of<ObservePage>(ViewOf(subject, FieldOf(subject, field), point, null, null));

    public static async Task<IResult> Save(Subject subject, string? field, string? point)
    {
        var (visit, series) = (subject.Visit, FieldOf(subject, field));
        var form = await visit.Http.Request.ReadFormAsync(visit.Cancel);
        var (points, fault) = MomentOf(point) is { } at ? ReadOne(at, form["number"].ToString()) : Read(visit, form);
        if (fault is null)
        {
            GraphCommand append = new GraphCommand.AppendSeries(subject.Id, series.Symbol, points);
            var outcome = await visit.Workspace.ExecuteAsync(new([append], visit.Cause(form["why"])), visit.Cancel);
            if (outcome is Outcome.Done done)
                return Answers.SeeOther(subject.Page, done.At);
            fault = ((Outcome.Refused)outcome).Fault;
        }

        return Page.Of<ObservePage>(ViewOf(subject, series, point, form, fault), FaultPages.StatusOf(fault));
    }

    private static (ImmutableArray<Observation> Points, Fault? Fault) ReadOne(Instant at, string number) =>
        PlainNumber.ReadDouble(number) is { } value ? ([new(at, value)], null) : ([], ServerFaults.UnreadableObservation(number));

    private static (ImmutableArray<Observation> Points, Fault? Fault) Read(Visit visit, IFormCollection form)
    {
        var one = $"{form["date"]} {form["number"]}".Trim();
        var lines = form["more"].ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var points = ImmutableArray.CreateBuilder<Observation>();
        foreach (var line in form["number"].ToString().Trim().Length > 0 || lines.Length == 0 ? [one, .. lines] : lines)
        {
            if (ReadLine(visit, line) is not { } point)
                return ([], ServerFaults.UnreadableObservation(line));
            if (point.At > visit.Reading.Now)
                return ([], ServerFaults.ObservationAhead(visit.Dates.Day(point.At)));
            points.Add(point);
        }

        return (points.DrainToImmutable(), null);
    }

    // A day, then a number, with whatever a table pastes between them.
    private static Observation? ReadLine(Visit visit, string line)
    {
        if (line.Split([' ', '\t', ';'], 2, StringSplitOptions.TrimEntries) is not [var day, var number])
            return null;
        return
            LocalDatePattern.Iso.Parse(day) is { Success: true, Value.Year: > 0 and < 9000 } date
            && PlainNumber.ReadDouble(number) is { } value
            ? new(visit.Dates.StartOf(date.Value), value)
            : null;
    }

    private static Instant? MomentOf(string? point) =>
        point is null ? null
        : InstantPattern.ExtendedIso.Parse(point) is { Success: true } at ? at.Value
        : throw new FaultException(ServerFaults.UnreadableMoment(point));

    private static ObserveView ViewOf(
        Subject subject,
        FieldDefinition field,
        string? point,
        IFormCollection? form,
        Fault? problem
    )
    {
        var known = subject.Visit.Reading.FindAnyTime(subject.Id)?.Series(field.Symbol) ?? [];
        var at = MomentOf(point);
        var was = known.Where(observed => observed.At == at).Select(observed => TextOf(observed.Value)).FirstOrDefault("");
        return new(
            subject,
            field,
            known,
            at,
            form?["date"].ToString() ?? Dates.Iso(subject.Visit.Dates.Today),
            form?["number"].ToString() ?? was,
            form?["more"].ToString() ?? "",
            form?["why"].ToString() ?? "",
            problem
        );
    }

    private static string TextOf(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    private static FieldDefinition FieldOf(Subject subject, string? field) =>
        subject.Fields.FirstOrDefault(known => known.Kind == FieldKind.Series && known.Symbol == field)
        ?? throw new FaultException(
            Fault.UnknownField(
                field ?? "",
                subject.Title,
                subject.Fields.Where(known => known.Kind == FieldKind.Series).Select(known => known.Symbol)
            )
        );
}
