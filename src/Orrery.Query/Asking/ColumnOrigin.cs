namespace Orrery.Query;

/// <summary>Where the values of a column come from, as far as the text of a query says.</summary>
public abstract record ColumnOrigin
{
    private ColumnOrigin() { }

    /// <summary>A thing itself: a variable that stands for a node, a relation or anything else.</summary>
    /// <param name="Variable">Its name.</param>
    public sealed record Whole(string Variable) : ColumnOrigin;

    /// <summary>A field of what another column of the same answer holds: it could be edited there.</summary>
    /// <param name="Column">The number of that column, from 0.</param>
    /// <param name="Field">The field's symbol in the model.</param>
    public sealed record FieldOf(int Column, string Field) : ColumnOrigin;

    /// <summary>Worked out.</summary>
    public sealed record Computed : ColumnOrigin;
}
