using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>Says why something concerns somebody, and what waits for them, in sentences.</summary>
internal static class AreaTelling
{
    /// <summary>"you own it", "Claims, your team, works on it", "it touches Mobile claims, which you look after"; empty for what is far.</summary>
    public static IEnumerable<Part> Reason(Visit visit, Area? area, Entity thing)
    {
        if (area?.Find(thing.Id) is { } held)
            return Held(visit, area, held);
        return area?.Beside(thing.Id) is { } beside
            ? [new Part.Plain("touches "), NewsTelling.Thing(visit, beside), new Part.Plain(", which you look after")]
            : [];
    }

    public static Sentence Of(Visit visit, Matter matter) =>
        new(
            visit.Reading.Model.CategoryOf(matter.Entity.Kind),
            matter switch
            {
                Matter.Promise promise =>
                [
                    new Part.Plain("Word on "),
                    NewsTelling.Thing(visit, matter.Entity),
                    new Part.Plain($" was promised for {Dates.Of(promise.By)} and has not come"),
                ],
                Matter.Decision decision =>
                [
                    new Part.Plain($"{Isolation.Of(visit.Words.Field(matter.Entity.Kind, decision.Field))}: "),
                    NewsTelling.Thing(visit, matter.Entity),
                    new Part.Plain($", {(IsOver(visit, decision) ? "was due" : "due")} {Dates.Of(decision.By)}"),
                ],
                Matter.Later { Asked: var asked } =>
                [
                    NewsTelling.Thing(visit, matter.Entity),
                    new Part.Plain(
                        $": {char.ToLowerInvariant(asked.Title[0])}{asked.Title[1..]} is asked since {Dates.Of(asked.Due)}"
                    ),
                ],
                Matter.Stale stale =>
                [
                    new Part.Plain("Nobody has looked at "),
                    NewsTelling.Thing(visit, matter.Entity),
                    new Part.Plain($" for {Dates.Span((visit.Reading.Valid - stale.Look.At).TotalDays)}"),
                ],
                _ => throw new System.Diagnostics.UnreachableException($"{matter.GetType().Name} has no sentence."),
            }
        );

    private static bool IsOver(Visit visit, Matter.Decision decision) => decision.By < visit.Dates.DayOf(visit.Reading.Valid);

    private static IEnumerable<Part> Held(Visit visit, Area area, Holding held) =>
        held.Holder.Id == area.Person.Id
            ? [new Part.Plain(held.Type == "member" ? "your team" : $"{visit.Words.RelationInside(held.Type, Direction.In)} you")]
            :
            [
                NewsTelling.Thing(visit, held.Holder),
                new Part.Plain($", your team, {visit.Words.RelationInside(held.Type, Direction.Out)} it"),
            ];
}
