using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Moves a reading to the moment that a query's prefix names.</summary>
internal static class AskedMoment
{
    public static Ground Move(WhenPrefix when, Reading reading, ImmutableSortedDictionary<string, Value> parameters)
    {
        var snapshot = reading.Snapshot;
        if (when.Known is { } known)
        {
            snapshot = SteadyValue.Of(known, reading, parameters) switch
            {
                Value.Integer revision => snapshot.AsKnownAt(new Revision(revision.Number)),
                var moment => snapshot.AsKnownAt(InstantOf(moment, known)),
            };
        }

        var valid = when.Valid is { } asked ? InstantOf(SteadyValue.Of(asked, reading, parameters), asked) : reading.Valid;
        return new(snapshot.Read(valid, reading.Now, reading.Mask).InWordsOf(reading.Community), when.IsAnyTime);
    }

    private static Instant InstantOf(Value value, Expression written) =>
        value switch
        {
            Value.DateTime moment => moment.Instant,
            Value.LocalDateTime moment => moment.Stamp.InUtc().ToInstant(),
            Value.Date day => day.Day.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant(),
            Value.Text { Characters: var text } when LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day } =>
                day.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant(),
            Value.Text { Characters: var text }
                when InstantPattern.ExtendedIso.Parse(text) is { Success: true, Value: var instant } => instant,
            _ => throw QueryFaults.NoMoment(written.At),
        };
}
