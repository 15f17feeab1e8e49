using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Query;
using static Orrery.Practice.PracticeLanguage;

namespace Orrery.Practice;

/// <summary>Procedures that follow what leads to what.</summary>
internal static class PathProcedures
{
    public static ImmutableArray<Procedure> All { get; } =
    [
        new(
            "practice.trace",
            "All that a thing leads up to, and all that leads up to it: each once, with its distance (below 0 for what lies beneath) and its horizon.",
            [In("thing", ProcedureType.Node)],
            [In("step", ProcedureType.Node), In("hops", ProcedureType.Integer), In("horizon", ProcedureType.String)],
            (looking, given) =>
                LadderOf(given[0], looking)
                    ?.Rungs.Select(rung =>
                        ImmutableArray.Create(Told.Thing(rung.Entity), Value.Of((long)rung.Hops), Told.Horizon(rung.Horizon))
                    )
                ?? []
        ),
        new(
            "practice.leaps",
            "Where the trace of a thing leaves out a horizon, the worst first. A gap has nothing there at all; a skip is filled by another way.",
            [In("thing", ProcedureType.Node)],
            [
                In("lower", ProcedureType.Node),
                In("upper", ProcedureType.Node),
                In("from", ProcedureType.String),
                In("to", ProcedureType.String),
                In("leap", ProcedureType.String),
            ],
            (looking, given) =>
                LadderOf(given[0], looking)
                    ?.Leaps.Select(leap =>
                        ImmutableArray.Create(
                            Told.Thing(leap.Lower),
                            Told.Thing(leap.Upper),
                            Told.Horizon(leap.From),
                            Told.Horizon(leap.To),
                            Value.Of(leap.IsGap ? "gap" : "skip")
                        )
                    )
                ?? []
        ),
        new(
            "practice.bestPath",
            "The surest path from one thing to another along relations of some types: the product of the confidences, the weakest link, of how many nobody said any, and the links. No row where there is none.",
            [In("from", ProcedureType.Node), In("to", ProcedureType.Node), In("types", ProcedureType.List)],
            [
                In("confidence", ProcedureType.Float),
                In("weakest", ProcedureType.Relationship),
                In("unsaid", ProcedureType.Integer),
                In("links", ProcedureType.List),
            ],
            (looking, given) => Surest(looking, given)
        ),
        new(
            "practice.loops",
            "What feeds back into itself along a type of relation: the things on each loop, and whether it reinforces or balances itself (null where a sign is not known). Only loops through a thing, where one is given.",
            [In("type", ProcedureType.String), In("through", ProcedureType.Node)],
            [In("things", ProcedureType.List), In("links", ProcedureType.List), In("polarity", ProcedureType.String)],
            (looking, given) => LoopsOf(looking, given[0].AsText ?? "", given[1])
        ),
    ];

    private static Ladder? LadderOf(Value thing, Looking looking) =>
        thing is Value.Null
            ? null
            : Ladder.Of(Given.Thing(thing, looking, "thing"), looking.Reading.Model.Settings.Zone, looking.Count);

    private static IEnumerable<ImmutableArray<Value>> Surest(Looking looking, ImmutableArray<Value> given)
    {
        if (given[0] is Value.Null || given[1] is Value.Null || given[2] is Value.Null)
            return [];
        var (from, to) = (Given.Thing(given[0], looking, "from"), Given.Thing(given[1], looking, "to"));
        string[] types = [.. Given.Items(given[2], "types").Select(type => SymbolOf(Given.Text(type, "types"), looking))];
        var unsaid = PracticeSettings.Of(looking.Reading.Model).Number("confidence-when-unsaid");
        return BestPath
            .From(from, Next, looking.Count)
            .Where(reached => reached.To.Equals(to))
            .Take(1)
            .Select(reached => Row(reached.Path, unsaid));

        IEnumerable<(Relation, Entity, double)> Next(Entity at) =>
            types
                .SelectMany(type => at.Relations(Direction.Out, type))
                .Where(relation => relation.To is not null)
                .Select(relation => (relation, relation.To!, ConfidenceOf(relation) ?? unsaid));
    }

    private static double? ConfidenceOf(Relation relation) =>
        Kinds.NumberOf(relation["confidence"]) is { } said ? Math.Clamp(said, 0, 1) : null;

    private static ImmutableArray<Value> Row(BestPath<Relation> path, double unsaid)
    {
        var sure = Confidences.Of([.. path.Links.Select(link => ConfidenceOf(link) ?? unsaid)]);
        return
        [
            Value.Of(sure.Product),
            sure.Weakest < 0 ? Value.Nothing : new Value.Relation(path.Links[sure.Weakest].Id),
            Value.Of((long)path.Links.Count(link => ConfidenceOf(link) is null)),
            Value.Of(path.Links.Select(link => (Value)new Value.Relation(link.Id))),
        ];
    }

    private static IEnumerable<ImmutableArray<Value>> LoopsOf(Looking looking, string given, Value through)
    {
        var type = SymbolOf(given, looking);
        Entity[] places =
            through is Value.Entity ? Around(Given.Thing(through, looking, "through"), type, looking) : Ends(looking, type);
        var longest = (int)PracticeSettings.Of(looking.Reading.Model).Number("longest-loop");
        var loops = Loops.Of(places, Next, longest, looking.Count);
        return (through is Value.Entity ? loops.Where(loop => loop[0].FromId == ((Value.Entity)through).Id) : loops).Select(
            loop =>
                ImmutableArray.Create(
                    Value.Of(loop.Select(link => (Value)new Value.Entity(link.FromId))),
                    Value.Of(loop.Select(link => (Value)new Value.Relation(link.Id))),
                    PathFunctions.Polarity(Loops.IsPositive(loop.Select(link => PathFunctions.SignOf(link["sign"]))))
                )
        );

        IEnumerable<(Relation, Entity)> Next(Entity at) =>
            at.Relations(Direction.Out, type)
                .Where(relation => relation.To is not null)
                .Select(relation => (relation, relation.To!));
    }

    // The thing first, so that loops through it are told as beginning there.
    private static Entity[] Around(Entity thing, string type, Looking looking)
    {
        var after = looking.Reading.Walk([thing], [type], Direction.Out, int.MaxValue).Entities.ToHashSet();
        looking.Count(after.Count);
        return
        [
            thing,
            .. looking
                .Reading.Walk([thing], [type], Direction.In, int.MaxValue)
                .Entities.Where(before => !before.Equals(thing) && after.Contains(before)),
        ];
    }

    // All things that a relation of the type starts at: others are on no loop.
    private static Entity[] Ends(Looking looking, string type)
    {
        List<Entity> starts = [];
        var kinds = looking.Reading.Model.FindRelationType(type)?.FromKinds ?? [];
        var candidates = kinds.IsEmpty ? looking.Reading.Entities() : kinds.SelectMany(looking.Reading.OfKind);
        foreach (var thing in candidates)
        {
            looking.Count(1);
            if (thing.Relations(Direction.Out, type).Any())
                starts.Add(thing);
        }

        return [.. starts];
    }

    /// <summary>The symbol of a relation type as patterns may spell it, too: DRIVES, Drives, drives.</summary>
    private static string SymbolOf(string given, Looking looking) =>
        looking.Reading.Model.FindRelationType(given) is null
        && looking.Reading.Model.FindRelationType(given.Replace('_', '-').ToLowerInvariant()) is { } spelled
            ? spelled.Symbol
            : given;
}
