using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Tests.Query.Building;

/// <summary>Generated built questions that the choices of a model allow, awkward values among them.</summary>
internal sealed class SomeQuestion(Model model)
{
    private readonly Choices _choices = new(model);

    public Gen<BuiltQuestion> Any =>
        from start in Thing(null)
        from steps in Gen.Choose(0, 3).SelectMany(count => Steps([start], [], count))
        let things = ImmutableArray.Create([start, .. steps.Select(step => step.To)])
        from absences in Gen.Choose(0, 2).SelectMany(count => Gen.CollectToList(Enumerable.Repeat(Step(things), count)))
        from wanted in Wanted(things)
        from first in Gen.Frequency((2, Gen.Constant((int?)null)), (1, Gen.Choose(1, 1000).Select(number => (int?)number)))
        from day in Gen.Frequency((2, Gen.Constant((LocalDate?)null)), (1, Gen.Constant((LocalDate?)new LocalDate(2026, 3, 1))))
        select new BuiltQuestion(start, steps, [.. absences], wanted, first, day);

    private Gen<ImmutableArray<BuiltStep>> Steps(ImmutableArray<BuiltThing> things, ImmutableArray<BuiltStep> steps, int count) =>
        count == 0
            ? Gen.Constant(steps)
            : Step(things).SelectMany(step => Steps(things.Add(step.To), steps.Add(step), count - 1));

    private Gen<BuiltStep> Step(ImmutableArray<BuiltThing> things) =>
        from at in Gen.Choose(0, things.Length - 1)
        from way in Gen.Elements(_choices.WaysFrom(things[at].Kind).ToArray())
        from length in Gen.Elements(WayLength.Directly, WayLength.AnyDistance)
        from to in Thing(way)
        select new BuiltStep(at, way with { Length = length }, to);

    private Gen<BuiltThing> Thing(Way? way) =>
        from kind in Gen.Frequency(
            (
                9,
                Gen.Elements(
                    (way is null ? _choices.Kinds() : _choices.KindsAt(way)).Select(kind => (string?)kind.Symbol).ToArray()
                )
            ),
            (1, Gen.Constant((string?)null))
        )
        from conditions in Gen.Choose(0, kind is null ? 0 : 3)
            .SelectMany(count => Gen.CollectToList(Enumerable.Repeat(Condition(kind), count)))
        select new BuiltThing(kind, [.. conditions]);

    private Gen<Condition> Condition(string? kind) =>
        from choice in Gen.Elements(_choices.FieldsOf(kind).ToArray())
        from test in Gen.Elements(choice.Tests.ToArray())
        from value in Value(choice)
        select new Condition(choice.Path, Test(test, value));

    private static Gen<Value> Value(FieldChoice choice) =>
        (choice.Part, choice.Field.Kind) switch
        {
            (FieldPart.Whole, FieldKind.Date) or (FieldPart.Start or FieldPart.End, _) => Gen.Choose(-40_000, 40_000)
                .Select(days => Orrery.Graph.Value.Of(new LocalDate(2026, 1, 1).PlusDays(days))),
            (FieldPart.Whole, FieldKind.Instant) => Gen.Choose(0, 2_000_000_000)
                .Select(seconds => Orrery.Graph.Value.Of(Instant.FromUnixTimeSeconds(seconds))),
            (FieldPart.Whole, FieldKind.Bool) => Gen.Elements(true, false).Select(Orrery.Graph.Value.Of),
            (
                FieldPart.Whole,
                FieldKind.Enum
                    or FieldKind.Text
                    or FieldKind.LongText
                    or FieldKind.Url
                    or FieldKind.List
                    or FieldKind.MultiEnum
            ) => Gen.Elements("active", "it's", "a \\ b", "größe", "two\nlines", "").Select(Orrery.Graph.Value.Of),
            _ => Gen.OneOf(
                Gen.Choose(-1000, 1000).Select(number => Orrery.Graph.Value.Of((long)number)),
                Gen.Elements(0.3, -2.5, 1e-9, 4e20).Select(Orrery.Graph.Value.Of)
            ),
        };

    private static FieldTest Test(TestChoice test, Value value) =>
        test switch
        {
            TestChoice.Contains => new FieldTest.Contains(value.AsText!),
            TestChoice.Has => new FieldTest.Has(value),
            TestChoice.IsEmpty => new FieldTest.IsEmpty(),
            TestChoice.IsFilled => new FieldTest.IsFilled(),
            _ => new FieldTest.Compares(Enum.Parse<FieldComparison>(test.ToString()), value),
        };

    private Gen<Wanted> Wanted(ImmutableArray<BuiltThing> things) =>
        Gen.OneOf(
                from beside in Details(things)
                from order in Order(things[0].Kind)
                select (Wanted)new Wanted.Things(beside, order),
                Groups(things)
            )
            .Where(wanted =>
                wanted is not Wanted.Groups groups
                || groups.By.Select(detail => detail.Of).Append(0).All(thing => _choices.MayCount(things[thing].Kind))
            );

    private Gen<Wanted> Groups(ImmutableArray<BuiltThing> things) =>
        from measure in Measure(things[0].Kind)
        from groups in Details(things)
        from order in GroupOrder(groups.Length)
        select (Wanted)new Wanted.Groups(measure, groups, AsRead(order, groups));

    // A thing is sorted by its title: where that makes groups too, both orders are one, told of the first.
    private static GroupOrder? AsRead(GroupOrder? order, ImmutableArray<Detail> groups) =>
        order is not GroupOrder.ByDetail { Index: var index }
            ? order
            : new GroupOrder.ByDetail(
                groups.Index().First(group => Sorted(group.Item) == Sorted(groups[index])).Index,
                order.IsDescending
            );

    private static Detail Sorted(Detail detail) =>
        detail is Detail.Thing { Of: var of } ? new Detail.Field(of, FieldPath.Of("title")) : detail;

    private Gen<FieldOrder?> Order(string? kind) =>
        _choices.FieldsOf(kind).Select(choice => choice.Path).ToArray() is not [_, ..] fields
            ? Gen.Constant((FieldOrder?)null)
            : from field in Gen.Elements(fields)
            from isDescending in Gen.Elements(true, false)
            from order in Gen.Elements(null, new FieldOrder(field, isDescending))
            select order;

    private Gen<Measure> Measure(string? kind) =>
        kind is null || _choices.FiguresOf(kind).Select(choice => choice.Path).ToArray() is not [_, ..] figures
            ? Gen.Constant<Measure>(new Measure.Number())
            : from figure in Gen.Elements(figures)
            from measure in Gen.Elements<Measure>(new Measure.Number(), new Measure.Total(figure), new Measure.Average(figure))
            select measure;

    private static Gen<GroupOrder?> GroupOrder(int groups) =>
        from isDescending in Gen.Elements(true, false)
        from at in Gen.Choose(-2, groups - 1)
        select at switch
        {
            -2 => (GroupOrder?)null,
            -1 => new GroupOrder.ByMeasure(isDescending),
            _ => new GroupOrder.ByDetail(at, isDescending),
        };

    // Things and fields of them, each once.
    private Gen<ImmutableArray<Detail>> Details(ImmutableArray<BuiltThing> things)
    {
        Detail[] all =
        [
            .. Enumerable.Range(1, things.Length - 1).Select(number => new Detail.Thing(number)),
            .. things
                .Index()
                .SelectMany(thing =>
                    _choices.GroupsOf(thing.Item.Kind).Select(choice => new Detail.Field(thing.Index, choice.Path))
                ),
        ];
        return all is []
            ? Gen.Constant(ImmutableArray<Detail>.Empty)
            : Gen.Choose(0, 2)
                .SelectMany(count => Gen.CollectToList(Enumerable.Repeat(Gen.Elements(all), count)))
                .Select(details => details.Distinct().ToImmutableArray());
    }
}
