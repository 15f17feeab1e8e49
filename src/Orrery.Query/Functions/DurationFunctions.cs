using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Making durations, and measuring them between times.</summary>
internal static class DurationFunctions
{
    public static readonly Function[] All =
    [
        Arguments.Of("duration(value)", "A duration: of text such as 'P1M2DT3H', or of parts such as {days: 2}.", Of),
        Arguments.Of("duration.between(from, to)", "From one time to another in months, days and the rest.", Between.Mixed),
        Arguments.Of("duration.inMonths(from, to)", "The complete months from one time to another.", Between.InMonths),
        Arguments.Of("duration.inDays(from, to)", "The complete days from one time to another.", Between.InDays),
        Arguments.Of(
            "duration.inSeconds(from, to)",
            "From one time to another in hours, minutes and seconds.",
            Between.InSeconds
        ),
    ];

    private static Value Of(Value value) =>
        value switch
        {
            Value.Text text => DurationReading.Of(text.Characters),
            Value.Map map => TimeMaking.Duration(map),
            Value.Duration => value,
            _ => throw QueryFaults.ArgumentMisfit("duration()", value, "a text or a map of parts"),
        };
}
