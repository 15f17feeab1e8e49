using System.Collections.Immutable;

namespace Orrery.Graph;

/// <summary>A question about labels that is asked of many entities: does it have one of these?</summary>
/// <param name="labels">Label numbers; none for a name that nothing was ever called by.</param>
/// <remarks>Remembers the answer for each set of labels, of which there are few.</remarks>
public sealed class LabelFilter(ImmutableArray<int> labels)
{
    private const byte Yes = 1;
    private const byte No = 2;

    private byte[] _known = new byte[64];

    /// <summary>The label numbers.</summary>
    public ImmutableArray<int> Labels => labels;

    internal bool Passes(LabelSets sets, int set)
    {
        var known = Volatile.Read(ref _known);
        if ((uint)set < (uint)known.Length && known[set] is not 0 and var answer)
            return answer == Yes;
        return Ask(sets, set);
    }

    private bool Ask(LabelSets sets, int set)
    {
        var has = false;
        foreach (var label in sets[set])
            has |= labels.Contains(label);
        var known = Volatile.Read(ref _known);
        if (set >= known.Length)
        {
            var wider = new byte[Math.Max(set + 1, known.Length * 2)];
            known.CopyTo(wider, 0);
            Volatile.Write(ref _known, known = wider);
        }

        known[set] = has ? Yes : No;
        return has;
    }
}
