using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Server;

/// <summary>Built questions in the reader's words.</summary>
public sealed class BuildTelling(Visit visit)
{
    /// <summary>The whole question as a sentence: "Count every risk whose status is not closed, by team."</summary>
    public string Sentence(BuiltQuestion question) => $"{Clauses(question)}{Tail(question)}.";

    public string Kind(string? kind) => kind is null ? "thing" : visit.Words.KindInside(kind);

    /// <summary>A way as it reads: "contributes to", "is served by".</summary>
    public string Way(Way way) => visit.Words.RelationInside(way.Type, way.Toward == Toward.Start ? Direction.In : Direction.Out);

    /// <summary>A field inside a sentence.</summary>
    public string FieldInside(FieldChoice choice) => Field(visit.Words.Inside(choice.Field), choice.Part);

    /// <summary>Ways to choose from: those that read alike say where each leads, or, where that is the same, by which relation type or from which end.</summary>
    public IEnumerable<(Way Way, string Said)> Ways(Choices choices, string? from)
    {
        var ways = choices.WaysFrom(from).ToList();
        Func<Way, string>[] manners =
        [
            Way,
            way => choices.KindAt(way) is { } far ? $"{Way(way)} ({Kind(far.Symbol)})" : Way(way),
            way => $"{Way(way)} ({Words.Plain(way.Type)})",
            way => $"{Way(way)} ({(way.Toward == Toward.Start ? "as said of this" : "as this says")})",
        ];
        var once = manners
            .Select(say => ways.CountBy(say).Where(said => said.Value == 1).Select(said => said.Key).ToHashSet())
            .ToList();
        return ways.Select(way =>
            (way, manners.Select(say => say(way)).Where((said, manner) => once[manner].Contains(said)).FirstOrDefault(Way(way)))
        );
    }

    public static string Field(FieldChoice choice) => Field(choice.Field.Title, choice.Part);

    public string Field(string? kind, FieldPath path) =>
        Field(kind is null ? Words.Plain(path.Field) : visit.Words.Field(kind, path.Field), path.Part);

    /// <summary>A detail, when there are other things of that kind too: "team", "team's status".</summary>
    public string Detail(Detail detail, Func<int, string?> kindOf) =>
        detail is Detail.Field field
            ? field.Of == 0
                ? Inside(kindOf(0), field.Path)
                : $"{Kind(kindOf(field.Of))}’s {Inside(kindOf(field.Of), field.Path)}"
            : Kind(kindOf(detail.Of));

    public static string How(TestChoice how, FieldChoice choice)
    {
        var isTime = DraftValues.KindOf(choice) is FieldKind.Date or FieldKind.Instant;
        return how switch
        {
            TestChoice.Is => "is",
            TestChoice.IsNot => "is not",
            TestChoice.Less => isTime ? "is before" : "is less than",
            TestChoice.AtMost => isTime ? "is on or before" : "is at most",
            TestChoice.More => isTime ? "is after" : "is more than",
            TestChoice.AtLeast => isTime ? "is on or after" : "is at least",
            TestChoice.Contains => "contains",
            TestChoice.Has => "has",
            TestChoice.IsEmpty => "is empty",
            TestChoice.IsFilled => "is not empty",
            _ => throw new System.Diagnostics.UnreachableException($"No words are for {how}."),
        };
    }

    private string Clauses(BuiltQuestion question)
    {
        var said = $"{Opening(question)} {Kind(question.Start.Kind)}{Conditions(question.Start)}";
        foreach (var (index, step) in question.Steps.Index())
            said += $"{Joint(question, step, index == step.From, index == 0)} {Link(step, "some")}";
        foreach (var (index, step) in question.Absences.Index())
            said += $"{Joint(question, step, follows: false, index == 0 && question.Steps.IsEmpty)} {Link(step, "no")}";
        return said;
    }

    private string Joint(BuiltQuestion question, BuiltStep step, bool follows, bool isFirst) =>
        (isFirst, follows, step.From) switch
        {
            (true, _, _) => " that",
            (_, true, _) => ", which",
            (_, _, 0) => ", and that",
            _ => $", where that {Kind(question.Thing(step.From).Kind)}",
        };

    private string Opening(BuiltQuestion question) =>
        question.Wanted switch
        {
            Wanted.Groups { Measure: Measure.Total total } => $"Add up the {Figure(question, total.Field)} of every",
            Wanted.Groups { Measure: Measure.Average average } => $"Average the {Figure(question, average.Field)} of every",
            Wanted.Groups => "Count every",
            _ => "Show every",
        };

    private string Figure(BuiltQuestion question, FieldPath path) => Inside(question.Start.Kind, path);

    private string Inside(string? kind, FieldPath path) =>
        Field(visit.Words.Inside(kind is null ? null : visit.Words.Definition(kind, path.Field), path.Field), path.Part);

    private string Link(BuiltStep step, string article)
    {
        var far = step.Way.Length == WayLength.AnyDistance ? ", at any distance" : "";
        return $"{Way(step.Way)} {article} {Kind(step.To.Kind)}{far}{Conditions(step.To)}";
    }

    private string Conditions(BuiltThing thing) =>
        string.Concat(
            thing
                .Conditions.Index()
                .Select(one => $"{(one.Index == 0 ? " whose" : " and whose")} {Condition(thing.Kind, one.Item)}")
        );

    private string Condition(string? kind, Condition condition)
    {
        var definition = kind is null ? null : visit.Words.Definition(kind, condition.Field.Field);
        if (definition is null)
            return condition.Field.Field;
        FieldChoice choice = new(definition, condition.Field.Part);
        var value = condition.Test switch
        {
            FieldTest.Compares compares => Value(compares.With, choice),
            FieldTest.Contains contains => $"“{contains.Text}”",
            FieldTest.Has has => Value(has.Item, choice),
            _ => "",
        };
        var orEmpty = condition.Test is FieldTest.Compares { Comparison: FieldComparison.IsNot } ? " (or is empty)" : "";
        return $"{FieldInside(choice)} {How(DraftValues.HowOf(condition.Test), choice)} {value}{orEmpty}".TrimEnd();
    }

    private string Value(Value value, FieldChoice choice) =>
        value is Value.Bool flag
            ? (flag.Flag ? "yes" : "no")
            : visit.Values.Of(value, choice.Part == FieldPart.Whole ? choice.Field : null);

    private string Tail(BuiltQuestion question)
    {
        var kindOf = (int number) => question.Thing(number).Kind;
        var details = question.Wanted switch
        {
            Wanted.Groups { By: [_, ..] by } => $", by {string.Join(" and ", by.Select(detail => Detail(detail, kindOf)))}",
            Wanted.Things { Beside: [_, ..] beside } =>
                $", with its {string.Join(" and ", beside.Select(detail => Detail(detail, kindOf)))}",
            _ => "",
        };
        var first = question.First is { } most ? $"; the first {most}" : "";
        var on = question.On is { } day ? $"; as of {Dates.Of(day)}" : "";
        return $"{details}{first}{on}";
    }

    private static string Field(string title, FieldPart part) =>
        part switch
        {
            FieldPart.Whole => title,
            FieldPart.Amount => $"{title} in figures",
            FieldPart.Start => $"{title}: first day",
            FieldPart.End => $"{title}: last day",
            FieldPart.Low => $"{title}: low end",
            FieldPart.High => $"{title}: high end",
            FieldPart.Year => $"{title}: year",
            _ => throw new System.Diagnostics.UnreachableException($"No words are for {part}."),
        };
}
