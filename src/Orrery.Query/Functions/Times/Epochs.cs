using NodaTime;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Instants counted from 1970-01-01T00:00Z.</summary>
internal static class Epochs
{
    public static Instant OfSeconds(Value seconds, Value nanos) =>
        At(((Int128)Whole(seconds) * Calendar.NanosInSecond) + Whole(nanos));

    public static Instant OfMillis(Value millis) => At((Int128)Whole(millis) * 1_000_000);

    private static Instant At(Int128 nanos) => Calendar.Plus(new LocalDateTime(1970, 1, 1, 0, 0), nanos).InUtc().ToInstant();

    private static long Whole(Value value) =>
        value is Value.Integer { Number: var number }
            ? number
            : throw QueryFaults.ArgumentMisfit("A time since the epoch", value, "a whole number");
}
