using Orrery.Graph;
using Orrery.Practice;
using Orrery.Tests.Practice.Adoption;

namespace Orrery.Tests.Practice;

/// <summary>After a change of the model the words are what reading all of them again would give, and only what the change speaks of was read.</summary>
public sealed class WordsReadAgainLaws
{
    private static readonly string[] Communities = ["all", "claims", "mobile"];
    private static readonly string[] Concepts =
    [
        "kind:bet",
        "kind:goal",
        "kind:team",
        "kind:later",
        "relation-type:drives",
        "field:bet.appetite",
        "category:intent",
    ];

    private static readonly GraphSnapshot Core = ModelState.With(PackShelf.WithNeeds([PackShelf.Take("core")]));

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Words_after_any_changes_are_what_reading_all_of_them_gives(int seed)
    {
        var random = new Random(seed);
        var snapshot = Core;
        List<GraphSnapshot> line = [];
        for (var step = 0; step < 60; step++)
        {
            snapshot = Step(snapshot, random);
            line.Add(snapshot);
            if (random.Next(3) > 0)
                _ = snapshot.Model.Signifiers;
            if (random.Next(15) == 0)
                snapshot = line[random.Next(line.Count)];
        }

        foreach (var (known, at) in line.Select((known, at) => (known, at)))
            Assert.Equal(Said(Model.Of(known)), Said(known.Model));
    }

    [Fact]
    public void A_change_of_one_word_reads_that_word_again_and_no_other()
    {
        var before = Many();
        var words = before.Model.Signifiers;

        var after = ModelState.Record(before, [Set(before, words[7].Id, "term", "gamble")]);

        var now = after.Model.Signifiers;
        Assert.Equal("gamble", now[7].Term);
        Assert.All(Enumerable.Range(0, words.Length).Where(at => at != 7), at => Assert.Same(words[at], now[at]));
    }

    [Fact]
    public void A_change_of_the_model_reads_the_words_of_what_changed_and_no_others()
    {
        var before = Many();
        var words = before.Model.Signifiers;
        var bet = before.Model.Kinds["bet"].Id;

        var after = ModelState.Record(before, [Set(before, bet, "description", "What we try.")]);

        var now = after.Model.Signifiers;
        Assert.Contains(words, word => word.Of == bet);
        Assert.All(words.Zip(now), pair => Assert.Equal(pair.First.Of != bet, ReferenceEquals(pair.First, pair.Second)));
    }

    [Theory]
    [InlineData(MetaKinds.Comment, false)]
    [InlineData(MetaKinds.Watch, false)]
    [InlineData(MetaKinds.Attachment, false)]
    [InlineData(MetaKinds.View, true)]
    public void What_people_say_about_things_leaves_the_model_as_it_is(string label, bool isAnother)
    {
        var after = ModelState.Record(
            Core,
            [
                new GraphCommand.CreateEntity(
                    Id.Named(label),
                    [label],
                    null,
                    Properties.Of(("title", Value.Of("x"))),
                    Validity.Always
                ),
            ]
        );

        Assert.Equal(!isAnother, ReferenceEquals(Core.Model, after.Model));
    }

    [Fact]
    public void A_word_waits_for_what_it_means_and_comes_with_it()
    {
        var before = ModelState.Record(Core, [WordLaws.Word("claims", "kind:later", "tomorrow")]);
        Assert.Empty(before.Model.Signifiers);

        var after = ModelState.Record(before, [Later()]);

        Assert.Equal("tomorrow", Assert.Single(after.Model.WordsFor(after.Model.Kinds["later"].Id)).Term);
        var gone = ModelState.Record(after, [new GraphCommand.Retire(after.Model.Kinds["later"].Id, Validity.Always)]);
        Assert.Empty(gone.Model.Signifiers);
    }

    private static GraphSnapshot Step(GraphSnapshot snapshot, Random random)
    {
        var words = snapshot.Now().EverWithLabel(MetaKinds.Signifier).ToArray();
        var word = words.Length == 0 ? null : words[random.Next(words.Length)];
        var concept = Concepts[random.Next(Concepts.Length)];
        GraphCommand[] commands = random.Next(9) switch
        {
            0 when word is not null => [Set(snapshot, word.Id, "status", random.Next(2) == 0 ? "preferred" : "deprecated")],
            1 when word is { Exists: true } => [new GraphCommand.Retire(word.Id, Validity.Always)],
            2 when word is { Exists: false } => [new GraphCommand.Restore(word.Id, Validity.Always)],
            3 when word is not null => [Set(snapshot, word.Id, "of", concept)],
            4 when word is not null => [Set(snapshot, word.Id, "community", Communities[random.Next(Communities.Length)])],
            5 => Toggle(snapshot),
            6 => [Set(snapshot, snapshot.Model.Kinds["goal"].Id, "title", $"Goal {random.Next(9)}")],
            7 => Named(snapshot, random),
            _ => [WordLaws.Word(Communities[random.Next(Communities.Length)], concept, $"word {random.Next(20)}")],
        };
        return ModelState.Record(snapshot, commands);
    }

    // A kind that comes, goes and comes back.
    private static GraphCommand[] Toggle(GraphSnapshot snapshot) =>
        snapshot.Now().FindAnyTime(EntityRef.Of(MetaKinds.Kind, "later")) switch
        {
            null => [Later()],
            { Exists: true } there => [new GraphCommand.Retire(there.Id, Validity.Always)],
            { } gone => [new GraphCommand.Restore(gone.Id, Validity.Always)],
        };

    private static GraphCommand[] Named(GraphSnapshot snapshot, Random random) =>
        snapshot.Now().FindAnyTime(EntityRef.Of(MetaKinds.Community, "mobile")) is { } known
            ? [Set(snapshot, known.Id, "title", $"Mobile {random.Next(9)}")]
            :
            [
                new GraphCommand.CreateEntity(
                    Id.Named("mobile"),
                    [MetaKinds.Community],
                    "mobile",
                    Properties.Of(("title", Value.Of("Mobile")), ("parent", Value.Of("all"))),
                    Validity.Always
                ),
            ];

    private static IReadOnlyList<string> Said(Model model) =>
        [
            .. model.Communities.Select(one => $"{one}"),
            .. model.Signifiers.Select(Said),
            .. model
                .Kinds.Values.OrderBy(kind => kind.Symbol, StringComparer.Ordinal)
                .SelectMany(kind => model.WordsFor(kind.Id).Select(word => $"{kind.Symbol}: {Said(word)}")),
            .. Communities.SelectMany(community =>
                model
                    .InWordsOf(community)
                    .Kinds.Values.Select(kind => $"{community} {kind.Symbol} {kind.Title} {kind.Plural}")
                    .Order(StringComparer.Ordinal)
            ),
        ];

    private static string Said(Signifier word) => $"{word.Id} {word.Community} {word.Of} {word.Term} {word.Status}";

    private static GraphSnapshot Many() =>
        ModelState.Record(
            Core,
            [
                .. Communities.SelectMany(community =>
                    Concepts.Where(of => of != "kind:later").Select(of => WordLaws.Word(community, of, $"{community} {of}"))
                ),
            ]
        );

    private static GraphCommand.SetField Set(GraphSnapshot snapshot, Id part, string field, string text) =>
        new(part, field, Value.Of(text), Validity.Always, snapshot.Now().FindAnyTime(part)![field]);

    private static GraphCommand.CreateEntity Later() =>
        new(
            Id.Named("later"),
            [MetaKinds.Kind],
            "later",
            Properties.Of(("title", Value.Of("Later")), ("symbol", Value.Of("later")), ("category", Value.Of("intent"))),
            Validity.Always
        );
}
