using System.Collections.Immutable;
using System.Globalization;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>A table as it is drawn: lines under columns, a part of them at a time.</summary>
/// <param name="Visit">Who looks.</param>
/// <param name="Name">What it is called among the tables of a page, for ids.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Columns">In order.</param>
/// <param name="Lines">All of them, in order.</param>
/// <param name="Totals">What each column comes to, by its place; empty for one that is not summed.</param>
/// <param name="Telling">Tells values as people read them.</param>
public sealed record Sheet(
    Visit Visit,
    string Name,
    string Title,
    ImmutableArray<SheetColumn> Columns,
    SheetLines Lines,
    ImmutableArray<ImmutableArray<Value>> Totals,
    AnswerTelling Telling
)
{
    /// <summary>How many lines are sent at a time.</summary>
    public const int PartSize = 200;

    /// <summary>When its things were last looked at; null where that is not shown.</summary>
    public Trust? Trust { get; init; }

    /// <summary>The thing of a row, or null.</summary>
    public Func<ShownRow, Entity?> ThingOf { get; init; } = _ => null;

    /// <summary>Where further lines come from, before <c>rows=</c>; null when there are none elsewhere.</summary>
    public string? Address { get; init; }

    /// <summary>The address that heads sort at, each with a choice of its own; null where each head has an address.</summary>
    public string? SortAddress { get; init; }

    /// <summary>The id of the form that heads sort by.</summary>
    public string SortingId => $"sort-{Name}";

    /// <summary>The number of the part that is sent with the page, from 0.</summary>
    public int Part { get; init; }

    /// <summary>What marks cells and rows.</summary>
    public ImmutableArray<FormatRule> Rules { get; init; } = [];

    /// <summary>What the reader should know about how it is shown, in sentences.</summary>
    public ImmutableArray<string> Notices { get; init; } = [];

    /// <summary>How all of its things are chosen, to be changed together; null where rows cannot be chosen.</summary>
    public SheetChoosing? Choosing { get; init; }

    /// <summary>Whether values are said as shortly as can be.</summary>
    public bool IsBrief { get; init; }

    /// <summary>The id of the form that chosen rows belong to.</summary>
    public string ChoosingId => $"choose-{Name}";

    public int Parts => Math.Max(1, (Lines.Count + PartSize - 1) / PartSize);

    public int RowCount => Lines.RowCount;

    public bool HasTotals => Totals.Any(total => !total.IsEmpty);

    /// <summary>How many lines a part has.</summary>
    public int LineCountOf(int part) => Math.Clamp(Lines.Count - (part * PartSize), 0, PartSize);

    /// <summary>The lines of a part.</summary>
    public IEnumerable<SheetLine> LinesOf(int part) => Lines.Of(part * PartSize, PartSize);

    /// <summary>The id of the element that holds a part.</summary>
    public string PartId(int part) => string.Create(CultureInfo.InvariantCulture, $"{Name}-{part}");

    /// <summary>A value in words.</summary>
    public string Say(Value value, FieldDefinition? field) =>
        value is Value.Entity { Id: var id } && Telling.Find(id) is { } entity ? Titles.Of(entity)
        : IsBrief ? Visit.Values.Short(value, field)
        : Visit.Values.Of(value, field);
}
