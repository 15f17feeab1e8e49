using NodaTime;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>Stretches of time as people say them.</summary>
public static class SpanWords
{
    /// <summary>"since 3 March 2026, until 1 June 2026"; null for always.</summary>
    public static string? Of(Validity span, Dates dates) =>
        (span.From == Instant.MinValue, span.To == Instant.MaxValue) switch
        {
            (true, true) => null,
            (true, false) => $"until {dates.Day(span.To)}",
            (false, true) => $"since {dates.Day(span.From)}",
            _ => $"since {dates.Day(span.From)}, until {dates.Day(span.To)}",
        };

    /// <summary>All stretches of something, with those to come and those that are over told as such.</summary>
    public static string Of(Subject subject)
    {
        var (dates, at) = (subject.Visit.Dates, subject.Visit.Reading.Valid);
        return subject.Lives.IsEmpty
            ? "never, as far as we know"
            : string.Join("; ", subject.Lives.Select(life => Of(life, at, dates)));
    }

    private static string Of(Validity life, Instant at, Dates dates) =>
        life switch
        {
            _ when life.From > at && life.To == Instant.MaxValue => $"from {dates.Day(life.From)} on",
            _ when life.From > at || life.To <= at => life.From == Instant.MinValue
                ? $"until {dates.Day(life.To)}"
                : $"from {dates.Day(life.From)} until {dates.Day(life.To)}",
            _ => Of(life, dates) is { } span
                ? life.To == Instant.MaxValue
                    ? $"{span}, no end known"
                    : span
                : "always",
        };
}
