using System.Collections;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>The lines of a table in order: rows, and the headings of their groups. A line is made when it is drawn.</summary>
/// <param name="rows">The rows, in any order.</param>
/// <param name="order">The numbers of the rows in the order of the table.</param>
/// <param name="groups">The headings from top to bottom, each with how many rows follow; none for a table without groups.</param>
/// <param name="thingOf">What a row shows, by its number; null for no thing.</param>
public sealed class SheetLines(
    IReadOnlyList<ShownRow> rows,
    IReadOnlyList<int> order,
    ImmutableArray<SheetLine.Group> groups,
    Func<int, Id?> thingOf
) : IEnumerable<SheetLine>
{
    public int Count => order.Count + groups.Length;

    public int RowCount => order.Count;

    /// <summary>The row that stands first; null for an empty table.</summary>
    public ShownRow? First => order.Count > 0 ? rows[order[0]] : null;

    /// <summary>Some lines, as far as there are so many.</summary>
    public IEnumerable<SheetLine> Of(int from, int count)
    {
        var places = Places().Skip(from).Take(count).ToArray();
        var copies = CopiesBefore(places);
        foreach (var (place, heading) in places)
            yield return heading is not null ? heading : RowAt(place, copies);
    }

    public IEnumerator<SheetLine> GetEnumerator() => Of(0, Count).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // The place of each line's row among the rows; of a heading, that of its first row.
    private IEnumerable<(int Place, SheetLine.Group? Heading)> Places()
    {
        if (groups.IsEmpty)
        {
            for (var place = 0; place < order.Count; place++)
                yield return (place, null);
            yield break;
        }

        var next = 0;
        foreach (var group in groups)
        {
            yield return (next, group);
            for (var end = next + group.Count; next < end; next++)
                yield return (next, null);
        }
    }

    // How often what some lines show is shown before them: only things that are among them are counted.
    private Dictionary<Id, int> CopiesBefore((int Place, SheetLine.Group? Heading)[] lines)
    {
        var copies = new Dictionary<Id, int>(lines.Length);
        var first = int.MaxValue;
        foreach (var (place, heading) in lines)
        {
            if (heading is not null || thingOf(order[place]) is not { } thing)
                continue;
            copies[thing] = 0;
            first = Math.Min(first, place);
        }

        for (var place = 0; place < first && first < int.MaxValue; place++)
        {
            if (thingOf(order[place]) is { } thing && copies.TryGetValue(thing, out var before))
                copies[thing] = before + 1;
        }

        return copies;
    }

    private SheetLine.Row RowAt(int place, Dictionary<Id, int> copies) =>
        thingOf(order[place]) is { } thing
            ? new(rows[order[place]], thing, ++CollectionsMarshal.GetValueRefOrNullRef(copies, thing))
            : new(rows[order[place]], null);
}
