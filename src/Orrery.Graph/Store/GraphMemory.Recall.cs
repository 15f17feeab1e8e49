using System.Collections.Immutable;

namespace Orrery.Graph;

/// <summary>Change sets told again from the tables.</summary>
internal sealed partial class GraphMemory
{
    /// <summary>The change sets up to a revision, with events that lead to the same graph; their order within one may differ from the journal's.</summary>
    /// <remarks>Walks all tables. For copies and tests; the journal is the record.</remarks>
    public IEnumerable<ChangeSet> Recall(int upTo)
    {
        var events = RecallAll();
        for (var revision = 1; revision <= upTo; revision++)
        {
            var row = Revisions[revision - 1];
            var cause = new Cause(
                Names[row.Actor],
                (Origin)row.Origin,
                row.Why < 0 ? null : Heap.GetText(row.Why),
                row.Source < 0 ? null : Names[row.Source]
            );
            yield return new(new(revision), Ticks.ToInstant(row.Recorded), cause, [.. events.GetValueOrDefault(revision, [])]);
        }
    }

    private Dictionary<int, List<GraphEvent>> RecallAll()
    {
        Dictionary<int, List<GraphEvent>> events = [];
        void Add(int revision, GraphEvent happened)
        {
            if (!events.TryGetValue(revision, out var list))
                events[revision] = list = [];
            list.Add(happened);
        }

        for (var node = 0; node < Entities.Count; node++)
            Add(Entities[node].Revision, EntityCreatedOf(node));
        for (var relation = 0; relation < Relations.Count; relation++)
            Add(Relations[relation].Revision, RelationCreatedOf(relation));
        for (var i = 0; i < Refs.Count; i++)
        {
            if (Refs[i].Text < 0)
                Add(Refs[i].Revision, new GraphEvent.RefWithdrawn(IdOf(Refs[i].Entity)));
            else if (EntityRef.TryParse(Heap.GetText(Refs[i].Text), out var entityRef))
                Add(Refs[i].Revision, new GraphEvent.RefGiven(IdOf(Refs[i].Entity), entityRef));
        }

        for (var node = 0; node < Entities.Count; node++)
            Epoch.Facts.Of(node).ForEach(fact => Add(fact.Revision, EventOf(node, fact)));
        for (var relation = 0; relation < Relations.Count; relation++)
            Epoch.Facts.Of(~relation).ForEach(fact => Add(fact.Revision, EventOf(~relation, fact)));
        foreach (var reading in Sources)
            Add(
                (int)reading.Revision.Value,
                new GraphEvent.SourceRead(reading.Source, reading.File, reading.From, reading.Digest)
            );
        return events;
    }

    public GraphEvent.EntityCreated EntityCreatedOf(int node) =>
        new(IdOf(node), LabelSets.NamesOf(EntityLabels[node]), null, Ticks.ToValidity(Entities[node].From, Entities[node].To));

    public GraphEvent.RelationCreated RelationCreatedOf(int relation)
    {
        ref var row = ref Relations[relation];
        return new(IdOf(~relation), Types[row.Type], IdOf(row.Start), IdOf(row.End), Ticks.ToValidity(row.From, row.To));
    }

    public GraphEvent EventOf(int node, Fact fact)
    {
        var during = Ticks.ToValidity(fact.From, fact.To);
        return fact.Field switch
        {
            ExistsField when fact.Tag == FactTags.Yes => new GraphEvent.Restored(IdOf(node), during),
            ExistsField => new GraphEvent.Retired(IdOf(node), during),
            LabelsField => new GraphEvent.LabelsSet(IdOf(node), LabelSets.NamesOf((int)fact.Payload), during),
            _ when fact.Tag == FactTags.Series => new GraphEvent.SeriesAppended(
                IdOf(node),
                Fields[fact.Field],
                Observed.Points(this, fact)
            ),
            _ when fact.Tag == FactTags.SeriesGone => new GraphEvent.SeriesWithdrawn(
                IdOf(node),
                Observed.Of(Fields[fact.Field]) ?? Fields[fact.Field],
                new(fact.Payload)
            ),
            _ => new GraphEvent.FieldSet(IdOf(node), Fields[fact.Field], FactTags.Unpack(fact, Heap), during),
        };
    }

    private Id IdOf(int node) => new(node >= 0 ? Entities[node].Id : Relations[~node].Id);
}
