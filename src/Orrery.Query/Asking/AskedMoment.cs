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
            snapshot = ValueOf(known, parameters) switch
            {
                Value.Integer revision => snapshot.AsKnownAt(new Revision(revision.Number)),
                var moment => snapshot.AsKnownAt(InstantOf(moment, known)),
            };
        }

        var valid = when.Valid is { } asked ? InstantOf(ValueOf(asked, parameters), asked) : reading.Valid;
        return new(snapshot.Read(valid, reading.Now, reading.Mask), when.IsAnyTime);
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

    // A prefix stands before anything is found: a literal, a parameter, or a function of these.
    private static Value ValueOf(Expression expression, ImmutableSortedDictionary<string, Value> parameters) =>
        expression switch
        {
            Expression.Literal literal => literal.Value,
            Expression.Parameter parameter => parameters.TryGetValue(parameter.Name, out var given)
                ? given
                : throw QueryFaults.MissingParameter(parameter.Name, parameter.At),
            Expression.Call call
                when FunctionCatalogue.All.TryGetValue(call.Name.Text, out var function)
                    && function.IsSteady
                    && call.Arguments.Length >= Math.Max(1, function.Fewest) => function.Call(
                [.. call.Arguments.Select(argument => ValueOf(argument, parameters))],
                new(Instant.MinValue, new(0))
            ),
            _ => throw QueryFaults.NoMoment(expression.At),
        };
}
