using System.Collections.Immutable;
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

    /// <summary>A row.</summary>
    /// <param name="Of">Its values.</param>
    /// <param name="Id">What it is called on the page: the same while it shows the same thing.</param>
    /// <param name="PeekAddress">Where its thing is told beside the page; null when it has none.</param>
    public sealed record Row(ShownRow Of, string? Id, string? PeekAddress) : SheetLine
    {
        /// <summary>The thing that can be chosen by it; null where none can.</summary>
        public Id? Thing { get; init; }
    }
}
