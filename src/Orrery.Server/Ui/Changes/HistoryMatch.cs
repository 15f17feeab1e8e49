using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>Says which events of a change set somebody wants to read of.</summary>
internal sealed class HistoryMatch
{
    private readonly Visit _visit;
    private readonly HistoryFilter _filter;
    private readonly Area? _area;
    private readonly HashSet<Id>? _near;

    private HistoryMatch(Visit visit, HistoryFilter filter)
    {
        (_visit, _filter) = (visit, filter);
        if (filter.Near == HistoryFilter.Me)
            _area = Self.AreaOf(visit);
        else if (filter.Near.Length > 0)
            _near = AroundOf(visit.Entity(filter.Near));
        Cannot = filter.Near == HistoryFilter.Me && _area is null;
    }

    /// <summary>Whether nothing can fit: nobody knows what is near whoever reads.</summary>
    public bool Cannot { get; }

    /// <exception cref="FaultException">What it is to be near to is not there.</exception>
    public static HistoryMatch Of(Visit visit, HistoryFilter filter) => new(visit, filter);

    /// <summary>Whether a change set is by whom and of when it should be.</summary>
    public bool Fits(RecordedCause cause) =>
        _filter.Who.Length == 0
        || string.Equals(cause.Cause.Actor, _filter.Who, StringComparison.OrdinalIgnoreCase)
        || string.Equals(cause.Cause.Source, _filter.Who, StringComparison.OrdinalIgnoreCase);

    /// <summary>Those of its events that fit.</summary>
    public IEnumerable<GraphEvent> Of(IReadOnlyCollection<GraphEvent> events)
    {
        if (!_filter.LooksInside)
            return events;
        var created = events
            .Select(happened =>
                happened switch
                {
                    GraphEvent.EntityCreated e => e.Subject,
                    GraphEvent.RelationCreated e => e.Subject,
                    _ => (Id?)null,
                }
            )
            .OfType<Id>()
            .ToHashSet();
        return events.Where(happened => IsDeed(happened, created) && IsAbout(happened));
    }

    // The first values of something new belong to its being added.
    private bool IsDeed(GraphEvent happened, HashSet<Id> created) =>
        _filter.Did.Length == 0
        || (
            happened is GraphEvent.FieldSet set && created.Contains(set.Subject) && !IsRelation(set.Subject)
                ? _filter.Did == "added"
                : DeedOf(happened, created) == _filter.Did
        );

    private string DeedOf(GraphEvent happened, HashSet<Id> created) =>
        happened switch
        {
            GraphEvent.EntityCreated => "added",
            GraphEvent.RelationCreated => "related",
            GraphEvent.FieldSet { Field: "confirmed-at" or "confirmed-by" } => "confirmed",
            GraphEvent.FieldSet e => created.Contains(e.Subject) ? "related" : "changed",
            GraphEvent.Retired e => IsRelation(e.Subject) ? "related" : "ended",
            GraphEvent.Restored e => IsRelation(e.Subject) ? "related" : "ended",
            GraphEvent.SeriesAppended or GraphEvent.SeriesWithdrawn => "observed",
            GraphEvent.SourceRead => "read",
            _ => "changed",
        };

    private bool IsRelation(Id id) => _visit.Reading.FindRelationAnyTime(id) is not null;

    private bool IsAbout(GraphEvent happened)
    {
        if (_filter.Of.Length + _filter.Near.Length == 0)
            return true;
        return Things(happened).Any(thing => IsOf(thing) && IsNear(thing.Id));
    }

    // What an event of a relation is about are its ends.
    private IEnumerable<Entity> Things(GraphEvent happened) =>
        GraphRules
            .SubjectsOf(happened)
            .Select(id => FileTelling.AboutOf(_visit, id) ?? id)
            .SelectMany(id =>
                _visit.Reading.FindAnyTime(id) is { } entity ? [entity]
                : _visit.Reading.FindRelationAnyTime(id) is { } relation ? [relation.From, relation.To]
                : (Entity?[])[]
            )
            .OfType<Entity>();

    private bool IsOf(Entity thing) =>
        (_filter.Kind is not { } kind || _visit.Reading.Model.FindKind(thing.Kind)?.IsA(kind) == true || thing.Kind == kind)
        && (_filter.Category is not { } category || _visit.Reading.Model.CategoryOf(thing.Kind) == category);

    private bool IsNear(Id id) =>
        _filter.Near.Length == 0
        || (_area is { } area && (area.Person.Id == id || area.Find(id) is not null || area.Beside(id) is not null))
        || _near?.Contains(id) == true;

    private static HashSet<Id> AroundOf(Entity thing) =>
        [
            thing.Id,
            .. thing.Relations(Direction.Out).Select(relation => relation.ToId),
            .. thing.Relations(Direction.In).Select(relation => relation.FromId),
        ];
}
