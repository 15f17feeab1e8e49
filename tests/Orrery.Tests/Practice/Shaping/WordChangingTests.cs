using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Tests.Practice.Adoption;

namespace Orrery.Tests.Practice.Shaping;

/// <summary>A word of a community is spelled otherwise, made the one they prefer, and taken back by an undo like any change.</summary>
public sealed class WordChangingTests
{
    [Fact]
    public void A_slip_is_mended_and_everybody_reads_the_word_as_it_should_be()
    {
        var snapshot = Said("big rokc");

        var mended = Change(snapshot, "big rokc", (WordChanging.Term, "big rock"), (PartText.Plural, "bigs rock"));

        var bet = mended.Model.InWordsOf("claims").Kinds["bet"];
        Assert.Equal(("big rock", "bigs rock"), (bet.Title, bet.Plural));
        Assert.Equal("big rock", Word(mended, "big rock").Title);
        Assert.Equal(Word(snapshot, "big rokc").Ref, Word(mended, "big rock").Ref);
    }

    [Fact]
    public void The_word_that_is_preferred_is_shown_and_the_one_before_is_in_use_again()
    {
        var snapshot = Change(Said("big rock", "wager", "stone"), "big rock", (WordChanging.Status, "preferred"));

        var changed = Change(snapshot, "wager", (WordChanging.Status, "preferred"));

        Assert.Equal("big rock", snapshot.Model.InWordsOf("claims").Kinds["bet"].Title);
        Assert.Equal("wager", changed.Model.InWordsOf("claims").Kinds["bet"].Title);
        Assert.Equal(
            ["big rock in-use", "wager preferred", "stone in-use"],
            changed.Model.Signifiers.Select(word => $"{word.Term} {word.Status}")
        );
    }

    [Fact]
    public void What_another_community_prefers_stays_preferred()
    {
        var snapshot = Change(With(Said("big rock"), "Mobile", "gamble"), "gamble", (WordChanging.Status, "preferred"));

        var changed = Change(snapshot, "big rock", (WordChanging.Status, "preferred"));

        Assert.All(changed.Model.Signifiers, word => Assert.Equal("preferred", word.Status));
    }

    [Fact]
    public void Forms_and_meaning_are_changed_and_what_was_not_asked_for_stays()
    {
        var snapshot = Said("Wette");

        var formed = Change(
            snapshot,
            "Wette",
            (WordChanging.Forms, "new: Neue Wette\nfew: Wetten"),
            (WordChanging.Means, "Was wir wagen.")
        );
        var again = Change(formed, "Wette", (PartText.Inverse, "wird gewettet"));
        var without = Change(again, "Wette", (WordChanging.Forms, ""), (WordChanging.Means, ""));

        var word = Assert.Single(again.Model.Signifiers);
        Assert.Equal(("Was wir wagen.", "wird gewettet", "Neue Wette"), (word.Definition, word.Inverse, word.Forms["new"]));
        Assert.Equal("inverse", Assert.Single(Assert.Single(without.Model.Signifiers).Forms).Key);
        Assert.Null(Assert.Single(without.Model.Signifiers).Definition);
    }

    [Theory]
    [InlineData(WordChanging.Term, "", "word.missing")]
    [InlineData(WordChanging.Term, "big\nrock", "word.missing")]
    [InlineData(WordChanging.Term, "wager", "word.said-already")]
    [InlineData(WordChanging.Forms, "Neue Wette", "word.form")]
    [InlineData(WordChanging.Status, "beloved", "shape.not-one-of")]
    public void What_cannot_be_is_refused(string what, string text, string code)
    {
        var snapshot = Said("big rock", "wager");

        var change = WordChanging.Change(snapshot.Now(), Word(snapshot, "big rock"), PartChange.NoTexts.Add(what, text));

        Assert.Equal((what, code), (Assert.Single(change.Problems).Key, change.Problems[what].Code));
        Assert.Empty(change.Commands);
    }

    [Fact]
    public void Words_that_are_too_long_are_refused()
    {
        var snapshot = Said("big rock");
        var wished = PartChange.NoTexts.Add(PartText.Plural, new('x', 201)).Add(WordChanging.Means, new('x', 4_001));

        var change = WordChanging.Change(snapshot.Now(), Word(snapshot, "big rock"), wished);

        Assert.Equal([WordChanging.Means, PartText.Plural], change.Problems.Keys);
        Assert.All(change.Problems.Values, problem => Assert.Equal("word.too-long", problem.Code));
    }

    [Fact]
    public void A_word_that_is_said_already_is_not_said_twice()
    {
        var snapshot = Said("big rock");

        Assert.Equal("word.said-already", WordShaping.Problem(snapshot.Now(), "claims", "kind:bet", "big rock", "")?.Code);
        Assert.Null(WordShaping.Problem(snapshot.Now(), "claims", "kind:goal", "big rock", ""));
    }

    private static GraphSnapshot Said(params IEnumerable<string> terms) =>
        terms.Aggregate(
            ModelState.With(PackShelf.WithNeeds([PackShelf.Take("core")])),
            (snapshot, term) => With(snapshot, "Claims", term)
        );

    private static GraphSnapshot With(GraphSnapshot snapshot, string community, string term) =>
        ModelState.Record(
            snapshot,
            WordShaping.Add(snapshot.Now(), community, "kind:bet", term, "", "", ImmutableSortedDictionary<string, string>.Empty)
        );

    private static GraphSnapshot Change(GraphSnapshot snapshot, string term, params (string What, string Text)[] wished)
    {
        var change = WordChanging.Change(
            snapshot.Now(),
            Word(snapshot, term),
            wished.ToImmutableSortedDictionary(wish => wish.What, wish => wish.Text, StringComparer.Ordinal)
        );
        Assert.Empty(change.Problems);
        return ModelState.Record(snapshot, change.Commands);
    }

    private static Entity Word(GraphSnapshot snapshot, string term) =>
        snapshot.Now().Find(snapshot.Model.Signifiers.Single(word => word.Term == term).Id)!;
}
