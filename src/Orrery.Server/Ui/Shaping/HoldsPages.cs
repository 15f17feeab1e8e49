using System.Diagnostics;
using System.Text;
using Microsoft.AspNetCore.Http;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Query;

namespace Orrery.Server;

/// <summary>A field comes to hold something else: looked at first, done as one change.</summary>
internal static class HoldsPages
{
    public static IResult Show(Visit visit, string field) => PageOf(visit, FieldForms.PartOf(visit, field), null);

    /// <summary>Does what was looked at, if it still is what it was.</summary>
    public static async Task<IResult> Make(Visit visit, string field)
    {
        var part = FieldForms.PartOf(visit, field);
        var form = await visit.Http.Request.ReadFormAsync(visit.Cancel);
        var asked = HoldsAsked.Read(visit.Http.Request.Query, part) with { Misfits = HoldsAsked.MisfitsOf(form["misfits"]) };
        if (asked.Wish(visit) is not { } wish)
            return PageOf(visit, part, null);
        var said = FieldChange.Look(PartForms.Now(visit), part, wish).Title;
        var outcome = await visit.Workspace.ExecuteAsync(
            reading =>
            {
                var change = FieldChange.Look(reading, reading.Find(part.Id) ?? part, wish);
                return change.Digest == form["digest"] ? change.ToCommands() : throw new FaultException(ShapeFaults.Changed());
            },
            visit.Cause(form["why"].ToString() is { Length: > 0 } why ? why : said),
            visit.Cancel
        );
        return outcome switch
        {
            Outcome.Done done => Answers.SeeOther(visit.Links.ModelField(field), done.At),
            Outcome.Refused { Fault: var fault } => PageOf(visit, part, fault),
            _ => throw new UnreachableException("An outcome is done or refused."),
        };
    }

    /// <summary>Everything that has no place, as a file.</summary>
    public static IResult Misfits(Visit visit, string field)
    {
        var part = FieldForms.PartOf(visit, field);
        if (HoldsAsked.Read(visit.Http.Request.Query, part).Wish(visit) is not { } wish)
            throw new FaultException(Fault.NotFound(field));
        var reading = PartForms.Now(visit);
        var change = FieldChange.Look(reading, part, wish);
        var text = new StringBuilder(CsvLine.Of(["ref", "title", part.Title, "from", "to"]));
        foreach (var misfit in change.Misfitting())
        {
            var thing = reading.FindAnyTime(misfit.Thing);
            string[] cells =
            [
                thing?.ToString() ?? misfit.Thing.ToString(),
                thing?.Title ?? "",
                ValueText.Of(misfit.Fact.Value),
                Day(misfit.Fact.During.From),
                Day(misfit.Fact.During.To),
            ];
            text.Append(CsvLine.Of(cells));
        }

        return Results.File(Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8", $"{part.Ref!.Key}.csv");
    }

    private static string Day(NodaTime.Instant at) =>
        at == NodaTime.Instant.MinValue || at == NodaTime.Instant.MaxValue
            ? ""
            : at.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static DrawnPage PageOf(Visit visit, Entity part, Fault? problem)
    {
        var asked = HoldsAsked.Read(visit.Http.Request.Query, part);
        var (change, fault) = Look(visit, part, asked);
        var said = problem ?? fault;
        return Page.Of<HoldsPage>(
            new HoldsView(visit, part, asked, change, said),
            said is null ? StatusCodes.Status200OK : FaultPages.StatusOf(said)
        );
    }

    private static (FieldChange?, Fault?) Look(Visit visit, Entity part, HoldsAsked asked)
    {
        try
        {
            return (asked.Wish(visit) is { } wish ? FieldChange.Look(PartForms.Now(visit), part, wish) : null, null);
        }
        catch (FaultException refused)
        {
            return (null, refused.Fault);
        }
    }
}
