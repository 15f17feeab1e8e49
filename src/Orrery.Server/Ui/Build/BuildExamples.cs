using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Server;

/// <summary>Questions to begin with, made of what a workspace has most of.</summary>
internal static class BuildExamples
{
    public static IEnumerable<BuiltQuestion> Of(Visit visit)
    {
        Choices choices = new(visit.Reading.Model);
        var kind = choices
            .Kinds()
            .Where(one => !one.IsAbstract && one.Category == "intent")
            .Select(one => (Kind: one, Count: visit.Reading.WithLabel(one.Symbol).Count()))
            .Where(counted => counted.Count > 0)
            .OrderByDescending(counted => counted.Count)
            .Select(counted => counted.Kind)
            .FirstOrDefault();
        if (kind is null)
            yield break;
        var all = BuiltQuestion.All(kind.Symbol);
        if (choices.GroupsOf(kind.Symbol).FirstOrDefault(choice => choice.Field.Symbol == "status") is { } status)
            yield return all with
            {
                Wanted = new Wanted.Groups(
                    new Measure.Number(),
                    [new Detail.Field(0, status.Path)],
                    new GroupOrder.ByMeasure(Descending: true)
                ),
            };
        if (Busiest(visit, kind) is not { } way)
            yield break;
        var far = visit.Reading.Model.FindRelationType(way.Type)!;
        var to = (way.Toward == Toward.Start ? far.FromKinds : far.ToKinds) is [var only] ? only : null;
        BuiltStep step = new(0, way, new(to, []));
        yield return all with
        {
            Absences = [step],
            Wanted = new Wanted.Things([], new(FieldPath.Of("title"), IsDescending: false)),
        };
        yield return all with
        {
            Steps = [step],
            Wanted = new Wanted.Groups(new Measure.Number(), [new Detail.Thing(1)], new GroupOrder.ByMeasure(Descending: true)),
        };
    }

    // The way to somebody that most of them have; failing that, the first there is.
    private static Way? Busiest(Visit visit, Kind kind) =>
        visit
            .Reading.WithLabel(kind.Symbol)
            .Take(200)
            .SelectMany(entity => entity.Relations(Direction.In))
            .Where(relation =>
                relation.From is { } from && visit.Reading.Model.CategoryOf(from.Kind) == "collaboration" && from.Kind != "person"
            )
            .CountBy(relation => relation.Type)
            .OrderByDescending(count => count.Value)
            .ThenBy(count => count.Key, StringComparer.Ordinal)
            .Select(count => new Way(count.Key, Toward.Start, WayLength.Directly))
            .FirstOrDefault();
}
