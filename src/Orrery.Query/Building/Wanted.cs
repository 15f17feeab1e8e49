using System.Collections.Immutable;

namespace Orrery.Query;

/// <summary>What is wanted of the things a built question finds.</summary>
public abstract record Wanted
{
    private Wanted() { }

    /// <summary>The things, a line each; one line for each linked thing that stands beside them.</summary>
    /// <param name="Beside">Further columns.</param>
    /// <param name="Order">By a field of the things, or null for as they are found.</param>
    public sealed record Things(ImmutableArray<Detail> Beside, FieldOrder? Order) : Wanted
    {
        /// <summary>Just the things.</summary>
        public static readonly Things Plain = new([], null);

        /// <inheritdoc/>
        public bool Equals(Things? other) =>
            other is not null && Beside.AsSpan().SequenceEqual(other.Beside.AsSpan()) && Order == other.Order;

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Beside.Length, Order);
    }

    /// <summary>A figure, for each group or once.</summary>
    /// <param name="Measure">The figure.</param>
    /// <param name="By">What makes a group; empty for one figure of all.</param>
    /// <param name="Order">Which group comes first, or null for as they are found.</param>
    public sealed record Groups(Measure Measure, ImmutableArray<Detail> By, GroupOrder? Order) : Wanted
    {
        /// <inheritdoc/>
        public bool Equals(Groups? other) =>
            other is not null && Measure == other.Measure && By.AsSpan().SequenceEqual(other.By.AsSpan()) && Order == other.Order;

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Measure, By.Length, Order);
    }
}

/// <summary>Something of a line: linked things, or a field.</summary>
public abstract record Detail
{
    private Detail(int of) => Of = of;

    /// <summary>The number of the things it is of.</summary>
    public int Of { get; }

    /// <summary>The things of a number themselves.</summary>
    public sealed record Thing(int Number) : Detail(Number);

    /// <summary>A field of the things of a number.</summary>
    public sealed record Field(int Number, FieldPath Path) : Detail(Number);
}

/// <summary>A figure of the things asked about, each counted once in each group.</summary>
public abstract record Measure
{
    private Measure() { }

    /// <summary>How many there are.</summary>
    public sealed record Number : Measure;

    /// <summary>A field added up.</summary>
    public sealed record Total(FieldPath Field) : Measure;

    /// <summary>The mean of a field.</summary>
    public sealed record Average(FieldPath Field) : Measure;
}

/// <summary>An order of things.</summary>
public sealed record FieldOrder(FieldPath Field, bool IsDescending);

/// <summary>An order of groups.</summary>
public abstract record GroupOrder
{
    private GroupOrder(bool isDescending) => IsDescending = isDescending;

    /// <summary>Largest first.</summary>
    public bool IsDescending { get; }

    /// <summary>By the figure.</summary>
    public sealed record ByMeasure(bool Descending) : GroupOrder(Descending);

    /// <summary>By what makes the groups, from 0; of things, by their titles.</summary>
    public sealed record ByDetail(int Index, bool Descending) : GroupOrder(Descending);
}
