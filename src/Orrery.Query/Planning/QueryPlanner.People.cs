namespace Orrery.Query;

/// <summary>People are counted wherever figures may be of few of them.</summary>
internal sealed partial class QueryPlanner
{
    // Counts the different people of each variable in question; answers where these counts are kept.
    private int[] GatherPeople(Projection projection, Scope scope, List<Gathering> gatherings)
    {
        if (People is null)
            return [];
        List<int> counts = [];
        foreach (var name in People.PeopleIn(projection))
        {
            if (scope.Find(name) is not { Type: StaticType.Node or StaticType.Any } bound)
                continue;
            var slot = NewSlot();
            gatherings.Add(new(slot, PersonIn(bound), null, null, IsDistinct: true));
            counts.Add(slot);
        }

        return [.. counts];
    }

    private Ready OfNobody(Expression counted, in Ready ready, Scope scope)
    {
        if (People is null)
            return ready;
        var things = People
            .NobodyIn(counted)
            .Select(scope.Find)
            .OfType<Bound>()
            .Where(bound => bound.Type is StaticType.Node or StaticType.Any)
            .Select(PersonIn)
            .ToArray();
        return things is []
            ? ready
            : ready with
            {
                Evaluator = new NobodysValue(ready.Evaluator, things, People.Fewest, counted.At),
            };
    }

    private PersonOrNothing PersonIn(Bound bound) =>
        new(bound.Slot, [.. People!.Kinds.Select(kind => new LabelTest(kind, _vocabulary, _ground))]);
}
