using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>What the small form for something new shows.</summary>
/// <param name="Made">What is being made.</param>
/// <param name="Kinds">Everything it could be.</param>
public sealed record QuickView(CreateView Made, KindOffers Kinds);

/// <summary>Something new from anywhere: a small form of its title and the fields that are mostly filled.</summary>
internal static class QuickPages
{
    private const int FewFields = 3;
    private const int MostLookedAt = 200;

    /// <summary>All kinds to choose from; as a frame, the small form of one.</summary>
    public static IResult Show(Visit visit, string? kind) =>
        visit.Http.Request.Query.ContainsKey("frame")
            ? Page.Of<QuickNew>(
                Of(new(visit, ChosenKind(visit, kind), InputsOf(visit, ChosenKind(visit, kind)), SinceWhen.Now, "", null))
            )
            : Page.Of<NewPage>(new NewView(visit, KindOffers.Of(visit)));

    /// <summary>The small form once more, with what was wrong.</summary>
    public static QuickView Again(CreateView refused)
    {
        var shown = InputsOf(refused.Visit, refused.Kind).Select(input => input.Symbol).ToList();
        return Of(
            refused with
            {
                Inputs =
                [
                    .. refused
                        .Inputs.Where(input => shown.Contains(input.Symbol) || input.Problem is not null)
                        .OrderBy(input => shown.IndexOf(input.Symbol) is >= 0 and var place ? place : shown.Count),
                ],
            }
        );
    }

    private static QuickView Of(CreateView made) => new(made, KindOffers.Of(made.Visit));

    // What was chosen; else what there is most of.
    private static Kind ChosenKind(Visit visit, string? kind) =>
        KindOffers.Of(visit).All.FirstOrDefault(known => known.Symbol == kind)
        ?? KindOffers
            .Of(visit)
            .All.OrderBy(known => known.Category == "intent" ? 0 : 1)
            .ThenByDescending(known => visit.Reading.WithLabel(known.Symbol).Take(MostLookedAt).Count())
            .FirstOrDefault()
        ?? throw new FaultException(Fault.UnknownKind(kind ?? "", visit.Reading.Model));

    private static ImmutableArray<FieldInput> InputsOf(Visit visit, Kind kind)
    {
        var some = visit.Reading.WithLabel(kind.Symbol).Take(MostLookedAt).ToArray();
        var useful = CreateForm
            .FieldsOf(visit, kind)
            .Where(field => field.Symbol is not ("title" or "summary") && IsShort(field))
            .Select(field => (Field: field, Filled: some.Count(thing => !thing[field.Symbol].IsNothing)))
            .OrderByDescending(field => field.Filled)
            .Take(FewFields)
            .Where(field => field.Filled > some.Length / 4 || some.Length == 0)
            .Select(field => field.Field);
        var title = CreateForm.FieldsOf(visit, kind).Where(field => field.Symbol == "title");
        return [.. title.Concat(useful).Select(field => FieldInput.Of(visit, field, ""))];
    }

    private static bool IsShort(FieldDefinition field) =>
        field.Kind
            is FieldKind.Text
                or FieldKind.Enum
                or FieldKind.Date
                or FieldKind.Number
                or FieldKind.Money
                or FieldKind.Percent
                or FieldKind.Bool
                or FieldKind.Url;
}
