namespace Orrery.Graph;

/// <summary>What a viewer may not see. Always passed, also when it hides nothing; applied inside every walk and list.</summary>
/// <remarks>Today it hides whole entities, and with them their relations. It belongs to one branch's snapshots.</remarks>
public sealed class Mask
{
    /// <summary>Hides nothing.</summary>
    public static readonly Mask Nothing = new([]);

    private readonly ulong[] _hidden;

    private Mask(ulong[] hidden) => _hidden = hidden;

    /// <summary>Hides these entities.</summary>
    /// <param name="snapshot">The snapshot whose branch they belong to.</param>
    /// <param name="hidden">Ids; unknown ones are ignored.</param>
    public static Mask Hiding(GraphSnapshot snapshot, IEnumerable<Id> hidden)
    {
        var bits = new ulong[(snapshot.Memory.Entities.Count >> 6) + 1];
        foreach (var id in hidden)
        {
            if (snapshot.Memory.Ids.Find(id.Value) is >= 0 and var entity)
                bits[entity >> 6] |= 1UL << entity;
        }

        return new(bits);
    }

    /// <summary>Whether a kind, a field or anything else of the model is hidden.</summary>
    internal bool HidesModelOf(GraphSnapshot snapshot)
    {
        for (var word = 0; word < _hidden.Length; word++)
        {
            for (var left = _hidden[word]; left != 0; left &= left - 1)
            {
                var entity = (word << 6) + System.Numerics.BitOperations.TrailingZeroCount(left);
                if (snapshot.Memory.LabelSets.IsModel(snapshot.Memory.LabelsOf(entity, snapshot.Number, Ticks.End - 1)))
                    return true;
            }
        }

        return false;
    }

    internal bool HidesNothing => _hidden.Length == 0;

    /// <summary>What it hides of 64 entities.</summary>
    internal ulong Word(int word) => word < _hidden.Length ? _hidden[word] : 0;

    internal bool Hides(int entity) => entity >> 6 < _hidden.Length && (_hidden[entity >> 6] >> entity & 1) != 0;
}
