using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>The fields of a form in the order in which people think of them: what it is, what is its own, and folded what can wait.</summary>
/// <param name="Shown">What is in sight.</param>
/// <param name="Folded">What is folded, by what it is for; none of them empty.</param>
public sealed record FormGroups(ImmutableArray<FieldInput> Shown, ImmutableArray<FormGroup> Folded)
{
    private const int FewOwn = 6;
    private const int ManyOwn = 12;
    private const int FewOfRelations = 8;

    /// <summary>The fields of a kind: title and summary, its own, then its ancestors', the nearest first; each in the order of its definition.</summary>
    public static IEnumerable<FieldDefinition> Order(Visit visit, Kind kind)
    {
        var guides = FieldGuides.Of(visit.Reading);
        return kind
            .Fields.Values.OrderBy(field =>
                field.Symbol switch
                {
                    "title" => -2,
                    "summary" => -1,
                    _ => Distance(kind, guides.For(field.Id).Owner),
                }
            )
            .ThenBy(field => field.Order)
            .ThenBy(field => field.Symbol, StringComparer.Ordinal);
    }

    /// <summary>Those of a thing.</summary>
    /// <param name="visit">Who fills them in.</param>
    /// <param name="kind">The kind; null where the thing has none that is known, and for relations.</param>
    /// <param name="inputs">In order.</param>
    public static FormGroups Of(Visit visit, Kind? kind, ImmutableArray<FieldInput> inputs)
    {
        if (kind is null)
        {
            ImmutableArray<FieldInput> near = [.. inputs.Where((input, place) => place < FewOfRelations || IsLoud(input))];
            return new(near, Fold(("More about it", inputs.Except(near))));
        }

        var asked = Lifecycles.Of(visit.Reading).FieldsAsked(kind.Symbol);
        var common = Common(visit.Reading.Model, kind);
        var own = inputs.Where(input => !common.Contains(input.Guide.Owner) && !asked.Contains(input.Symbol)).ToArray();
        var first = own.Take(IsShort(kind, own) ? ManyOwn : FewOwn).ToHashSet();
        ImmutableArray<FieldInput> shown =
        [
            .. inputs.Where(input =>
                input.Symbol is "title" or "summary" || first.Contains(input) || input.Text.Length > 0 || IsLoud(input)
            ),
        ];
        var rest = inputs.Except(shown).ToArray();
        return new(
            shown,
            Fold(
                ("Asked for at a later step", rest.Where(input => asked.Contains(input.Symbol))),
                ($"More about the {visit.Words.KindInside(kind.Symbol)}", rest.Intersect(own)),
                ("Said of many things", rest.Where(input => !asked.Contains(input.Symbol)).Except(own))
            )
        );
    }

    // A kind of which little is said that is not said of its sort: all of that is filled in at one sight.
    private static bool IsShort(Kind kind, FieldInput[] own) =>
        own.Length <= ManyOwn && own.Count(input => input.Guide.Owner == kind.Symbol) <= FewOwn;

    // What every thing of a home has, and every thing: the rest is of the kind itself, or of the few that it is a sort of.
    private static HashSet<string> Common(Model model, Kind kind)
    {
        var homes = kind.Ancestors.Where(above => above == kind.Category).ToArray();
        return
        [
            .. homes.Concat(homes.SelectMany(home => model.FindKind(home)?.Ancestors ?? [])).Where(above => above != kind.Symbol),
            "",
        ];
    }

    private static int Distance(Kind kind, string owner) =>
        owner == kind.Symbol ? 0
        : kind.Ancestors.IndexOf(owner) is >= 0 and var far ? 1 + far
        : int.MaxValue;

    private static bool IsLoud(FieldInput input) => input.Problem is not null || input.Elsewhere is not null;

    private static ImmutableArray<FormGroup> Fold(params (string Title, IEnumerable<FieldInput> Inputs)[] groups) =>
        [.. groups.Select(group => new FormGroup(group.Title, [.. group.Inputs])).Where(group => !group.Inputs.IsEmpty)];
}

/// <summary>Fields that are folded together.</summary>
public sealed record FormGroup(string Title, ImmutableArray<FieldInput> Inputs);
