using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>The threads of a company: containers by horizons, with what they stand on, who is on them and what is put in.</summary>
/// <param name="Rows">In the order of their titles.</param>
/// <param name="Came">How many intents are new since the moment compared with.</param>
/// <param name="Went">How many ended or left.</param>
/// <param name="Moved">How many lie at another horizon.</param>
/// <param name="WentStale">How many premises went stale.</param>
public sealed record ThreadMap(ImmutableArray<ThreadRow> Rows, int Came, int Went, int Moved, int WentStale)
{
    /// <summary>The threads of all containers of a kind.</summary>
    /// <param name="reading">The moment looked at.</param>
    /// <param name="before">The moment compared with; null for no comparison.</param>
    /// <param name="kind">The kind of the containers, descendants included.</param>
    /// <param name="zone">Where days begin.</param>
    /// <remarks>Cost: what the walks from all containers reach, some microseconds each.</remarks>
    public static ThreadMap Of(Reading reading, Reading? before, string kind, DateTimeZone zone)
    {
        var now = new ThreadReader(reading, zone);
        var then = before is null ? null : new ThreadReader(before, zone);
        ImmutableArray<ThreadRow> rows =
        [
            .. reading
                .WithLabel(kind)
                .OrderBy(container => container.Title, StringComparer.OrdinalIgnoreCase)
                .ThenBy(container => container.Order)
                .Select(container => Row(now, then, container)),
        ];
        var items = rows.SelectMany(row => row.Cells.SelectMany(cell => cell).Concat(row.Unplaced))
            .DistinctBy(item => (item.Entity.Id, item.Change))
            .ToArray();
        return new(
            Weighed(rows),
            items.Count(item => item.Change == ThreadChange.Came),
            items.Count(item => item.Change == ThreadChange.Went),
            items.Count(item => item.Change == ThreadChange.Moved),
            rows.Sum(row => row.Premises.WentStale)
        );
    }

    /// <summary>How many intents are joined to the things of a kind so that they would lie in their threads; each link counts.</summary>
    public static int Gathered(Reading reading, string kind) =>
        reading.WithLabel(kind).Sum(container => ThreadReader.Links(container));

    private static ThreadRow Row(ThreadReader now, ThreadReader? then, Entity container)
    {
        var members = now.Members(container);
        var old = then?.Find(container.Id) is { } was ? then.Members(was) : ThreadMembers.None;
        var placed = members.Intents.Values.Select(intent => Item(intent, then is null ? null : old)).ToList();
        if (then is not null)
            placed.AddRange(old.Intents.Values.Where(intent => !members.Intents.ContainsKey(intent.Thing.Id)).Select(Gone));
        var cells = placed.ToLookup(item => item.Horizon ?? Horizons.Count, item => item.Item);
        return new(
            container,
            [.. Enumerable.Range(0, Horizons.Count).Select(horizon => Ordered(cells[horizon]))],
            Ordered(cells[Horizons.Count]),
            now.Premises(members, then),
            now.Teams(members),
            ThreadReader.Money(members),
            now.TendedBy(container)
        );
    }

    // Old is what the container had at the moment compared with; null for no comparison.
    private static (int? Horizon, ThreadItem Item) Item(Meant intent, ThreadMembers? old)
    {
        var place = intent.Place;
        var before = old?.Intents.GetValueOrDefault(intent.Thing.Id);
        var was = before?.Place?.Horizon;
        var change =
            old is null ? ThreadChange.None
            : before is null ? ThreadChange.Came
            : was is not null && place is not null && was != place.Horizon ? ThreadChange.Moved
            : ThreadChange.None;
        return (
            place?.Horizon,
            new(
                intent.Thing,
                place?.Due,
                place?.Due < intent.Thing.Reading.Valid,
                intent.IsPossibility,
                intent.PutInto,
                change,
                change == ThreadChange.Moved ? was : null
            )
        );
    }

    private static (int? Horizon, ThreadItem Item) Gone(Meant intent) =>
        (intent.Place?.Horizon, new(intent.Thing, null, false, intent.IsPossibility, intent.PutInto, ThreadChange.Went, null));

    private static ImmutableArray<ThreadItem> Ordered(IEnumerable<ThreadItem> items) =>
        [
            .. items
                .OrderBy(item => item.Change == ThreadChange.Went)
                .ThenByDescending(item => item.Weight)
                .ThenBy(item => item.Due ?? Instant.MaxValue)
                .ThenBy(item => item.Entity.Order),
        ];

    // Amounts differ by orders of magnitude: the square root of the share keeps the small ones visible.
    private static ImmutableArray<ThreadRow> Weighed(ImmutableArray<ThreadRow> rows)
    {
        var most = rows.SelectMany(row => row.Cells.SelectMany(cell => cell)).Select(item => item.Weight).DefaultIfEmpty(0).Max();
        return most <= 0
            ? rows
            : [.. rows.Select(row => row with { Cells = [.. row.Cells.Select(cell => Weighed(cell, most))] })];
    }

    private static ImmutableArray<ThreadItem> Weighed(ImmutableArray<ThreadItem> cell, double most) =>
        [.. cell.Select(item => item with { Weight = Math.Sqrt(item.Weight / most) })];
}
