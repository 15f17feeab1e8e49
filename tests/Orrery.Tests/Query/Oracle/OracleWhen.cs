using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;
using Orrery.Tests.Graph;

namespace Orrery.Tests.Query.Oracle;

/// <summary>A moment, as it is written in front of a query and as it is meant. Null is: as the reader looks.</summary>
/// <param name="Text">The prefix clauses, or nothing.</param>
/// <param name="Valid">When in the world.</param>
/// <param name="IsAnyTime">Whatever held at any time.</param>
/// <param name="Known">As known after how many revisions.</param>
internal sealed record OracleWhen(string Text, Instant? Valid, bool IsAnyTime, long? Known)
{
    public static readonly OracleWhen None = new("", null, false, null);

    /// <summary>Some moment of a history: as a day, a text, an instant, a parameter, what is computed, the number of a revision.</summary>
    public static OracleWhen Of(Chance chance, SomeGraph graph, SomeLook look)
    {
        var (valid, known) = (Written(chance), graph.Revision(chance, look));
        return chance.Next(5) switch
        {
            0 => new("VALID AT ANY\n", null, true, null),
            1 => new($"KNOWN AT {known.Text}\n", null, false, known.Revision),
            2 => new($"VALID AT ANY KNOWN AT {known.Text}\n", null, true, known.Revision),
            3 => new($"KNOWN AT {known.Text}\nVALID AT {valid.Text}\n", valid.Instant, false, known.Revision),
            _ => new($"VALID AT {valid.Text}\n", valid.Instant, false, null),
        };
    }

    /// <summary>What a look shows at this moment, told from the events alone.</summary>
    public OracleGraph Show(NaiveGraph history, SomeLook look)
    {
        var (at, revision) = (Valid ?? look.Reading.Valid, Math.Min(Known ?? long.MaxValue, look.Reading.Snapshot.At.Value));
        Instant[] instants = IsAnyTime ? [.. history.Turns] : [at];
        bool IsThere(Id id) =>
            Array.Exists(instants, instant => history.IsThere(id, revision, instant)) && !look.Hides(history, id);
        var relations = history
            .RelationsEver(revision)
            .Where(relation => IsThere(relation.Subject))
            .Select(r => new OracleRelation(r.Subject, r.Type, r.From, r.To, Fields(history, r.Subject, revision, instants)));
        // Where any time is asked for, the labels that it has last.
        var labelled = IsAnyTime ? history.Turns.Last(turn => turn < Instant.MaxValue) : at;
        var entities = history
            .EntitiesEver(revision)
            .Where(IsThere)
            .Select(id => new OracleNode(
                id,
                [.. history.LabelsOf(id, revision, labelled)],
                Fields(history, id, revision, instants)
            ));
        return new(entities, relations);
    }

    // Where any time is asked for, the value that some field has last.
    private static ImmutableSortedDictionary<string, Value> Fields(
        NaiveGraph history,
        Id id,
        long revision,
        Instant[] instants
    ) =>
        Properties.Of([
            .. SomeField
                .All.Select(field => (field.Name, history.FieldLast(id, field.Name, revision, instants)))
                .Where(field => field.Item2 is not Value.Null),
        ]);

    private static (string Text, Instant Instant) Written(Chance chance)
    {
        var days = chance.Between(-3, 12);
        var day = SomeGraph.Start.InUtc().Date.PlusDays(days);
        var instant = day.AtMidnight().InUtc().ToInstant();
        return chance.Next(6) switch
        {
            0 => ($"'{day:uuuu-MM-dd}'", instant),
            1 => ($"date('{day:uuuu-MM-dd}')", instant),
            2 => ($"'{day:uuuu-MM-dd}T12:00:00Z'", instant + Duration.FromHours(12)),
            3 => ($"datetime('{day:uuuu-MM-dd}T12:00:00Z')", instant + Duration.FromHours(12)),
            4 => ("$day", SomeQuery.Day.AtMidnight().InUtc().ToInstant()),
            _ => ($"$day + duration({{days: {days}}})", SomeQuery.Day.PlusDays(days).AtMidnight().InUtc().ToInstant()),
        };
    }
}
