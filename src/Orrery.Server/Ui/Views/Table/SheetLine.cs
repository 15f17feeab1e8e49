using System.Collections.Immutable;
using System.Globalization;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>A line of a table.</summary>
public abstract record SheetLine
{
    private SheetLine() { }

    /// <summary>The heading of a group.</summary>
    /// <param name="Value">What its rows have in common.</param>
    /// <param name="Field">What says how the value is called, or null.</param>
    /// <param name="Count">How many rows follow.</param>
    /// <param name="Totals">What each column comes to in it, by its place.</param>
    public sealed record Group(Value Value, FieldDefinition? Field, int Count, ImmutableArray<ImmutableArray<Value>> Totals)
        : SheetLine;

    /// <summary>A row. There are ten thousand of them and two hundred are drawn: nothing is made for one before that.</summary>
    /// <param name="Of">Its values.</param>
    /// <param name="Thing">What it shows; null when that is no thing.</param>
    /// <param name="Copy">1 for the first row of the thing, 2 for the second, and so on.</param>
    public sealed record Row(ShownRow Of, Id? Thing, int Copy = 1) : SheetLine
    {
        /// <summary>What it is called on the page: the same while it shows the same thing; null when it shows none.</summary>
        public string? Id =>
            Thing is not { } thing ? null
            : Copy > 1 ? string.Create(CultureInfo.InvariantCulture, $"{thing}-{Copy}")
            : thing.ToString();

        /// <summary>The thing that can be chosen by it; null where none can.</summary>
        public Id? Choice => Of.Mark == RowMark.Went ? null : Thing;
    }
}
