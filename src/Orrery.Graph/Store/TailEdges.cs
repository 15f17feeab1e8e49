namespace Orrery.Graph;

/// <summary>Relations made known since the freeze: a list per entity and direction, newest first.</summary>
internal sealed class TailEdges(int frozenRelations)
{
    private readonly Column<long> _earlier = new();
    private readonly SparseInts _newestOut = new();
    private readonly SparseInts _newestIn = new();

    public int Count => _earlier.Count;

    /// <summary>Writer only; relations in order of their numbers.</summary>
    public void Add(int relation, int start, int end)
    {
        var row = _earlier.Add(((long)NewestOf(_newestOut, start) << 32) | (uint)NewestOf(_newestIn, end));
        System.Diagnostics.Debug.Assert(row + frozenRelations == relation, "Relations reach the tail in order.");
        if (start >= 0)
            _newestOut[start] = relation;
        if (end >= 0)
            _newestIn[end] = relation;
    }

    /// <summary>Asks where the relations of an entity begin, which will be read or added to soon.</summary>
    public void Hint(int entity, Direction direction)
    {
        if (entity >= 0)
            (direction == Direction.Out ? _newestOut : _newestIn).Hint(entity);
    }

    /// <summary>The newest relation that starts (or ends) at the entity, or -1.</summary>
    public int Newest(int entity, Direction direction) => direction == Direction.Out ? _newestOut[entity] : _newestIn[entity];

    /// <summary>The one made known before it at the same entity, or -1.</summary>
    public int Earlier(int relation, Direction direction)
    {
        var links = _earlier[relation - frozenRelations];
        return direction == Direction.Out ? (int)(links >> 32) : (int)links;
    }

    private static int NewestOf(SparseInts newest, int node) => node >= 0 ? newest[node] : -1;
}
