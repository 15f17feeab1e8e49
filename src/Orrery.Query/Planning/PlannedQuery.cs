using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>A query made ready to run, any number of times and at once, while its names mean the same.</summary>
/// <param name="Root">The last step.</param>
/// <param name="Columns">What an answer shows: a name and the slot of each.</param>
/// <param name="SlotCount">How many slots a frame needs.</param>
/// <param name="Titled">The slots of what has its title read: a step that fills one may ask memory for it ahead.</param>
/// <param name="SubplanCount">How many subqueries expressions hold.</param>
/// <param name="Parameters">The parameters it needs, in order of their numbers.</param>
/// <param name="Writes">Whether it proposes changes.</param>
/// <param name="Warnings">Names that the model does not know.</param>
/// <param name="Vocabulary">What its names were bound with.</param>
internal sealed record PlannedQuery(
    Plan Root,
    ImmutableArray<(string Name, int Slot)> Columns,
    int SlotCount,
    IReadOnlySet<int> Titled,
    int SubplanCount,
    ImmutableArray<string> Parameters,
    bool Writes,
    ImmutableArray<Fault> Warnings,
    Vocabulary Vocabulary
)
{
    /// <summary>The names of the columns.</summary>
    public ImmutableArray<string> ColumnNames { get; } = [.. Columns.Select(column => column.Name)];

    /// <summary>Whether the rows of the answer are those that a step puts in order: the last one, or the one that only SKIP and LIMIT, of which it knows, follow.</summary>
    public bool IsOrderedBy(SortPlan sort) =>
        Columns is not []
        && Root switch
        {
            WindowPlan { IsLimit: true, Input: WindowPlan { IsLimit: false, Input: var first } } => first == sort,
            WindowPlan { IsLimit: true, Input: var first } => first == sort,
            var last => last == sort,
        };
}
