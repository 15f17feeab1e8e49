using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Query;

namespace Orrery.Server;

/// <summary>What somebody who writes a question may name: of the language and of the model, as they may see it.</summary>
internal sealed record AskWords(
    ImmutableArray<string> Keywords,
    ImmutableArray<Callable> Functions,
    ImmutableArray<Callable> Procedures,
    ImmutableArray<NamedLabel> Labels,
    ImmutableArray<NamedType> Types,
    ImmutableArray<NamedField> Fields
)
{
    /// <summary>How many things are looked at for the names of a workspace without a model.</summary>
    private const int MostLookedAt = 5_000;

    private static readonly ImmutableArray<Callable> AllFunctions = QueryLanguage.FunctionsAnd(PracticeLanguage.Functions);
    private static readonly ImmutableArray<Callable> AllProcedures = QueryLanguage.ProceduresAnd(PracticeLanguage.Procedures);

    public static IResult Answer(Visit visit) => Results.Json(Of(visit));

    public static AskWords Of(Visit visit) => visit.Reading.Model.Settings.IsEnforced ? OfModel(visit) : OfThings(visit.Reading);

    private static AskWords OfModel(Visit visit)
    {
        var reading = visit.Reading;
        var spelling = new Spelling(reading.Model);
        var kinds = reading
            .Model.Kinds.Values.Where(kind => Sees(reading, kind.Id))
            .OrderBy(kind => kind.Symbol, StringComparer.Ordinal)
            .ToArray();
        var types = reading
            .Model.RelationTypes.Values.Where(type => Sees(reading, type.Id))
            .OrderBy(type => type.Symbol, StringComparer.Ordinal);
        var labels = kinds.Select(kind => new NamedLabel(
            spelling.Label(kind.Symbol),
            visit.Words.Kind(kind.Symbol),
            visit.Words.Category(kind.Category),
            [.. kind.Fields.Keys.Select(spelling.Field)]
        ));
        var categories = kinds
            .Select(kind => kind.Category)
            .Where(category => category.Length > 0)
            .Distinct()
            .Select(category => new NamedLabel(
                spelling.Label(category),
                visit.Words.Category(category),
                "all of a category",
                []
            ));
        var fields = kinds
            .SelectMany(kind => kind.Fields.Values)
            .DistinctBy(field => field.Symbol)
            .OrderBy(field => field.Symbol, StringComparer.Ordinal)
            .Select(field => new NamedField(spelling.Field(field.Symbol), field.Title, [.. field.Options]));
        return Of(
            [.. labels.Concat(categories).DistinctBy(label => label.Name)],
            [
                .. types.Select(type => new NamedType(
                    spelling.Type(type.Symbol),
                    visit.Words.Relation(type.Symbol, Direction.Out),
                    Between(visit, type)
                )),
            ],
            [.. fields]
        );
    }

    private static AskWords OfThings(Reading reading)
    {
        var things = reading.Entities().Take(MostLookedAt).ToArray();
        return Of(
            [.. Names(things.SelectMany(thing => thing.Labels)).Select(label => new NamedLabel(label, label, "", []))],
            [
                .. Names(reading.Relations().Take(MostLookedAt).Select(relation => relation.Type))
                    .Select(type => new NamedType(type, type, "")),
            ],
            [.. Names(things.SelectMany(thing => thing.Fields.Keys)).Select(field => new NamedField(field, field, []))]
        );
    }

    private static AskWords Of(
        ImmutableArray<NamedLabel> labels,
        ImmutableArray<NamedType> types,
        ImmutableArray<NamedField> fields
    ) => new(QueryLanguage.Keywords, AllFunctions, AllProcedures, labels, types, fields);

    // What defines a name is a thing, and may be hidden like any other.
    private static bool Sees(Reading reading, Id definition) => reading.FindAnyTime(definition) is not null;

    private static string Between(Visit visit, RelationType type) =>
        $"{KindsOf(visit, type.FromKinds)} to {KindsOf(visit, type.ToKinds)}";

    private static string KindsOf(Visit visit, ImmutableArray<string> kinds) =>
        kinds.IsEmpty ? "anything" : string.Join(" or ", kinds.Select(visit.Words.KindInside));

    private static IEnumerable<string> Names(IEnumerable<string> names) => names.Distinct().Order(StringComparer.Ordinal);
}

/// <summary>A label: how a question spells it, what people call it, its category, and the fields that go with it.</summary>
internal sealed record NamedLabel(string Name, string Said, string About, ImmutableArray<string> Fields);

/// <summary>A relation type: how a question spells it, how it reads, and between what.</summary>
internal sealed record NamedType(string Name, string Said, string About);

/// <summary>A field: how a question spells it, what people call it, and what an enum may hold.</summary>
internal sealed record NamedField(string Name, string Said, ImmutableArray<string> Options);
