using System.Globalization;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>The moment in an address: <c>at</c> in the world, <c>known</c> for what had been recorded, <c>suppose</c> for what is only supposed.</summary>
public static class Moments
{
    /// <summary>Known as at the very moment that is looked at.</summary>
    public const string Then = "then";

    /// <summary>The part of an address that says what is supposed.</summary>
    public const string Suppose = "suppose";

    public static (When When, string? At, string? Known) Read(IQueryCollection query, Dates dates)
    {
        var (at, known) = (TextOf(query["at"]), TextOf(query["known"]));
        Instant? valid = at is null ? null : Parse(at, dates);
        KnownAt? knownAt = known switch
        {
            null => null,
            Then => valid is { } then ? new KnownAt.AtInstant(then) : null,
            _ when long.TryParse(known, NumberStyles.None, CultureInfo.InvariantCulture, out var revision) =>
                new KnownAt.AtRevision(new(revision)),
            _ => new KnownAt.AtInstant(EndOf(known, dates)),
        };
        return (new(valid, knownAt) { Supposed = Supposition.SentencesOf(query[Suppose]) }, at, knownAt is null ? null : known);
    }

    /// <summary>A date (as the day began in the workspace's zone) or a time.</summary>
    /// <exception cref="FaultException">It is neither.</exception>
    public static Instant Parse(string text, Dates dates) =>
        LocalDatePattern.Iso.Parse(text) is { Success: true } day && day.Value.Year is > 0 and < 9000 ? dates.StartOf(day.Value)
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? Instant.FromDateTimeOffset(moment)
        : throw new FaultException(ServerFaults.UnreadableMoment(text));

    // What was recorded on a day was known that day, as for --known-at and KNOWN AT.
    private static Instant EndOf(string text, Dates dates) =>
        LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day } && day.Year is > 0 and < 9000
            ? Days.LastOf(day, dates.Zone)
            : Parse(text, dates);

    /// <summary>The query that says so again.</summary>
    public static string Query(string? at, string? known, string? supposed) =>
        string.Join('&', new[] { Pair("at", at), Pair("known", known), Pair(Suppose, supposed) }.Where(part => part.Length > 0));

    private static string Pair(string name, string? value) => value is null ? "" : $"{name}={Uri.EscapeDataString(value)}";

    private static string? TextOf(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
