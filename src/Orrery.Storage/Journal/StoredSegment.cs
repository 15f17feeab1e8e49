using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Storage;

/// <summary>A segment as a storage keeps it: sealed with a checksum of its own and a chain over all before it.</summary>
internal sealed record StoredSegment(Revision First, Revision Last, uint Checksum, byte[] Chain, byte[] Bytes)
{
    /// <summary>The chain hash before the first segment.</summary>
    public static readonly byte[] NoChain = new byte[SegmentCodec.ChainLength];

    public static StoredSegment Seal(ImmutableArray<ChangeSet> changes, ReadOnlySpan<byte> chain)
    {
        var bytes = SegmentCodec.Encode(changes.AsSpan());
        return new(
            changes[0].Revision,
            changes[^1].Revision,
            SegmentCodec.Checksum(bytes),
            SegmentCodec.Chain(chain, bytes),
            bytes
        );
    }

    /// <summary>The change sets in it that come after one revision, up to another.</summary>
    /// <exception cref="FaultException">It is not what was written.</exception>
    public ImmutableArray<ChangeSet> Read(BranchId branch, Revision after, Revision upTo, OpenPersonal? open)
    {
        if (!TryRead(open, out var changes, out var damage))
            throw new FaultException(Fault.JournalDamaged(branch, First, damage));
        var from = (int)Math.Max(0, after.Value - First.Value + 1);
        var to = (int)(Math.Min(upTo.Value, Last.Value) - First.Value + 1);
        return from == 0 && to == changes.Length ? changes : changes[from..to];
    }

    /// <summary>Reads it and checks that it holds what it says.</summary>
    public bool TryRead(OpenPersonal? open, out ImmutableArray<ChangeSet> changes, out string damage)
    {
        changes = [];
        damage = "";
        if (SegmentCodec.Checksum(Bytes) != Checksum)
        {
            damage = "the checksum does not match";
            return false;
        }

        try
        {
            changes = SegmentCodec.Decode(Bytes, open);
        }
        catch (InvalidDataException e)
        {
            damage = e.Message;
            return false;
        }

        if (!changes.IsEmpty && changes[0].Revision == First && changes[^1].Revision == Last)
            return true;
        damage = $"it does not hold revisions {First} to {Last}";
        return false;
    }
}
