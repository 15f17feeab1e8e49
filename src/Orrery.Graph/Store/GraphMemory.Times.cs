namespace Orrery.Graph;

/// <summary>What holds when: existence and labels of nodes at a revision and an instant.</summary>
internal sealed partial class GraphMemory
{
    /// <summary>Whether the entity or relation itself exists, whatever its ends do.</summary>
    public bool ExistsItself(int node, int revision, long at)
    {
        var flags = node >= 0 ? EntityFlags[node] : RelationFlags[~node];
        if (RevisionOf(node) > revision)
            return false;
        if ((flags & HasExistence) != 0 && Epoch.Facts.TryFind(node, ExistsField, revision, at, out var fact))
            return fact.Tag == FactTags.Yes;
        var (from, to) = LifeOf(node);
        return from <= at && at < to;
    }

    /// <summary>Whether it is there to be seen: a relation also needs both its ends.</summary>
    public bool IsLive(int node, int revision, long at)
    {
        while (node < 0)
        {
            if (!ExistsItself(node, revision, at))
                return false;
            ref var relation = ref Relations[~node];
            if (!IsLive(relation.Start, revision, at))
                return false;
            node = relation.End;
        }

        return ExistsItself(node, revision, at);
    }

    public int LabelsOf(int entity, int revision, long at) =>
        (EntityFlags[entity] & HasLabels) != 0 && Epoch.Facts.TryFind(entity, LabelsField, revision, at, out var fact)
            ? (int)fact.Payload
            : EntityLabels[entity];

    public int RevisionOf(int node) => node >= 0 ? Entities[node].Revision : Relations[~node].Revision;

    public (long From, long To) LifeOf(int node)
    {
        if (node >= 0)
        {
            ref var entity = ref Entities[node];
            return (entity.From, entity.To);
        }

        ref var relation = ref Relations[~node];
        return (relation.From, relation.To);
    }

    /// <summary>When the node itself exists, as known at the revision: disjoint stretches in order.</summary>
    public List<(long From, long To)> Lives(int node, int revision)
    {
        List<(long From, long To)> lives = [];
        if (RevisionOf(node) > revision)
            return lives;
        var (from, to) = LifeOf(node);
        Stretches.Add(lives, from, to);
        if (((node >= 0 ? EntityFlags[node] : RelationFlags[~node]) & HasExistence) == 0)
            return lives;
        foreach (var fact in Epoch.Facts.Of(node, ExistsField))
        {
            if (fact.Revision > revision)
                continue;
            if (fact.Tag == FactTags.Yes)
                Stretches.Add(lives, fact.From, fact.To);
            else
                Stretches.Remove(lives, fact.From, fact.To);
        }

        return lives;
    }

    /// <summary>When a relation can be seen: its own stretches where both ends have theirs.</summary>
    public List<(long From, long To)> Visible(int node, int revision)
    {
        var lives = Lives(node, revision);
        if (node >= 0)
            return lives;
        ref var relation = ref Relations[~node];
        return Stretches.Intersect(
            Stretches.Intersect(lives, Visible(relation.Start, revision)),
            Visible(relation.End, revision)
        );
    }

    /// <summary>The value a field had over each stretch of time, as known at the revision; stretches without a value are left out.</summary>
    public List<FieldStretch> Timeline(int node, int field, int revision)
    {
        List<FieldStretch> stretches = [];
        foreach (var fact in Epoch.Facts.Of(node, field))
        {
            if (fact.Revision > revision || fact.From >= fact.To)
                continue;
            FieldStretch.Overwrite(stretches, new(fact.From, fact.To, fact));
        }

        return stretches;
    }

    public Value ValueOf(in Fact fact)
    {
        var value = FactTags.Unpack(fact, Heap);
        return value is Value.Personal personal ? Open(personal) : value;
    }
}
