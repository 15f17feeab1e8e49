using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>The three-way merge: what was installed (before), what shall be (after), what is here (ours).</summary>
internal sealed class PackMerge(Reading reading, PackParts before, PackParts after)
{
    private readonly PartsInUse _inUse = new(reading, before, after);
    private readonly Dictionary<Id, Id> _here = [];

    /// <summary>Every change, those of entities first.</summary>
    public ImmutableArray<PlannedChange> Changes()
    {
        var entities = before.Entities.Keys.Union(after.Entities.Keys).SelectMany(Of).ToList();
        return [.. entities, .. before.Links.Keys.Union(after.Links.Keys).Select(OfLink).OfType<PlannedChange>()];
    }

    private IEnumerable<PlannedChange> Of(Id id) =>
        (before.Entities.GetValueOrDefault(id), after.Entities.GetValueOrDefault(id)) switch
        {
            (null, { } comes) => Ours(comes) is { } ours ? Fields(null, comes, ours) : [Coming(comes)],
            ({ } was, null) => Ours(was) is { } ours ? Going(was, ours) : [],
            ({ } was, { } now) => Ours(now) is { } ours ? Fields(was, now, ours) : Missing(was, now),
            _ => [],
        };

    // The part as it is here: by its id, or made here by hand under the same ref.
    private Entity? Ours(GraphCommand.CreateEntity part)
    {
        var ours = reading.Find(part.Subject) ?? reading.Find(PackParts.RefOf(part));
        if (ours is not null)
            _here[part.Subject] = ours.Id;
        return ours;
    }

    private PlannedChange Coming(GraphCommand.CreateEntity part) =>
        new(new AdoptionStep.Comes(PackParts.RefOf(part), Title(part)), Bring(part));

    private ImmutableArray<GraphCommand> Bring(GraphCommand.CreateEntity part) =>
        reading.FindAnyTime(part.Subject) is null
            ? [part]
            :
            [
                new GraphCommand.Restore(part.Subject, Validity.Always),
                .. part.Fields.Select(f => Set(part.Subject, f.Key, f.Value)),
            ];

    // Taken away here: it stays away, and where the pack says something new of it, somebody is asked.
    private IEnumerable<PlannedChange> Missing(GraphCommand.CreateEntity was, GraphCommand.CreateEntity now)
    {
        if (
            was.Fields.All(f => now.Fields.GetValueOrDefault(f.Key, Value.Nothing) == f.Value)
            && was.Fields.Count == now.Fields.Count
        )
            yield break;
        var clash = new AdoptionStep.Clash(PackParts.RefOf(now), Title(now), null, Value.Of("there"), Value.Of("taken away"))
        {
            Before = Value.Of("there"),
        };
        yield return new(clash, Bring(now));
    }

    private IEnumerable<PlannedChange> Going(GraphCommand.CreateEntity was, Entity ours)
    {
        var part = PackParts.RefOf(was);
        if (_inUse.WhyOf(was.Subject) is { } why)
            yield return new(new AdoptionStep.Stays(part, ours.Title, why), [Set(ours.Id, "pack", Value.Nothing)]);
        else if (was.Fields.Any(f => ours[f.Key] != f.Value))
            yield return new(
                new AdoptionStep.Stays(part, ours.Title, "it was changed here"),
                [Set(ours.Id, "pack", Value.Nothing)]
            );
        else
            yield return new(new AdoptionStep.Goes(part, ours.Title), [new GraphCommand.Retire(ours.Id, Validity.Always)]);
    }

    private IEnumerable<PlannedChange> Fields(GraphCommand.CreateEntity? was, GraphCommand.CreateEntity now, Entity ours)
    {
        var changes = (was?.Fields.Keys ?? [])
            .Union(now.Fields.Keys)
            .Select(field =>
                (
                    Field: field,
                    Change: OfField(
                        PackParts.RefOf(now),
                        ours,
                        field,
                        was is null ? null : was.Fields.GetValueOrDefault(field, Value.Nothing),
                        now.Fields.GetValueOrDefault(field, Value.Nothing)
                    )
                )
            )
            .Where(one => one.Change is not null)
            .ToDictionary(one => one.Field, one => one.Change!, StringComparer.Ordinal);
        // One of them without the other would call choices by the names of others.
        if (changes.TryGetValue("options", out var choices) && changes.Remove("option-titles", out var titles))
            changes["options"] = Together(choices, titles);
        if (changes.TryGetValue("field-kind", out var holds))
            changes["field-kind"] = holds with { Values = PackValues.Turned(reading, now, ours) };
        return changes.Values.AsEnumerable();
    }

    // What can be chosen and what each is called: told by what they are called, for that is what people read.
    private static PlannedChange Together(PlannedChange choices, PlannedChange titles) =>
        new(
            (choices.Step, titles.Step) switch
            {
                (AdoptionStep.Kept, AdoptionStep.Kept told) => told with { Field = "options" },
                (AdoptionStep.Changes, AdoptionStep.Changes told) => told with { Field = "options" },
                (_, AdoptionStep.Clash told) => told with { Field = "options" },
                (_, AdoptionStep.Kept told) => Clash(told, told.Packs),
                (_, AdoptionStep.Changes told) => new AdoptionStep.Clash(
                    told.Part,
                    told.Title,
                    "options",
                    told.After,
                    told.Before
                )
                {
                    Before = told.Before,
                },
                _ => throw new System.Diagnostics.UnreachableException("Choices are told by a step of another sort."),
            },
            [.. choices.Commands, .. titles.Commands]
        );

    private static AdoptionStep.Clash Clash(AdoptionStep.Kept told, Value before) =>
        new(told.Part, told.Title, "options", told.Packs, told.Mine) { Before = before };

    private static PlannedChange? OfField(EntityRef part, Entity ours, string field, Value? was, Value now)
    {
        var mine = ours[field];
        if (mine == now)
            return null;
        var take = Set(ours.Id, field, now);
        if (IsBookkeeping(part, field))
            return new(null, [take]);
        if (was == now)
            return new(new AdoptionStep.Kept(part, ours.Title, field, now, mine), [take]);
        // What was installed is not known, and nothing is said of it here: nothing can be lost.
        return mine == (was ?? Value.Nothing)
            ? new(new AdoptionStep.Changes(part, ours.Title, field, mine, now), [take])
            : new(new AdoptionStep.Clash(part, ours.Title, field, now, mine) { Before = was }, [take]);
    }

    // The pack's own text and version, and who brought a part: nobody edits these by hand.
    private static bool IsBookkeeping(EntityRef part, string field) =>
        field == "pack" || (part.Kind == MetaKinds.Pack && field is "text" or "needs");

    private PlannedChange? OfLink(Id id) =>
        (before.Links.GetValueOrDefault(id), after.Links.GetValueOrDefault(id), Relation(id)) switch
        {
            (null, { } comes, null) => Tie(comes),
            ({ } was, null, { } there) when Unties(was) => new(
                after.Entities.ContainsKey(was.To) ? Step(was, isNew: false) : null,
                [new GraphCommand.Retire(there.Id, Validity.Always)]
            ),
            _ => null,
        };

    // What goes takes its ties with it; what stays as our own keeps them.
    private bool Unties(GraphCommand.Relate tie) => after.Entities.ContainsKey(tie.From) && _inUse.WhyOf(tie.To) is null;

    private Relation? Relation(Id id)
    {
        if (reading.FindRelation(id) is { } same)
            return same;
        // Tied by hand between the same two.
        var tie = after.Links.GetValueOrDefault(id) ?? before.Links[id];
        return reading.Find(Here(tie.From))?.Relations(Direction.Out, tie.Type).FirstOrDefault(r => r.To?.Id == Here(tie.To));
    }

    private PlannedChange? Tie(GraphCommand.Relate tie)
    {
        var placed = tie with { From = Here(tie.From), To = Here(tie.To) };
        if (!WillBe(placed.From) || !WillBe(placed.To))
            return null;
        ImmutableArray<GraphCommand> commands = reading.FindRelationAnyTime(tie.Subject) is null
            ? [placed]
            : [new GraphCommand.Restore(tie.Subject, Validity.Always)];
        // What comes brings its ties; only those between parts that are here are news of their own.
        return new(reading.Exists(placed.From) && reading.Exists(placed.To) ? Step(tie, isNew: true) : null, commands);
    }

    // It is here, or comes now: not what was taken away here and stays away.
    private bool WillBe(Id id) => reading.Exists(id) || !before.Entities.ContainsKey(id);

    private Id Here(Id id) => _here.GetValueOrDefault(id, id);

    private AdoptionStep.Ties? Step(GraphCommand.Relate tie, bool isNew)
    {
        var (from, to) = (Part(tie.From), Part(tie.To));
        return from is null || to is null ? null : new(PackParts.RefOf(from), Title(from), tie.Type, PackParts.RefOf(to), isNew);
    }

    private GraphCommand.CreateEntity? Part(Id id) =>
        after.Entities.GetValueOrDefault(id) ?? before.Entities.GetValueOrDefault(id);

    private static string Title(GraphCommand.CreateEntity part) => part.Fields.GetValueOrDefault("title")?.AsText ?? part.Key!;

    private static GraphCommand.SetField Set(Id subject, string field, Value value) =>
        new(subject, field, value, Validity.Always);
}
