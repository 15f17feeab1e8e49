using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Server;

/// <summary>Reads the parts of an address as a draft; what the model does not offer there is left out.</summary>
internal sealed class DraftReading
{
    private readonly Choices _choices;
    private readonly IReadOnlyDictionary<string, string> _parts;
    private readonly Dictionary<int, DraftThing> _present = [];

    private DraftReading(Model model, IReadOnlyDictionary<string, string> parts) => (_choices, _parts) = (new(model), parts);

    public static BuildDraft Read(Model model, IReadOnlyDictionary<string, string> parts) =>
        new DraftReading(model, parts).Whole();

    private BuildDraft Whole()
    {
        var kind = _choices.Kinds().FirstOrDefault(one => one.Symbol == Part(PartNames.Kind(0)));
        if (kind is null)
            return new(null, [], DraftWant.Things, null, [], [], "", null, null, null);
        var start = _present[0] = Thing(0, 0, kind.Symbol);
        var steps = Steps();
        var figures = _choices.FiguresOf(kind.Symbol).ToArray();
        var want = _choices.MayCount(kind.Symbol)
            ? Part("want") switch
            {
                "number" => DraftWant.Number,
                "total" when figures is not [] => DraftWant.Total,
                "average" when figures is not [] => DraftWant.Average,
                _ => DraftWant.Things,
            }
            : DraftWant.Things;
        return new(
            start,
            steps,
            want,
            Array.Find(figures, one => PartNames.Key(one.Path) == Part("figure")) ?? figures.FirstOrDefault(),
            Details(PartNames.By, GroupDetails(_choices, _present.Values)),
            Details(PartNames.Beside, BesideDetails(_present.Values)),
            Part("sort"),
            int.TryParse(Part("first"), CultureInfo.InvariantCulture, out var first) && first > 0 ? first : null,
            Day("on"),
            Day("against")
        );
    }

    /// <summary>What groups can be made of.</summary>
    public static IEnumerable<Detail> GroupDetails(Choices choices, IEnumerable<DraftThing> things) =>
        things
            .Where(thing => choices.MayCount(thing.Kind))
            .SelectMany(thing =>
                Itself(thing).Concat(choices.GroupsOf(thing.Kind).Select(choice => new Detail.Field(thing.Number, choice.Path)))
            );

    /// <summary>What can stand beside the things.</summary>
    public static IEnumerable<Detail> BesideDetails(IEnumerable<DraftThing> things) =>
        things.SelectMany(thing =>
            Itself(thing)
                .Concat(
                    thing
                        .Fields.Where(choice => choice.Part == FieldPart.Whole && choice.Field.Symbol != "title")
                        .Select(choice => new Detail.Field(thing.Number, choice.Path))
                )
        );

    private static IEnumerable<Detail> Itself(DraftThing thing) => thing.Number > 0 ? [new Detail.Thing(thing.Number)] : [];

    // Numbers close up: what was left out leaves no gap.
    private ImmutableArray<DraftStep> Steps()
    {
        var steps = ImmutableArray.CreateBuilder<DraftStep>();
        Dictionary<int, int> numbers = new() { [0] = 0 };
        for (var asked = 1; asked <= 2 * PartNames.MostSteps && steps.Count < PartNames.MostSteps; asked++)
        {
            if (
                !int.TryParse(Part(PartNames.From(asked)), CultureInfo.InvariantCulture, out var from)
                || !numbers.ContainsKey(from)
            )
                continue;
            if (Step(asked, steps.Count + 1, _present[numbers[from]]) is not { } step)
                continue;
            steps.Add(step);
            if (step.IsAbsent)
                continue;
            numbers[asked] = step.To.Number;
            _present[step.To.Number] = step.To;
        }

        return steps.ToImmutable();
    }

    private DraftStep? Step(int asked, int number, DraftThing from)
    {
        var way = _choices.WaysFrom(from.Kind).FirstOrDefault(one => PartNames.Key(one) == Part(PartNames.Way(asked)));
        if (way is null)
            return null;
        var kinds = _choices.KindsAt(way).ToArray();
        // A new link leads to the one kind that its relation knows, until somebody chooses.
        var chosen = _parts.ContainsKey(PartNames.Kind(asked))
            ? Array.Find(kinds, one => one.Symbol == Part(PartNames.Kind(asked)))
            : _choices.KindAt(way);
        var length = Part(PartNames.Far(asked)).Length > 0 ? WayLength.AnyDistance : WayLength.Directly;
        return new(
            from.Number,
            way with
            {
                Length = length,
            },
            Part(PartNames.None(asked)).Length > 0,
            Thing(asked, number, chosen?.Symbol)
        );
    }

    private DraftThing Thing(int asked, int number, string? kind)
    {
        ImmutableArray<FieldChoice> fields = [.. _choices.FieldsOf(kind)];
        var conditions = Enumerable
            .Range(1, PartNames.MostConditions + 1)
            .Select(index => Condition(asked, index, fields))
            .OfType<DraftCondition>();
        return new(number, kind, fields, [.. conditions.Take(PartNames.MostConditions)]);
    }

    private DraftCondition? Condition(int thing, int index, ImmutableArray<FieldChoice> fields)
    {
        var choice = fields.FirstOrDefault(one => PartNames.Key(one.Path) == Part(PartNames.Field(thing, index)));
        if (choice is null)
            return null;
        var how =
            Enum.TryParse<TestChoice>(Part(PartNames.How(thing, index)), out var asked) && choice.Tests.Contains(asked)
                ? asked
                : choice.Tests[0];
        var typed = Part(PartNames.Value(thing, index));
        return new(choice, how, typed, DraftValues.Test(choice, how, typed));
    }

    private ImmutableArray<Detail> Details(Func<int, string> name, IEnumerable<Detail> offered)
    {
        var byKey = offered.ToDictionary(PartNames.Key);
        return
        [
            .. Enumerable
                .Range(1, PartNames.MostDetails)
                .Select(index => byKey.GetValueOrDefault(Part(name(index))))
                .OfType<Detail>()
                .Distinct(),
        ];
    }

    private LocalDate? Day(string name) =>
        LocalDatePattern.Iso.Parse(Part(name)) is { Success: true, Value: { Year: > 0 and < 9000 } day } ? day : null;

    private string Part(string name) => _parts.GetValueOrDefault(name, "").Trim();
}
