namespace Orrery.Graph;

/// <summary>Taking over columns that were read from a snapshot file, and working out the small indexes that are not in it.</summary>
internal sealed partial class GraphMemory
{
    public void AdoptRows(
        EntityRow[] entities,
        int[] entityLabels,
        byte[] entityFlags,
        RelationRow[] relations,
        byte[] relationFlags,
        RefRow[] refs,
        RevisionRow[] revisions
    )
    {
        Entities = new(entities, entities.Length);
        EntityLabels = new(entityLabels, entityLabels.Length);
        EntityFlags = new(entityFlags, entityFlags.Length);
        Relations = new(relations, relations.Length);
        RelationFlags = new(relationFlags, relationFlags.Length);
        Refs = new(refs, refs.Length);
        Revisions = new(revisions, revisions.Length);
        Ids = new(Entities, Relations);
        _mentions = new(Ids);
        RefIndex = new(Refs, Heap);
    }

    public void AdoptEpoch(Epoch epoch, int revision)
    {
        _epoch = epoch;
        _tip = revision;
        for (var row = 0; row < Refs.Count; row++)
            if (Refs[row].Text >= 0)
                RefIndex.Add(row);
        for (var node = 0; node < Entities.Count; node++)
        {
            Post(Postings, node, EntityLabels[node]);
            if ((EntityFlags[node] & HasLabels) != 0)
                PostLater(node);
        }

        for (var relation = 0; relation < Relations.Count; relation++)
            NoteEnds(relation);
        AdoptClaims();
    }

    public void AdoptSource(SourceReading reading) => Sources = Sources.Add(reading);

    private void PostLater(int node)
    {
        foreach (var fact in _epoch.Facts.Of(node, LabelsField))
            Post(LaterPostings, node, (int)fact.Payload);
    }

    private void NoteEnds(int relation)
    {
        ref var row = ref Relations[relation];
        if (row.Start < 0)
            StartingAtRelation[~row.Start] = StartingAtRelation.GetValueOrDefault(~row.Start, []).Add(relation);
        if (row.End < 0)
            EndingAtRelation[~row.End] = EndingAtRelation.GetValueOrDefault(~row.End, []).Add(relation);
    }

    private void AdoptClaims()
    {
        var claims = Enumerable
            .Range(0, Fields.Count)
            .Where(field => Fields[field].StartsWith(Claims.Prefix, StringComparison.Ordinal))
            .ToHashSet();
        if (claims.Count == 0)
            return;
        for (var node = -Relations.Count; node < Entities.Count; node++)
        {
            foreach (ref readonly var fact in _epoch.Facts.FrozenOf(node))
            {
                if (fact.Tag == FactTags.Yes && claims.Contains(fact.Field))
                    Claimed.GetOrAdd(fact.Field, _ => new()).Add(node);
            }
        }
    }
}
