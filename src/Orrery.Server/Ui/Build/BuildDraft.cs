using System.Collections.Immutable;
using NodaTime;
using Orrery.Query;

namespace Orrery.Server;

/// <summary>A question while it is put together: what is chosen so far, each choice one that the model offers.</summary>
/// <param name="Start">What is asked about, or null before it is chosen.</param>
/// <param name="Steps">Links, present and absent, in the order chosen; the things of the first are number 1.</param>
/// <param name="Want">What is wanted.</param>
/// <param name="Figure">What is added up or averaged, or null.</param>
/// <param name="By">What makes groups.</param>
/// <param name="Beside">Further columns.</param>
/// <param name="Sort">The order, as it stands in the form; empty for none.</param>
/// <param name="First">How many lines at most, or null.</param>
/// <param name="On">The day it is asked of, or null for the moment looked at.</param>
/// <param name="Against">The day it is compared with, or null.</param>
public sealed record BuildDraft(
    DraftThing? Start,
    ImmutableArray<DraftStep> Steps,
    DraftWant Want,
    FieldChoice? Figure,
    ImmutableArray<Detail> By,
    ImmutableArray<Detail> Beside,
    string Sort,
    int? First,
    LocalDate? On,
    LocalDate? Against
)
{
    /// <summary>All things that are there, by number.</summary>
    public IEnumerable<DraftThing> Things =>
        Start is null ? [] : Steps.Where(step => !step.IsAbsent).Select(step => step.To).Prepend(Start);

    /// <summary>The question, as far as it is complete; null before anything is chosen.</summary>
    public BuiltQuestion? Question
    {
        get
        {
            if (Start is null || (Want is DraftWant.Total or DraftWant.Average && Figure is null))
                return null;
            var numbers = Things.Select(thing => thing.Number).ToList();
            return new(
                Built(Start),
                [.. Steps.Where(step => !step.IsAbsent).Select(step => Built(step, numbers))],
                [.. Steps.Where(step => step.IsAbsent).Select(step => Built(step, numbers))],
                Wanted(numbers),
                First,
                On
            );
        }
    }

    private Wanted Wanted(List<int> numbers)
    {
        var isDescending = Sort.StartsWith('-');
        var sort = Sort.TrimStart('-');
        if (Want == DraftWant.Things)
        {
            var field = Start!.Fields.FirstOrDefault(choice => PartNames.Key(choice.Path) == sort);
            return new Wanted.Things(
                [.. Beside.Select(detail => Built(detail, numbers))],
                field is null ? null : new(field.Path, isDescending)
            );
        }

        var by = By.Select(detail => Built(detail, numbers)).ToImmutableArray();
        return new Wanted.Groups(
            Want switch
            {
                DraftWant.Total => new Measure.Total(Figure!.Path),
                DraftWant.Average => new Measure.Average(Figure!.Path),
                _ => new Measure.Number(),
            },
            by,
            sort switch
            {
                PartNames.ByFigure => new GroupOrder.ByMeasure(isDescending),
                "by1" when by.Length > 0 => new GroupOrder.ByDetail(0, isDescending),
                "by2" when by.Length > 1 => new GroupOrder.ByDetail(1, isDescending),
                _ => null,
            }
        );
    }

    private static BuiltThing Built(DraftThing thing) =>
        new(
            thing.Kind,
            [
                .. thing
                    .Conditions.Where(condition => condition.Test is not null)
                    .Select(condition => new Condition(condition.Choice.Path, condition.Test!)),
            ]
        );

    private static BuiltStep Built(DraftStep step, List<int> numbers) =>
        new(numbers.IndexOf(step.From), step.Way, Built(step.To));

    private static Detail Built(Detail detail, List<int> numbers) =>
        detail is Detail.Field field
            ? new Detail.Field(numbers.IndexOf(field.Of), field.Path)
            : new Detail.Thing(numbers.IndexOf(detail.Of));
}

/// <summary>Things of a draft.</summary>
/// <param name="Number">0 for the start, then those of the steps.</param>
/// <param name="Kind">Their kind's symbol; null for anything.</param>
/// <param name="Fields">What conditions can be about.</param>
/// <param name="Conditions">Those begun; one without a test lacks its value.</param>
public sealed record DraftThing(
    int Number,
    string? Kind,
    ImmutableArray<FieldChoice> Fields,
    ImmutableArray<DraftCondition> Conditions
);

/// <summary>A condition of a draft.</summary>
/// <param name="Choice">The field.</param>
/// <param name="How">The test chosen.</param>
/// <param name="Typed">What stands in its value.</param>
/// <param name="Test">What it comes to; null as long as the value is missing or cannot be read.</param>
public sealed record DraftCondition(FieldChoice Choice, TestChoice How, string Typed, FieldTest? Test)
{
    public bool NeedsValue => How is not (TestChoice.IsEmpty or TestChoice.IsFilled);

    public bool IsUnreadable => Test is null && Typed.Length > 0;
}

/// <summary>A link of a draft.</summary>
public sealed record DraftStep(int From, Way Way, bool IsAbsent, DraftThing To);

/// <summary>What is wanted of a draft's things.</summary>
public enum DraftWant
{
    /// <summary>The things.</summary>
    Things,

    /// <summary>How many.</summary>
    Number,

    /// <summary>A field added up.</summary>
    Total,

    /// <summary>The mean of a field.</summary>
    Average,
}
