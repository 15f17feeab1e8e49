using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Storage;

/// <summary>Proves a branch segment by segment: each must follow the one before, match its checksum and carry the chain on.</summary>
internal sealed class JournalWalk(BranchId branch)
{
    private readonly ImmutableArray<Fault>.Builder _faults = ImmutableArray.CreateBuilder<Fault>();
    private Revision _head = Revision.Start;
    private byte[] _chain = StoredSegment.NoChain;
    private long _segments;
    private long _events;

    public JournalProof Proof => new(branch, _head, _segments, _events, _chain, _faults.ToImmutable());

    /// <summary>Goes on with the next segment; false when it is damaged, and nothing after it can be proved.</summary>
    public bool Take(StoredSegment segment)
    {
        if (segment.First != _head.Next)
            return Refuse(segment, $"revision {_head.Next} is missing");
        if (!segment.TryRead(open: null, out var changes, out var damage))
            return Refuse(segment, damage);
        var chain = SegmentCodec.Chain(_chain, segment.Bytes);
        if (!chain.AsSpan().SequenceEqual(segment.Chain))
            return Refuse(segment, "the chain to what came before is broken");
        _head = segment.Last;
        _chain = chain;
        _segments++;
        _events += changes.Sum(change => (long)change.Events.Length);
        return true;
    }

    /// <summary>Notes what made reading end early.</summary>
    public void Stop(Fault fault) => _faults.Add(fault);

    private bool Refuse(StoredSegment segment, string damage)
    {
        _faults.Add(Fault.JournalDamaged(branch, segment.First, damage));
        return false;
    }
}
