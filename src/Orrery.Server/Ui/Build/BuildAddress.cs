using System.Globalization;
using Orrery.Query;

namespace Orrery.Server;

/// <summary>A built question as the parts of an address.</summary>
internal static class BuildAddress
{
    public static IReadOnlyDictionary<string, string> Of(BuiltQuestion question)
    {
        Dictionary<string, string> parts = new(StringComparer.Ordinal);
        Add(parts, 0, question.Start);
        foreach (var (index, step) in question.Steps.Concat(question.Absences).Index())
        {
            var number = index + 1;
            parts[PartNames.From(number)] = Text(step.From);
            parts[PartNames.Way(number)] = PartNames.Key(step.Way);
            if (step.Way.Length == WayLength.AnyDistance)
                parts[PartNames.Far(number)] = "on";
            if (index >= question.Steps.Length)
                parts[PartNames.None(number)] = "on";
            Add(parts, number, step.To);
        }

        Add(parts, question.Wanted);
        if (question.First is { } first)
            parts["first"] = Text(first);
        if (question.On is { } day)
            parts["on"] = Dates.Iso(day);
        return parts;
    }

    private static void Add(Dictionary<string, string> parts, int number, BuiltThing thing)
    {
        parts[PartNames.Kind(number)] = thing.Kind ?? PartNames.AnyKind;
        foreach (var (index, condition) in thing.Conditions.Index())
        {
            parts[PartNames.Field(number, index + 1)] = PartNames.Key(condition.Field);
            parts[PartNames.How(number, index + 1)] = DraftValues.HowOf(condition.Test).ToString();
            parts[PartNames.Value(number, index + 1)] = DraftValues.Typed(condition.Test);
        }
    }

    private static void Add(Dictionary<string, string> parts, Wanted wanted)
    {
        switch (wanted)
        {
            case Wanted.Things things:
                foreach (var (index, detail) in things.Beside.Index())
                    parts[PartNames.Beside(index + 1)] = PartNames.Key(detail);
                if (things.Order is { } order)
                    parts["sort"] = Sorted(PartNames.Key(order.Field), order.IsDescending);
                break;
            case Wanted.Groups groups:
                Add(parts, groups);
                break;
        }
    }

    private static void Add(Dictionary<string, string> parts, Wanted.Groups groups)
    {
        foreach (var (index, detail) in groups.By.Index())
            parts[PartNames.By(index + 1)] = PartNames.Key(detail);
        (parts["want"], parts["figure"]) = groups.Measure switch
        {
            Measure.Total total => ("total", PartNames.Key(total.Field)),
            Measure.Average average => ("average", PartNames.Key(average.Field)),
            _ => ("number", ""),
        };
        if (groups.Order is { } order)
            parts["sort"] = Sorted(
                order is GroupOrder.ByDetail detail ? PartNames.By(detail.Index + 1) : PartNames.ByFigure,
                order.IsDescending
            );
    }

    private static string Sorted(string key, bool isDescending) => isDescending ? $"-{key}" : key;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
