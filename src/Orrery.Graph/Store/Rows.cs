using System.Runtime.InteropServices;

namespace Orrery.Graph;

/// <summary>An entity: its id, when it was made known, and when it exists unless a later fact says otherwise.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal struct EntityRow
{
    public Guid Id;
    public long From;
    public long To;
    public int Revision;

    /// <summary>The newest row of its refs, or -1.</summary>
    public int Ref;
}

/// <summary>A relation. Ends are nodes: an entity's number, or the complement of a relation's.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal struct RelationRow
{
    public Guid Id;
    public long From;
    public long To;
    public int Start;
    public int End;
    public int Type;
    public int Revision;
}

/// <summary>An assertion: from this revision on, the field has this value over an interval. 32 bytes, two to a cache line.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal struct Fact
{
    /// <summary>The field's number in the upper 24 bits, how the payload is read in the lower 8.</summary>
    public uint FieldAndTag;
    public int Revision;
    public long From;
    public long To;
    public long Payload;

    public readonly int Field => (int)(FieldAndTag >> 8);

    public readonly byte Tag => (byte)FieldAndTag;

    public readonly bool Covers(int revision, long at) => Revision <= revision && From <= at && at < To;
}

/// <summary>One ref that an entity has had.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal struct RefRow
{
    public long Text;
    public int Entity;
    public int Revision;
    public int Earlier;
    public int Unused;
}

/// <summary>A change set without its events.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal struct RevisionRow
{
    public long Recorded;

    /// <summary>Slot of the reason, or -1.</summary>
    public long Why;
    public int Actor;

    /// <summary>Number of the source's name, or -1.</summary>
    public int Source;
    public int Origin;
    public int Events;
}

/// <summary>One end of a relation as its other end sees it: 16 bytes in a row of neighbours.</summary>
/// <remarks>Minutes since 1970, rounded down; the ends of the int scale stand for "always" and "no end known". They clip the relation to the life of both ends.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct Edge
{
    public int Other;

    /// <summary>The relation's number; the sign bit says that minutes do not tell the whole story and the facts must be asked.</summary>
    public int Relation;
    public int FromMinute;
    public int ToMinute;

    public const int Intricate = int.MinValue;

    public readonly int Number => Relation & int.MaxValue;
}
