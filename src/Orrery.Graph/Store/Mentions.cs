using System.Collections.Immutable;

namespace Orrery.Graph;

/// <summary>Whom the events of a large change speak of, found for many at once, in the order in which they will be asked for.</summary>
/// <remarks>A large change waits mostly for memory, and waits the least when many places are asked for before any is looked at (bench/, "open", "bulk"). Writer only.</remarks>
internal sealed class Mentions(IdIndex ids)
{
    /// <summary>An id that leads nowhere yet.</summary>
    public const int Nowhere = int.MinValue;

    /// <summary>Events looked at together: what is asked of memory for them stays in the nearer caches.</summary>
    public const int AtOnce = Prefetch.AtOnce;

    // Fewer are found one by one as quickly.
    private const int Few = 8;
    private const int MostOfOne = 3;

    private readonly Guid[] _ids = new Guid[AtOnce * MostOfOne];
    private readonly int[] _nodes = new int[AtOnce * MostOfOne];
    private int _count;
    private int _next;

    /// <summary>Looks up whom these events speak of.</summary>
    public void Find(ImmutableArray<GraphEvent> events, int first)
    {
        (_count, _next) = (0, 0);
        if (events.Length < Few)
            return;
        var last = Math.Min(events.Length, first + AtOnce);
        for (var i = first; i < last; i++)
        {
            switch (events[i])
            {
                case GraphEvent.FieldSet e:
                    Add(e.Subject.Value);
                    break;
                case GraphEvent.RelationCreated e:
                    Add(e.Subject.Value);
                    Add(e.From.Value);
                    Add(e.To.Value);
                    break;
                case GraphEvent.Retired e:
                    Add(e.Subject.Value);
                    break;
            }
        }

        ids.FindAll(_ids.AsSpan(0, _count), _nodes);
    }

    /// <summary>Asks for what will be added to: the newest facts and relations of the nodes that were found.</summary>
    public void Hint(ImmutableArray<GraphEvent> events, int first, FactBook facts, TailEdges relations)
    {
        for (var (i, at) = (first, 0); at < _count; i++)
        {
            if (events[i] is GraphEvent.RelationCreated)
            {
                relations.Hint(_nodes[at + 1], Direction.Out);
                relations.Hint(_nodes[at + 2], Direction.In);
                at += MostOfOne;
            }
            else if (events[i] is GraphEvent.FieldSet or GraphEvent.Retired)
            {
                if (_nodes[at] != Nowhere)
                    facts.HintTail(_nodes[at]);
                at++;
            }
        }
    }

    /// <summary>The node of the next id; those that were not known when all were looked up are looked up again.</summary>
    public int? Take(in Guid id)
    {
        if (_next < _count && _nodes[_next++] is not Nowhere and var node)
            return node;
        return ids.Find(in id);
    }

    private void Add(Guid id) => _ids[_count++] = id;
}
