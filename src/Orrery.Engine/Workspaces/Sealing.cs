using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Engine;

/// <summary>Closes the values of personal fields before they reach the journal.</summary>
internal static class Sealing
{
    public static ImmutableArray<GraphEvent> Seal(ImmutableArray<GraphEvent> events, GraphSnapshot snapshot, PersonalKeys keys)
    {
        if (!snapshot.Model.HasPersonalFields)
            return events;
        var named = events.Select(NameOf).OfType<(Id Subject, string Name)>().ToLookup(e => e.Subject, e => e.Name);
        return
        [
            .. events.Select(happened =>
                IsPersonal(happened, snapshot, named) ? Seal((GraphEvent.FieldSet)happened, keys) : happened
            ),
        ];
    }

    private static GraphEvent.FieldSet Seal(GraphEvent.FieldSet set, PersonalKeys keys) =>
        set with
        {
            Value = keys.Seal(set.Subject, set.Value),
        };

    private static bool IsPersonal(GraphEvent happened, GraphSnapshot snapshot, ILookup<Id, string> named) =>
        happened is GraphEvent.FieldSet { Value: not (Value.Null or Value.Personal) } set
        && GraphRules.FieldMeant(set.Field) is var field
        && (
            named[set.Subject].Any(name => IsPersonal(snapshot.Model, name, field))
            || IsPersonal(snapshot.Model, NameOf(snapshot, set.Subject, set.During.From), field)
            || IsPersonal(snapshot.Model, NameOf(snapshot, set.Subject, snapshot.Recorded), field)
        );

    // A kind and a relation type of one symbol: sealing too much is no harm.
    private static bool IsPersonal(Model model, string name, string field) =>
        model.FindKind(name)?.Fields.GetValueOrDefault(field) is { IsPersonal: true }
        || model.FindRelationType(name)?.Fields.GetValueOrDefault(field) is { IsPersonal: true };

    private static (Id Subject, string Name)? NameOf(GraphEvent happened) =>
        happened switch
        {
            GraphEvent.EntityCreated { Labels: [var first, ..] } e => (e.Subject, first),
            GraphEvent.LabelsSet { Labels: [var first, ..] } e => (e.Subject, first),
            GraphEvent.RelationCreated e => (e.Subject, e.Type),
            _ => null,
        };

    private static string NameOf(GraphSnapshot snapshot, Id subject, Instant at) =>
        snapshot.Read(at, at, Mask.Nothing).FindAnyTime(subject)?.Kind ?? snapshot.TypeOf(subject) ?? "";
}
