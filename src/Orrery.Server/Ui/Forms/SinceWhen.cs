using Microsoft.AspNetCore.Http;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>From when on something is said to hold.</summary>
/// <param name="Choice"><c>now</c>, <c>date</c> or <c>always</c>.</param>
/// <param name="Date">The date, as typed.</param>
public sealed record SinceWhen(string Choice, string Date)
{
    /// <summary>What an untouched form says.</summary>
    public static readonly SinceWhen Now = new("now", "");

    public static SinceWhen Read(IFormCollection form) =>
        new(form["since"].ToString() is { Length: > 0 } choice ? choice : "now", form["since-date"].ToString());

    /// <summary>The stretch of time that is meant.</summary>
    /// <exception cref="FaultException">The date cannot be read.</exception>
    public Validity During(Visit visit) =>
        Choice switch
        {
            "always" => Validity.Always,
            "date" => Validity.Since(Moments.Parse(Date, visit.Dates)),
            _ => Date.Length > 0 ? Validity.Since(Moments.Parse(Date, visit.Dates)) : Validity.Since(visit.Reading.Now),
        };
}
