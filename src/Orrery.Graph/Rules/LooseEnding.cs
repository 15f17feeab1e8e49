using System.Collections.Immutable;

namespace Orrery.Graph;

/// <summary>Finds the stated relations whose end is not there at the date of the statement.</summary>
internal static class LooseEnding
{
    public static ImmutableArray<LooseEnd> Of(GraphSnapshot snapshot, Statement statement)
    {
        var at = Ticks.Of(statement.From);
        Dictionary<string, Looseness?> known = new(StringComparer.Ordinal);
        return
        [
            .. statement
                .Relations.Select(relation =>
                    Loose(relation.To) is { } to ? new LooseEnd(relation, relation.To, to)
                    : Loose(relation.From) is { } from ? new LooseEnd(relation, relation.From, from)
                    : null
                )
                .OfType<LooseEnd>(),
        ];

        Looseness? Loose(string foreignId)
        {
            if (!known.TryGetValue(foreignId, out var loose))
                known[foreignId] = loose = Of(snapshot, Id.Named(statement.System, foreignId), at);
            return loose;
        }
    }

    private static Looseness? Of(GraphSnapshot snapshot, Id end, long at)
    {
        var memory = snapshot.Memory;
        if (memory.Ids.Find(end.Value) is not { } node)
            return Looseness.NeverStated;
        if (memory.IsLive(node, snapshot.Number, at))
            return null;
        return memory.Visible(node, snapshot.Number).Exists(life => life.To <= at) ? Looseness.Retired : Looseness.NeverStated;
    }
}
