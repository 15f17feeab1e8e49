using System.Collections.Immutable;

namespace Orrery.Graph;

/// <summary>Tells again, from the tables, what was recorded about one entity.</summary>
internal static class Recollection
{
    public static ImmutableArray<RecordedEvent> Of(Reading reading, int entity)
    {
        var memory = reading.Memory;
        List<RecordedEvent> events =
        [
            new(new(memory.RevisionOf(entity)), memory.EntityCreatedOf(entity)),
            .. Facts(reading, entity),
        ];
        foreach (var direction in (ReadOnlySpan<Direction>)[Direction.Out, Direction.In])
        {
            foreach (var relation in AllRelations.Of(reading, entity, direction))
            {
                if (memory.RevisionOf(~relation) > reading.Revision || reading.IsHidden(~relation))
                    continue;
                events.Add(new(new(memory.RevisionOf(~relation)), memory.RelationCreatedOf(relation)));
                events.AddRange(Facts(reading, ~relation));
            }
        }

        return [.. events.OrderBy(recorded => recorded.Revision)];
    }

    public static ImmutableArray<RecordedEvent> OfRelation(Reading reading, int relation)
    {
        var memory = reading.Memory;
        return
        [
            new(new(memory.RevisionOf(~relation)), memory.RelationCreatedOf(relation)),
            .. Facts(reading, ~relation).OrderBy(recorded => recorded.Revision),
        ];
    }

    public static Told? LastTold(Reading reading, int entity)
    {
        var memory = reading.Memory;
        (long At, int Revision)? last = null;
        foreach (ref readonly var fact in memory.Epoch.Facts.ByField(entity))
        {
            if (fact.Revision > reading.Revision || fact.From > reading.At || !IsTold(memory, fact))
                continue;
            ref var change = ref memory.Revisions[fact.Revision - 1];
            var told = change.Recorded <= reading.At && change.Source < 0 ? change.Recorded : fact.From;
            if (told != Ticks.Beginning && !(told < last?.At))
                last = (told, fact.Revision);
        }

        return last is { } found ? new(Ticks.ToInstant(found.At), new(found.Revision)) : null;
    }

    private static IEnumerable<RecordedEvent> Facts(Reading reading, int node) =>
        reading
            .Memory.Epoch.Facts.Of(node)
            .Where(fact => fact.Revision <= reading.Revision && IsTold(reading.Memory, fact))
            .Select(fact => new RecordedEvent(new(fact.Revision), Opened(reading.Memory, reading.Memory.EventOf(node, fact))));

    // Existence and labels keep names of ours, but are everybody's to read.
    private static bool IsTold(GraphMemory memory, in Fact fact) =>
        fact.Field <= GraphMemory.LabelsField
        || !FieldReading.IsOurs(memory.Fields[fact.Field])
        || (Observed.Of(memory.Fields[fact.Field]) is not null && fact.Tag != FactTags.SeriesGone);

    private static GraphEvent Opened(GraphMemory memory, GraphEvent happened) =>
        happened is GraphEvent.FieldSet { Value: Value.Personal personal } set
            ? GraphRules.Told(set with { Value = memory.Open(personal) })
            : happened;
}
