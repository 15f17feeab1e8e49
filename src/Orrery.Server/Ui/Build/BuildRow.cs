using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Server;

/// <summary>A row of a built question's table.</summary>
/// <param name="Values">One for each column that holds values.</param>
/// <param name="Said">What a last column says in words, or null.</param>
/// <param name="Class">How it is drawn, or null.</param>
internal sealed record BuildRow(ImmutableArray<Value> Values, string? Said, string? Class)
{
    public static IReadOnlyList<BuildRow> Of(BuildAnswer answer) =>
        answer switch
        {
            BuildAnswer.Rows rows => [.. rows.Answer.Rows.Select(row => new BuildRow(row, null, null))],
            BuildAnswer.Groups groups =>
            [
                .. groups.Found.Select(group => new BuildRow(
                    [.. group.Keys, group.Was, group.Now, group.Difference],
                    null,
                    null
                )),
            ],
            BuildAnswer.Lines lines =>
            [
                .. lines.Found.Select(line =>
                    line.Presence switch
                    {
                        Presence.Came => new BuildRow(line.Row, "came", "came"),
                        Presence.Went => new BuildRow(line.Row, "went", "went"),
                        _ => new BuildRow(line.Row, "at both", null),
                    }
                ),
            ],
            _ => [],
        };
}

/// <summary>The head of a column.</summary>
/// <param name="Title">What it says.</param>
/// <param name="Field">The field whose values it holds, or null.</param>
/// <param name="IsAmount">Whether it holds figures.</param>
/// <param name="IsDifference">Whether its figures say what came or went.</param>
internal sealed record BuildHead(string Title, FieldDefinition? Field, bool IsAmount, bool IsDifference);

/// <summary>The columns of a built question's table.</summary>
internal sealed class BuildColumns(Visit visit, BuildTelling telling, BuiltQuestion question)
{
    public IReadOnlyList<BuildHead> Of(BuildAnswer answer) =>
        (question.Wanted, answer) switch
        {
            (Wanted.Groups groups, BuildAnswer.Groups compared) =>
            [
                .. groups.By.Select(Head),
                Figure(groups.Measure, Dates.Of(compared.Against), isDifference: false),
                Figure(groups.Measure, Later(), isDifference: false),
                Figure(groups.Measure, "Difference", isDifference: true),
            ],
            (Wanted.Groups groups, _) =>
            [
                .. groups.By.Select(Head),
                Figure(groups.Measure, Title(groups.Measure), isDifference: false),
            ],
            (Wanted.Things things, BuildAnswer.Lines compared) =>
            [
                .. Lines(things),
                new($"{Dates.Of(compared.Against)} to {Later()}", null, IsAmount: false, IsDifference: false),
            ],
            (Wanted.Things things, _) => Lines(things),
            _ => throw new System.Diagnostics.UnreachableException("A question wants things or groups."),
        };

    private List<BuildHead> Lines(Wanted.Things things) =>
        [
            .. things
                .Beside.Select(Head)
                .Prepend(new(Capital(telling.Kind(question.Start.Kind)), null, IsAmount: false, IsDifference: false)),
        ];

    private BuildHead Head(Detail detail)
    {
        var field = detail is Detail.Field { Path.Part: FieldPart.Whole } of ? Definition(of.Of, of.Path) : null;
        var isAmount = field is { Kind: FieldKind.Number or FieldKind.Money or FieldKind.Percent };
        return new(Capital(telling.Detail(detail, number => question.Thing(number).Kind)), field, isAmount, IsDifference: false);
    }

    private BuildHead Figure(Measure measure, string title, bool isDifference) =>
        new(
            title,
            measure switch
            {
                Measure.Total total => Definition(0, total.Field),
                Measure.Average average => Definition(0, average.Field),
                _ => null,
            },
            IsAmount: true,
            isDifference
        );

    private FieldDefinition? Definition(int thing, FieldPath path) =>
        question.Thing(thing).Kind is { } kind ? visit.Words.Definition(kind, path.Field) : null;

    private string Later() => Dates.Of(question.On ?? visit.Dates.DayOf(visit.Reading.Valid));

    private string Title(Measure measure) =>
        measure switch
        {
            Measure.Total total => $"{telling.Field(question.Start.Kind, total.Field)}, in all",
            Measure.Average average => $"{telling.Field(question.Start.Kind, average.Field)}, on average",
            _ => visit.Words.Kinds(question.Start.Kind ?? "thing"),
        };

    private static string Capital(string text) => text.Length == 0 ? text : $"{char.ToUpperInvariant(text[0])}{text.AsSpan(1)}";
}
