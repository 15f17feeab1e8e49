using Orrery.Practice;
using Orrery.Tests.House;

namespace Orrery.Tests.Practice;

/// <summary>In a form each field is there once, under a name of its own, whichever packs brought it.</summary>
public sealed class FieldNameLaws
{
    // Every pack alone with what it needs, and all together: more packs only add fields.
    public static TheoryData<string> Shelves => [.. PackShelf.Names, "all"];

    [Theory]
    [MemberData(nameof(Shelves))]
    public void No_kind_gets_two_different_fields_under_one_symbol(string shelf)
    {
        var all = Open(shelf);

        Rule.HasNoBreaches(
            from kind in all.Kinds
            from said in Said(all, kind.Symbol).GroupBy(said => said.Field.Symbol)
            from one in said
            from other in said.TakeWhile(earlier => earlier != one)
            where one.Field.Kind != other.Field.Kind || (!all.IsA(other.Owner, one.Owner) && Differs(one.Field, other.Field))
            select $"{kind.Symbol}.{said.Key}: of {other.Owner} and of {one.Owner}"
        );
    }

    [Theory]
    [MemberData(nameof(Shelves))]
    public void No_form_asks_for_two_fields_under_one_title(string shelf)
    {
        var all = Open(shelf);
        var kinds = all.Kinds.Select(kind =>
            (kind.Symbol, Fields: Said(all, kind.Symbol).Select(said => said.Field).DistinctBy(field => field.Symbol).ToArray())
        );
        var links = all.RelationTypes.Select(type =>
            (
                type.Symbol,
                Fields: type.Fields.Concat(Said(all, "relation").Select(said => said.Field))
                    .DistinctBy(field => field.Symbol)
                    .ToArray()
            )
        );

        Rule.HasNoBreaches(
            from form in kinds.Concat(links)
            from alike in form.Fields.GroupBy(field => field.Title, StringComparer.OrdinalIgnoreCase)
            where alike.Count() > 1
            select $"{form.Symbol}: {string.Join(" and ", alike.Select(field => field.Symbol))} are both '{alike.Key}'"
        );
    }

    // Nearest first.
    private static IEnumerable<(string Owner, PackField Field)> Said(Catalogue all, string kind) =>
        all.Lineage(kind).SelectMany(owner => owner.Fields.Select(field => (owner.Symbol, field)));

    private static bool Differs(PackField one, PackField other) =>
        DefinitionText.Of(one).DifferenceTo(DefinitionText.Of(other)) is not null;

    private static Catalogue Open(string shelf) => shelf == "all" ? PackShelf.Open(PackShelf.Names) : PackShelf.Open(shelf);
}
