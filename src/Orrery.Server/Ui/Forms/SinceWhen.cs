using Microsoft.AspNetCore.Http;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>From when and until when something is said to hold.</summary>
/// <param name="Choice">Where it begins: <c>now</c>, <c>date</c> or <c>always</c>.</param>
/// <param name="Date">The date it begins on, as typed.</param>
/// <param name="Until">The first date on which it no longer holds, as typed; empty for no end.</param>
public sealed record SinceWhen(string Choice, string Date, string Until)
{
    /// <summary>What an untouched form says.</summary>
    public static readonly SinceWhen Now = new("now", "", "");

    /// <summary>Whether somebody said when, instead of leaving it at "from today on".</summary>
    public bool IsSaid => Choice != "now" || Date.Length > 0 || Until.Length > 0;

    public static SinceWhen Read(IFormCollection form) => Read(name => form[name].ToString());

    /// <summary>What an address says of it.</summary>
    public static SinceWhen Read(IQueryCollection query) => Read(name => query[name].ToString());

    /// <summary>What a form says that shows a stretch of time as it is.</summary>
    public static SinceWhen Of(Validity stretch, Dates dates) =>
        new(
            stretch.From == Instant.MinValue ? "always" : "date",
            stretch.From == Instant.MinValue ? "" : Dates.Iso(dates.DayOf(stretch.From)),
            stretch.To == Instant.MaxValue ? "" : Dates.Iso(dates.DayOf(stretch.To))
        );

    /// <summary>The stretch of time that is meant.</summary>
    /// <exception cref="FaultException">A date cannot be read.</exception>
    public Validity During(Visit visit) =>
        new(From(visit), Until.Length == 0 ? Instant.MaxValue : Moments.Parse(Until, visit.Dates));

    private static SinceWhen Read(Func<string, string> said) =>
        new(said("since") is { Length: > 0 } choice ? choice : "now", said("since-date"), said("until-date"));

    private Instant From(Visit visit) =>
        Choice switch
        {
            "always" => Instant.MinValue,
            "date" => Moments.Parse(Date, visit.Dates),
            _ => Date.Length > 0 ? Moments.Parse(Date, visit.Dates) : visit.Reading.Now,
        };
}
