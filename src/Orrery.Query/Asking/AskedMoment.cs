using System.Collections.Immutable;
using NodaTime;
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
                Value.Integer { Number: var revision } when revision > snapshot.At.Value => throw QueryFaults.NotKnownYet(
                    revision,
                    snapshot.At.Value,
                    known.At
                ),
                Value.Integer revision => snapshot.AsKnownAt(new Revision(revision.Number)),
                var moment => snapshot.AsKnownAt(NamedMoment.EndOf(moment, reading) ?? throw QueryFaults.NoMoment(known.At)),
            };
        }

        var valid = when.Valid is { } asked
            ? InstantOf(SteadyValue.Of(asked, reading, parameters), asked, reading)
            : reading.Valid;
        return new(snapshot.Read(valid, reading.Now, reading.Mask).InWordsOf(reading.Community), when.IsAnyTime);
    }

    private static Instant InstantOf(Value value, Expression written, Reading reading) =>
        NamedMoment.Find(value, reading) ?? throw QueryFaults.NoMoment(written.At);
}
