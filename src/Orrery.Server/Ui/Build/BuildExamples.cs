using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Server;

/// <summary>Questions to begin with, made of what a workspace has most of.</summary>
internal static class BuildExamples
{
    public static IEnumerable<BuiltQuestion> Of(Visit visit)
    {
        Choices choices = new(visit.Reading.Model);
        if (Fullest(visit, choices) is not { } kind)
            yield break;
        var all = BuiltQuestion.All(kind.Symbol);
        if (choices.GroupsOf(kind.Symbol).FirstOrDefault(choice => choice.Field.Symbol == "status") is { } status)
            yield return all with
            {
                Wanted = Counted(new Detail.Field(0, status.Path)),
            };
        if (Busiest(visit, kind) is not { } step)
            yield break;
        yield return all with
        {
            Absences = [step],
            Wanted = new Wanted.Things([], new(FieldPath.Of("title"), IsDescending: false)),
        };
        yield return all with
        {
            Steps = [step],
            Wanted = Counted(new Detail.Thing(1)),
        };
    }

    private static Wanted.Groups Counted(Detail by) =>
        new(new Measure.Number(), [by], new GroupOrder.ByMeasure(Descending: true));

    private static Kind? Fullest(Visit visit, Choices choices) =>
        choices
            .Kinds()
            .Where(kind => !kind.IsAbstract && kind.Category == "intent")
            .Select(kind => (Kind: kind, Count: visit.Reading.CountWithLabel(kind.Symbol)))
            .Where(counted => counted.Count > 0)
            .OrderByDescending(counted => counted.Count)
            .Select(counted => counted.Kind)
            .FirstOrDefault();

    // The link to somebody that most of them have; people are left out.
    private static BuiltStep? Busiest(Visit visit, Kind kind) =>
        visit
            .Reading.WithLabel(kind.Symbol)
            .Take(200)
            .SelectMany(entity => entity.Relations(Direction.In))
            .Where(relation => relation.From is { } from && IsGroup(visit, from))
            .CountBy(relation => (relation.Type, relation.From!.Kind))
            .OrderByDescending(count => count.Value)
            .ThenBy(count => count.Key.Type, StringComparer.Ordinal)
            .Select(count => new BuiltStep(0, new(count.Key.Type, Toward.Start, WayLength.Directly), new(count.Key.Kind, [])))
            .FirstOrDefault();

    private static bool IsGroup(Visit visit, Entity entity) =>
        visit.Reading.Model.FindKind(entity.Kind) is { Category: "collaboration" } kind && !kind.IsA("person");
}
