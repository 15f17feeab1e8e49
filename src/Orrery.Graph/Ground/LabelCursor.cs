namespace Orrery.Graph;

/// <summary>Goes over the entities that carry a label and are there, in order of first recording. A mutable struct: keep it in a field.</summary>
public struct LabelCursor
{
    private readonly Ground _ground;
    private readonly int _label;
    private readonly Column<int>? _posted;
    private readonly IEnumerator<int>? _merged;
    private readonly int _count;
    private int _next;

    internal LabelCursor(Ground ground, int label)
    {
        (_ground, _label) = (ground, label);
        if (ground.Memory.LaterPostings.ContainsKey(label))
            _merged = ground.Reading.Posted(label).GetEnumerator();
        else if (ground.Memory.Postings.TryGetValue(label, out _posted))
            _count = _posted.Count;
    }

    /// <summary>The entity it is at.</summary>
    public int Entity { get; private set; }

    /// <summary>How many it looked at.</summary>
    public int Looked => _next;

    /// <summary>Goes to the next.</summary>
    public bool MoveNext()
    {
        while (TryTake(out var entity))
        {
            if (!_ground.SeesEntity(entity) || !HasLabel(entity))
                continue;
            Entity = entity;
            return true;
        }

        return false;
    }

    // Whatever was made known with the label has it until it is given others.
    private readonly bool HasLabel(int entity) =>
        (_merged is null && (_ground.Memory.EntityFlags[entity] & GraphMemory.HasLabels) == 0)
        || _ground.Memory.LabelSets.Has(_ground.LabelSetOf(entity), _label);

    private bool TryTake(out int entity)
    {
        _next++;
        if (_merged is not null)
        {
            var has = _merged.MoveNext();
            entity = has ? _merged.Current : 0;
            return has;
        }

        entity = _next <= _count ? _posted![_next - 1] : 0;
        return _next <= _count;
    }
}
