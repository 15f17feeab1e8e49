namespace Orrery.Graph;

/// <summary>The place of one change set in a branch's journal: the first change set is 1.</summary>
/// <param name="Value">0 (nothing recorded yet) or more.</param>
public readonly record struct Revision(long Value) : IComparable<Revision>
{
    /// <summary>Before the first change set.</summary>
    public static readonly Revision Start;

    /// <summary>The revision that the next change set takes.</summary>
    public Revision Next => new(Value + 1);

    /// <inheritdoc/>
    public int CompareTo(Revision other) => Value.CompareTo(other.Value);

    /// <summary>Earlier in the journal.</summary>
    public static bool operator <(Revision left, Revision right) => left.Value < right.Value;

    /// <summary>Later in the journal.</summary>
    public static bool operator >(Revision left, Revision right) => left.Value > right.Value;

    /// <summary>Not later.</summary>
    public static bool operator <=(Revision left, Revision right) => left.Value <= right.Value;

    /// <summary>Not earlier.</summary>
    public static bool operator >=(Revision left, Revision right) => left.Value >= right.Value;

    /// <summary>Revisions as plain digits.</summary>
    public override string ToString() => Value.ToString();
}
