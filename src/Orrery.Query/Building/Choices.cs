using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>What a built question can go on with at each step, by the model: symbols, for a face to word.</summary>
/// <param name="model">Of an enforced workspace; the model of an open one offers nothing.</param>
public sealed class Choices(Model model)
{
    /// <summary>Kinds to start from: by category, the root of each category first, then by what people call many of them.</summary>
    public IEnumerable<Kind> Kinds() =>
        model
            .Kinds.Values.Where(kind => kind.Category.Length > 0 && !MetaKinds.Describes(kind.Symbol))
            .OrderBy(kind => CategoryRank(kind.Category))
            .ThenBy(kind => kind.Symbol != kind.Category)
            .ThenBy(kind => kind.Plural, StringComparer.OrdinalIgnoreCase)
            .ThenBy(kind => kind.Symbol, StringComparer.Ordinal);

    /// <summary>The ways that lead away from things of a kind, by how they read. A symmetric relation has one way.</summary>
    /// <param name="kind">Its symbol; null for anything.</param>
    public IEnumerable<Way> WaysFrom(string? kind) =>
        model
            .RelationTypes.Values.SelectMany(type => WaysOf(type, kind))
            .OrderBy(Title, StringComparer.OrdinalIgnoreCase)
            .ThenBy(way => (way.Type, way.Toward));

    /// <summary>The kinds that a way can lead to, in the order of <see cref="Kinds"/>.</summary>
    public IEnumerable<Kind> KindsAt(Way way)
    {
        var ends = EndsOf(way);
        return Kinds().Where(kind => Fits(kind.Symbol, ends));
    }

    /// <summary>The one kind that a way's relation names at its far end; null when it names none or several.</summary>
    public Kind? KindAt(Way way) =>
        EndsOf(way).Distinct().ToArray() is [var only] ? KindsAt(way).FirstOrDefault(kind => kind.Symbol == only) : null;

    /// <summary>The fields of a kind that conditions can be about, in the order of its form. Personal fields are left out.</summary>
    public IEnumerable<FieldChoice> FieldsOf(string? kind) =>
        (kind is not null && model.FindKind(kind) is { } known ? known.Fields.Values : [])
            .Where(field => !field.IsPersonal)
            .OrderBy(field => field.Symbol != "title")
            .ThenBy(field => field.Order)
            .ThenBy(field => field.Symbol, StringComparer.Ordinal)
            .SelectMany(FieldChoice.Of);

    /// <summary>The fields of a kind that can be added up.</summary>
    public IEnumerable<FieldChoice> FiguresOf(string kind) =>
        FieldsOf(kind)
            .Where(choice =>
                choice
                    is {
                        Part: FieldPart.Whole,
                        Field.Kind: FieldKind.Number or FieldKind.Money or FieldKind.Percent or FieldKind.Scale
                    }
            );

    /// <summary>The fields of a kind that make groups.</summary>
    public IEnumerable<FieldChoice> GroupsOf(string? kind) =>
        FieldsOf(kind)
            .Where(choice =>
                choice.Part == FieldPart.Year
                || choice
                    is {
                        Part: FieldPart.Whole,
                        Field.Kind: FieldKind.Enum or FieldKind.Bool or FieldKind.Scale or FieldKind.Text
                    }
            );

    /// <summary>Whether things of a kind may be counted and make groups: people are never counted or ranked.</summary>
    public bool MayCount(string? kind) => kind is null || model.FindKind(kind) is not { } known || !known.IsA("person");

    private ImmutableArray<string> EndsOf(Way way) =>
        (model.FindRelationType(way.Type), way.Toward) switch
        {
            (null, _) => [],
            ({ ToKinds: var ends }, Toward.End) => ends,
            ({ FromKinds: var ends }, Toward.Start) => ends,
            ({ FromKinds: [] } or { ToKinds: [] }, _) => [],
            ({ FromKinds: var starts, ToKinds: var ends }, _) => starts.AddRange(ends),
        };

    private IEnumerable<Way> WaysOf(RelationType type, string? kind)
    {
        if (type.IsSymmetric)
            return Fits(kind, type.FromKinds) || Fits(kind, type.ToKinds)
                ? [new(type.Symbol, Toward.Either, WayLength.Directly)]
                : [];
        return new[] { (Ends: type.FromKinds, Toward: Toward.End), (Ends: type.ToKinds, Toward: Toward.Start) }
            .Where(way => Fits(kind, way.Ends))
            .Select(way => new Way(type.Symbol, way.Toward, WayLength.Directly));
    }

    // A kind below, or one that some of its own kinds are.
    private bool Fits(string? kind, ImmutableArray<string> ends) =>
        kind is null
        || ends.IsEmpty
        || ends.Any(end => model.FindKind(kind)?.IsA(end) == true || model.FindKind(end)?.IsA(kind) == true);

    private string Title(Way way)
    {
        var type = model.RelationTypes[way.Type];
        return way.Toward == Toward.Start ? type.Inverse : type.Title;
    }

    private static int CategoryRank(string category) =>
        category switch
        {
            "context" => 0,
            "intent" => 1,
            "collaboration" => 2,
            "investment" => 3,
            "practice" => 4,
            _ => 5,
        };
}
