using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Engine;

/// <summary>Closes the values of personal fields before they reach the journal.</summary>
internal static class Sealing
{
    public static ImmutableArray<GraphEvent> Seal(ImmutableArray<GraphEvent> events, GraphSnapshot snapshot, PersonalKeys keys)
    {
        // What the change itself makes personal is sealed too.
        var (before, after) = (snapshot.Model, GraphRules.ModelAfter(snapshot, events));
        return before.HasPersonalFields || after.HasPersonalFields
            ? Seal(events, snapshot, keys, [.. new[] { before, after }.Distinct().Where(m => m.HasPersonalFields)])
            : events;
    }

    private static ImmutableArray<GraphEvent> Seal(
        ImmutableArray<GraphEvent> events,
        GraphSnapshot snapshot,
        PersonalKeys keys,
        Model[] models
    )
    {
        var named = events.Select(NameOf).OfType<(Id Subject, string Name)>().ToLookup(e => e.Subject, e => e.Name);
        return [.. events.Select(Seal)];

        GraphEvent Seal(GraphEvent happened) =>
            happened switch
            {
                GraphEvent.FieldSet { Value: not (Value.Null or Value.Personal) } e
                    when IsPersonal(e.Subject, GraphRules.FieldMeant(e.Field), e.During.From) => e with
                {
                    Value = keys.Seal(e.Subject, e.Value),
                },
                GraphEvent.SeriesAppended e when IsPersonal(e.Subject, e.Field, snapshot.Recorded) => GraphRules.SealObservations(
                    e,
                    points => keys.Seal(e.Subject, points)
                ),
                _ => happened,
            };

        bool IsPersonal(Id subject, string field, Instant at) =>
            models.Any(model =>
                named[subject].Any(name => IsPersonalOf(model, name, field))
                || IsPersonalOf(model, NameOf(snapshot, subject, at), field)
                || IsPersonalOf(model, NameOf(snapshot, subject, snapshot.Recorded), field)
            );
    }

    // A kind and a relation type of one symbol: sealing too much is no harm.
    private static bool IsPersonalOf(Model model, string name, string field) =>
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
