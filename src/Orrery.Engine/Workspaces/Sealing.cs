using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Engine;

/// <summary>Closes the values of personal fields before they reach the journal.</summary>
internal static class Sealing
{
    public static ImmutableArray<GraphEvent> Seal(ImmutableArray<GraphEvent> events, GraphSnapshot snapshot, PersonalKeys keys)
    {
        var labelled = events.Select(LabelsOf).OfType<(Id Subject, string Label)>().ToLookup(e => e.Subject, e => e.Label);
        return events.Any(happened => IsPersonal(happened, snapshot, labelled))
            ?
            [
                .. events.Select(happened =>
                    IsPersonal(happened, snapshot, labelled) ? Seal((GraphEvent.FieldSet)happened, keys) : happened
                ),
            ]
            : events;
    }

    private static GraphEvent.FieldSet Seal(GraphEvent.FieldSet set, PersonalKeys keys) =>
        set with
        {
            Value = keys.Seal(set.Subject, set.Value),
        };

    private static bool IsPersonal(GraphEvent happened, GraphSnapshot snapshot, ILookup<Id, string> labelled) =>
        happened is GraphEvent.FieldSet { Value: not (Value.Null or Value.Personal) } set
        && snapshot.Model.HasPersonalFields
        && labelled[set.Subject]
            .Append(KindOf(snapshot, set.Subject, set.During.From))
            .Append(KindOf(snapshot, set.Subject, snapshot.Recorded))
            .Any(kind => snapshot.Model.FindKind(kind)?.Fields.GetValueOrDefault(set.Field) is { IsPersonal: true });

    private static (Id Subject, string Label)? LabelsOf(GraphEvent happened) =>
        happened switch
        {
            GraphEvent.EntityCreated { Labels: [var first, ..] } e => (e.Subject, first),
            GraphEvent.LabelsSet { Labels: [var first, ..] } e => (e.Subject, first),
            _ => null,
        };

    private static string KindOf(GraphSnapshot snapshot, Id subject, Instant at) =>
        snapshot.Read(at, at, Mask.Nothing).FindAnyTime(subject)?.Kind ?? "";
}
