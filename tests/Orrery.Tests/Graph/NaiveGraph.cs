using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Tests.Graph;

/// <summary>The graph as a plain fold over events, slow and obvious: what readings are held against.</summary>
internal sealed class NaiveGraph
{
    private readonly List<(long Revision, GraphEvent Event)> _events = [];

    public void Add(ChangeSet change) => _events.AddRange(change.Events.Select(happened => (change.Revision.Value, happened)));

    public bool IsThere(Id id, long revision, Instant at)
    {
        var known = Known(revision).ToArray();
        bool? exists = null;
        GraphEvent.RelationCreated? relation = null;
        foreach (var happened in known)
        {
            switch (happened)
            {
                case GraphEvent.EntityCreated e when e.Subject == id:
                    exists ??= e.Exists.Contains(at);
                    break;
                case GraphEvent.RelationCreated e when e.Subject == id:
                    relation ??= e;
                    exists ??= e.Exists.Contains(at);
                    break;
                case GraphEvent.Retired e when e.Subject == id && exists is not null && e.During.Contains(at):
                    exists = false;
                    break;
                case GraphEvent.Restored e when e.Subject == id && exists is not null && e.During.Contains(at):
                    exists = true;
                    break;
            }
        }

        return exists == true
            && (relation is null || (IsThere(relation.From, revision, at) && IsThere(relation.To, revision, at)));
    }

    public Value FieldOf(Id id, string field, long revision, Instant at) =>
        Known(revision)
            .OfType<GraphEvent.FieldSet>()
            .Where(e => e.Subject == id && e.Field == field && e.During.Contains(at))
            .Select(e => e.Value)
            .LastOrDefault(Value.Nothing);

    /// <summary>What was said of a field where, of some instants in order, something last was.</summary>
    public Value FieldLast(Id id, string field, long revision, IReadOnlyList<Instant> instants)
    {
        var said = Known(revision).OfType<GraphEvent.FieldSet>().Where(e => e.Subject == id && e.Field == field).ToArray();
        var last = instants
            .Where(at => Array.Exists(said, e => e.During.Contains(at)))
            .Select(at => (Instant?)at)
            .LastOrDefault();
        return last is { } known ? FieldOf(id, field, revision, known) : Value.Nothing;
    }

    public ImmutableArray<string> LabelsOf(Id id, long revision, Instant at) =>
        Known(revision)
            .Select(happened =>
                happened switch
                {
                    GraphEvent.EntityCreated e when e.Subject == id => e.Labels,
                    GraphEvent.LabelsSet e when e.Subject == id && e.During.Contains(at) => e.Labels,
                    _ => default,
                }
            )
            .LastOrDefault(labels => !labels.IsDefault, []);

    /// <summary>All instants at which anything begins or ends, in order, and one before.</summary>
    public IEnumerable<Instant> Turns =>
        _events
            .SelectMany(e =>
                e.Event switch
                {
                    GraphEvent.EntityCreated created => Ends(created.Exists),
                    GraphEvent.RelationCreated created => Ends(created.Exists),
                    GraphEvent.Retired retired => Ends(retired.During),
                    GraphEvent.Restored restored => Ends(restored.During),
                    GraphEvent.FieldSet set => Ends(set.During),
                    GraphEvent.LabelsSet set => Ends(set.During),
                    _ => [],
                }
            )
            .Prepend(Instant.MinValue)
            .Distinct()
            .Order();

    public IEnumerable<Id> EntitiesEver(long revision) =>
        Known(revision).OfType<GraphEvent.EntityCreated>().Select(e => e.Subject);

    public IEnumerable<GraphEvent.RelationCreated> RelationsEver(long revision) =>
        Known(revision).OfType<GraphEvent.RelationCreated>();

    public HashSet<Id> Entities(long revision, Instant at) =>
        [.. Known(revision).OfType<GraphEvent.EntityCreated>().Select(e => e.Subject).Where(id => IsThere(id, revision, at))];

    public HashSet<Id> Relations(long revision, Instant at) =>
        [.. Known(revision).OfType<GraphEvent.RelationCreated>().Select(e => e.Subject).Where(id => IsThere(id, revision, at))];

    public HashSet<Id> Out(Id id, long revision, Instant at) =>
        [
            .. Known(revision)
                .OfType<GraphEvent.RelationCreated>()
                .Where(e => e.From == id && IsThere(e.Subject, revision, at))
                .Select(e => e.Subject),
        ];

    public HashSet<Id> In(Id id, long revision, Instant at) =>
        [
            .. Known(revision)
                .OfType<GraphEvent.RelationCreated>()
                .Where(e => e.To == id && IsThere(e.Subject, revision, at))
                .Select(e => e.Subject),
        ];

    private static Instant[] Ends(Validity validity) => [validity.From, validity.To];

    private IEnumerable<GraphEvent> Known(long revision) => _events.Where(e => e.Revision <= revision).Select(e => e.Event);
}
