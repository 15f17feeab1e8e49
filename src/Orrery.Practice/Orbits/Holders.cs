using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Who holds what the map draws: owners, stewards, those who work on it or tend it.</summary>
public sealed class Holders
{
    private static readonly string[] Holding = ["owns", "stewards", "sponsors", "works-on", "tends"];

    private readonly Dictionary<int, List<Entity>> _of = [];

    private Holders(ImmutableArray<Entity> all) => All = all;

    /// <summary>Whoever holds something, by title.</summary>
    public ImmutableArray<Entity> All { get; }

    /// <summary>The holders of a thing; none for what nobody holds.</summary>
    public IReadOnlyList<Entity> Of(Entity thing) => _of.GetValueOrDefault(thing.Order, []);

    internal static Holders Among(Link[] links)
    {
        var held = links.Where(link => Holding.Contains(link.Relation.Type) && IsSomebody(link.From)).ToArray();
        Holders holders = new([
            .. held.Select(link => link.From)
                .DistinctBy(holder => holder.Order)
                .OrderBy(holder => holder.Title, StringComparer.OrdinalIgnoreCase)
                .ThenBy(holder => holder.Order),
        ]);
        foreach (var (_, from, to) in held)
        {
            if (!holders._of.TryGetValue(to.Order, out var known))
                holders._of.Add(to.Order, known = []);
            known.Add(from);
        }

        return holders;
    }

    private static bool IsSomebody(Entity holder) => holder.Reading.Model.CategoryOf(holder.Kind) == "collaboration";
}
