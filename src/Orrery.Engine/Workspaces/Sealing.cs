using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Engine;

/// <summary>Closes the values of personal fields before they reach the journal.</summary>
internal static class Sealing
{
    public static ImmutableArray<GraphEvent> Seal(ImmutableArray<GraphEvent> events, GraphSnapshot snapshot, PersonalKeys keys)
    {
        var created = events.OfType<GraphEvent.EntityCreated>().ToDictionary(e => e.Subject, e => e.Labels);
        return events.Any(happened => IsPersonal(happened, snapshot, created))
            ?
            [
                .. events.Select(happened =>
                    IsPersonal(happened, snapshot, created) ? Seal((GraphEvent.FieldSet)happened, keys) : happened
                ),
            ]
            : events;
    }

    private static GraphEvent.FieldSet Seal(GraphEvent.FieldSet set, PersonalKeys keys) =>
        set with
        {
            Value = keys.Seal(set.Subject, set.Value),
        };

    private static bool IsPersonal(GraphEvent happened, GraphSnapshot snapshot, Dictionary<Id, ImmutableArray<string>> created)
    {
        if (
            happened is not GraphEvent.FieldSet { Value: not (Value.Null or Value.Personal) } set
            || !snapshot.Model.HasPersonalFields
        )
            return false;
        var kind = created.TryGetValue(set.Subject, out var labels) ? labels.FirstOrDefault("") : KindOf(snapshot, set.Subject);
        return snapshot.Model.FindKind(kind)?.Fields.GetValueOrDefault(set.Field) is { IsPersonal: true };
    }

    private static string KindOf(GraphSnapshot snapshot, Id subject) =>
        snapshot.Read(snapshot.Recorded, snapshot.Recorded, Mask.Nothing).FindAnyTime(subject)?.Kind ?? "";
}
