using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Query;
using Orrery.Tests.House;
using Orrery.Tests.Query;

namespace Orrery.Tests.Practice;

/// <summary>What every pack of the shelf owes to who adopts it, and what all of them together owe to the catalogue (cases/packs/catalogue.cases).</summary>
public sealed class ShelfTests
{
    public static TheoryData<string> Names => [.. PackShelf.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_pack_says_what_it_is_for_and_what_not_and_shows_it(string name)
    {
        var pack = PackShelf.Take(name);

        Assert.Matches(@"\b[Nn]ot\b|\bNothing\b", pack.Description);
        Assert.True(pack.Views.Length >= 2, "Two views at least.");
        Assert.True(QuestionShelf.Of(name).Length >= 3, "Three questions at least.");
        Assert.NotEmpty(pack.Examples);
        Assert.All(ExampleTelling.Of(pack), told => Assert.NotEmpty(told.Things));
        Rule.HasNoBreaches(
            pack.Kinds.Where(k => k.Description.Length > 200 || !k.Description.EndsWith('.')).Select(k => $"kind {k.Symbol}")
        );
        Rule.HasNoBreaches(Titles(pack).Where(t => char.IsLower(t[0]) || t.EndsWith('.')));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_a_pack_asks_and_shows_runs_on_its_example(string name)
    {
        var reading = PackPlay.Of(name);
        var views = PackShelf
            .Take(name)
            .Views.Where(v => v.Definition.About is null)
            .Select(v => (v.Symbol, v.Definition.Query, Properties.None, MayBeEmpty: name is "kubernetes" or "harbor"));
        var questions = QuestionShelf
            .Of(name)
            .Select(q => (q.Name, q.Text, q.Parameters, MayBeEmpty: q.WhenEmpty is not null || name is "kubernetes" or "harbor"));

        Rule.HasNoBreaches(views.Concat(questions).SelectMany(asked => Wrong(asked, reading)));
    }

    [Fact]
    public void No_two_questions_of_the_shelf_are_called_alike() =>
        Rule.HasNoBreaches(
            PackShelf
                .Names.SelectMany(pack => QuestionShelf.Of(pack))
                .CountBy(q => q.Name)
                .Where(q => q.Value > 1)
                .Select(q => q.Key)
        );

    [Fact]
    public void The_shelf_brings_the_whole_catalogue()
    {
        var all = PackShelf.Open(PackShelf.Names);

        Rule.HasNoBreaches(Catalogued().Where(line => !IsThere(all, line)).Select(line => string.Join(' ', line)));
    }

    [Fact]
    public void All_packs_are_accepted_together_by_an_enforced_workspace()
    {
        var all = PackPlay.OfAll();

        Assert.True(all.WithLabel(MetaKinds.Kind).Count() > 100);
        Assert.NotEmpty(all.WithLabel(MetaKinds.Lifecycle));
        Assert.NotEmpty(all.WithLabel(MetaKinds.Signifier));
    }

    [Fact]
    public void Nothing_about_people_invites_to_rank_them()
    {
        var all = PackShelf.Open(PackShelf.Names);
        var person = all.FindKind("person")!.Fields.Select(f => f.Symbol);

        Rule.HasNoBreaches(person.Where(f => f.Contains("perform") || f.Contains("score") || f.Contains("rating")));
    }

    private static IEnumerable<string> Wrong(
        (string Name, string Text, ImmutableSortedDictionary<string, Value> Parameters, bool MayBeEmpty) asked,
        Reading reading
    ) =>
        AnswerTable.Ask(new(asked.Text, asked.Parameters), reading) switch
        {
            QueryOutcome.Refused refused => [$"{asked.Name}: {refused.Fault.Fault}"],
            QueryOutcome.Answered { Answer: var answer } when !answer.Warnings.IsEmpty && !asked.MayBeEmpty =>
                answer.Warnings.Select(w => $"{asked.Name}: {w}"),
            QueryOutcome.Answered { Answer.Rows: [] } when !asked.MayBeEmpty => [$"{asked.Name}: no rows"],
            _ => [],
        };

    private static IEnumerable<string> Titles(Pack pack) =>
        pack
            .Kinds.SelectMany(k => (string[])[k.Title, k.Plural])
            .Concat(pack.Kinds.SelectMany(k => k.Fields).Select(f => f.Title))
            .Concat(pack.Enumerations.Select(e => e.Title))
            .Concat(pack.Views.Select(v => v.Definition.Title));

    /// <summary>Lines such as <c>kind bet</c>, <c>field bet.appetite</c>, <c>choice bet-level l0 l1 l2</c>.</summary>
    private static IEnumerable<string[]> Catalogued() =>
        Checkout
            .Read("cases/packs/catalogue.cases")
            .Split('\n')
            .Select(line => line.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words.Length > 0);

    private static bool IsThere(Catalogue all, string[] line) =>
        line switch
        {
            ["kind", var kind, var category] => all.FindKind(kind) is { IsAbstract: false } && all.CategoryOf(kind) == category,
            ["kind", var kind, var category, var temporality] => IsThere(all, ["kind", kind, category])
                && all.Lineage(kind).Select(k => k.Temporality).First(t => t is not null) == temporality,
            ["relation", var type, .. var traits] => all.FindRelationType(type) is { } found && traits.All(t => Has(found, t)),
            ["field", var field] => field.Split('.') is [var owner, var symbol]
                && (all.FindField(owner, symbol) ?? all.FindRelationField(owner, symbol)) is not null,
            ["choice", var where, .. var options] => Choices(all, where) is { } found && options.All(found.Contains),
            ["half-life", var kind, var days] => all.Lineage(kind).Select(k => k.HalfLifeInDays).First(d => d is not null)
                == int.Parse(days, System.Globalization.CultureInfo.InvariantCulture),
            ["tier", var tier, .. var tiered] => tiered.All(kind => all.FindKind(kind)?.Tier == tier)
                && all.Kinds.Count(kind => kind.Tier == tier) == tiered.Length,
            ["facet", var kind, .. var facets] => facets.All(facet => all.FindKind(kind)?.Facets.Contains(facet) == true),
            ["community", var community, var sort] => all
                .Packs.SelectMany(pack => pack.Words)
                .Any(words => words.Community == community && words.Sort == sort),
            ["lifecycle", var lifecycle, .. var gated] => all.FindLifecycle(lifecycle) is { } found
                && gated.All(state => found.Gates.Any(g => g.State == state)),
            _ => false,
        };

    private static bool Has(RelationTypeDefinition type, string trait) =>
        trait switch
        {
            "acyclic" => type.IsAcyclic,
            "symmetric" => type.IsSymmetric,
            "causal" => type.IsCausal,
            "takes-bets" => type.TakesBets,
            "structural" => type.IsStructural,
            "one-out" => type.ToMax == 1,
            "one-in" => type.FromMax == 1,
            _ => false,
        };

    private static HashSet<string>? Choices(Catalogue all, string where) =>
        where.Split('.') is [var owner, var symbol]
            ? (all.FindField(owner, symbol) ?? all.FindRelationField(owner, symbol)) is { } field
                ? [.. all.OptionsOf(field).Select(o => o.Symbol)]
                : null
            : all.FindEnumeration(where)?.Options.Select(o => o.Symbol).ToHashSet();
}
