namespace Orrery.Graph;

/// <summary>Entities as answers hold them, made lately, by number: a list of ten thousand is asked for again. Readers share it without waiting.</summary>
internal sealed class EntityValues
{
    private const int Fewest = 256;
    private const int Most = 65_536;

    private Value.Entity?[] _kept = new Value.Entity?[Fewest];
    private int _pushedOut;

    /// <summary>The value of an entity or a relation that is matched as a node.</summary>
    public Value Of(int node, Id id)
    {
        var places = Volatile.Read(ref _kept);
        ref var place = ref places[node & (places.Length - 1)];
        var kept = Volatile.Read(ref place);
        if (kept is not null && kept.Id == id)
            return kept;
        if (kept is not null && ++_pushedOut > places.Length && places.Length < Most)
            (_kept, _pushedOut) = (new Value.Entity?[places.Length * 4], 0);
        var made = new Value.Entity(id);
        Volatile.Write(ref place, made);
        return made;
    }
}
