using Orrery.Graph;
using Orrery.Practice;
using Orrery.Tests.Practice.Adoption;

namespace Orrery.Tests.Practice;

/// <summary>Laws of the words of communities, over random words for the core pack; the seed is in the name of the case.</summary>
public sealed class WordLaws
{
    private static readonly string[] Communities = ["all", "claims", "mobile", "legal"];
    private static readonly string[] Terms = ["case", "Vorgang", "حالة", "big rock", "thing 🪨", "matter", "story"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 25)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_label_in_any_communitys_words_leads_back_to_what_it_stands_for(int seed)
    {
        var snapshot = Spoken(seed);
        var plain = snapshot.Model;

        foreach (var community in Communities)
        {
            var model = plain.InWordsOf(community);
            foreach (var kind in model.Kinds.Values)
                Assert.True(
                    kind.Title == plain.Kinds[kind.Symbol].Title || LeadsTo(plain, community, kind.Title, kind.Id),
                    $"seed {seed}: {kind.Title} of {community}"
                );
            foreach (var type in model.RelationTypes.Values)
                Assert.True(
                    type.Title == plain.RelationTypes[type.Symbol].Title || LeadsTo(plain, community, type.Title, type.Id)
                );
            foreach (var (mine, theirs) in model.Kinds.Values.Zip(plain.Kinds.Values))
                Assert.Equal(
                    (theirs.Symbol, theirs.Category, theirs.Ancestors, theirs.Fields.Keys.ToArray()),
                    (mine.Symbol, mine.Category, mine.Ancestors, mine.Fields.Keys.ToArray()),
                    Same
                );
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_a_community_has_no_word_for_is_said_as_those_say_it_that_it_is_a_part_of(int seed)
    {
        var plain = Spoken(seed).Model;
        var claims = plain.InWordsOf("claims");
        var all = plain.InWordsOf("all");

        foreach (var kind in plain.Kinds.Values)
        {
            if (!plain.Signifiers.Any(word => word.Community == "claims" && word.Of == kind.Id && !word.IsDeprecated))
                Assert.Equal(all.Kinds[kind.Symbol].Title, claims.Kinds[kind.Symbol].Title);
        }
    }

    [Fact]
    public void A_preferred_word_comes_before_one_in_use_and_a_deprecated_one_is_never_shown()
    {
        var snapshot = ModelState.Record(
            Core(),
            [
                Word("legal", "kind:bet", "wager", "in-use"),
                Word("legal", "kind:bet", "undertaking", "preferred"),
                Word("legal", "kind:goal", "target", "deprecated"),
            ]
        );

        var legal = snapshot.Model.InWordsOf("legal");

        Assert.Equal(("undertaking", "undertakings"), (legal.Kinds["bet"].Title, legal.Kinds["bet"].Plural));
        Assert.Equal(snapshot.Model.Kinds["goal"].Title, legal.Kinds["goal"].Title);
    }

    [Fact]
    public void Nobodys_words_are_the_models_own()
    {
        var model = Core().Model;

        Assert.Same(model, model.InWordsOf(null));
        Assert.Same(model, model.InWordsOf("nobody knows them"));
    }

    private static bool LeadsTo(Model model, string community, string title, Id concept) =>
        model.Signifiers.Any(word =>
            word.Term == title
            && word.Of == concept
            && !word.IsDeprecated
            && (word.Community == community || (community == "claims" && word.Community == "all"))
        );

    private static bool Same(
        (string, string, System.Collections.Immutable.ImmutableArray<string>, string[]) one,
        (string, string, System.Collections.Immutable.ImmutableArray<string>, string[]) other
    ) =>
        (one.Item1, one.Item2) == (other.Item1, other.Item2)
        && one.Item3.SequenceEqual(other.Item3)
        && one.Item4.SequenceEqual(other.Item4);

    private static GraphSnapshot Core() => ModelState.With(PackShelf.WithNeeds([PackShelf.Take("core")]));

    private static GraphSnapshot Spoken(int seed)
    {
        var random = new Random(seed);
        var core = Core();
        string[] concepts =
        [
            .. core.Model.Kinds.Keys.Select(kind => $"kind:{kind}"),
            .. core.Model.RelationTypes.Keys.Select(type => $"relation-type:{type}"),
        ];
        return ModelState.Record(
            core,
            [
                new GraphCommand.CreateEntity(
                    Id.Named("claims"),
                    [MetaKinds.Community],
                    "claims",
                    Properties.Of(("title", Value.Of("Claims")), ("parent", Value.Of("all"))),
                    Validity.Always
                ),
                .. Enumerable
                    .Range(0, 40)
                    .Select(_ =>
                        Word(
                            Communities[random.Next(Communities.Length)],
                            concepts[random.Next(concepts.Length)],
                            Terms[random.Next(Terms.Length)],
                            random.Next(5) == 0 ? "deprecated" : "in-use"
                        )
                    ),
            ]
        );
    }

    internal static GraphCommand.CreateEntity Word(string community, string of, string term, string status = "in-use") =>
        new(
            Id.Named($"{Guid.NewGuid()}"),
            [MetaKinds.Signifier],
            null,
            Properties.Of(
                ("title", Value.Of(term)),
                ("term", Value.Of(term)),
                ("community", Value.Of(community)),
                ("of", Value.Of(of)),
                ("status", Value.Of(status))
            ),
            Validity.Always
        );
}
