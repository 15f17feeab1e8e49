using System.Collections.Immutable;
using Orrery.Practice;
using Orrery.Server;
using Orrery.Tests.Practice.Adoption;

namespace Orrery.Tests.Speaking;

/// <summary>Words from right to left inside sentences that are not.</summary>
public sealed class IsolationTests
{
    [Theory]
    [InlineData("رهان")]
    [InlineData("מטרה 2")]
    [InlineData("bet רهان")]
    [InlineData("𞤀𞤣𞤤𞤢𞤥")]
    public void A_word_with_letters_from_right_to_left_is_set_apart_and_found_again(string word)
    {
        Assert.Equal($"\u2068{word}\u2069", Isolation.Of(word));
        Assert.Equal($"no {word}, 2", Isolation.Without($"no {Isolation.Of(word)}, 2"));
    }

    [Theory]
    [InlineData("big rock")]
    [InlineData("ставка")]
    [InlineData("目標 🪨")]
    [InlineData("")]
    public void Any_other_word_stays_as_it_is(string word) => Assert.Same(word, Isolation.Of(word));

    [Fact]
    public void Inside_sentences_it_is_set_apart_and_as_a_label_it_is_not()
    {
        var core = ModelState.With(PackShelf.WithNeeds([PackShelf.Take("core")]));
        var none = ImmutableSortedDictionary<string, string>.Empty;
        var spoken = ModelState.Record(core, WordShaping.Add(core.Now(), "claims", "kind:bet", "رهان", "رهانات", "", none));

        var words = Orrery.Server.Words.Of(spoken.Now().InWordsOf("claims"));

        Assert.Equal(("رهان", "رهانات"), (words.Kind("bet"), words.Kinds("bet")));
        Assert.Equal("New \u2068رهان\u2069", words.New("bet"));
        Assert.Equal("5 \u2068رهانات\u2069", words.Counted("bet", 5));
        Assert.Equal("New goal", words.New("goal"));
    }

    [Fact]
    public void A_communitys_word_keeps_its_capital_inside_a_sentence()
    {
        var core = ModelState.With(PackShelf.WithNeeds([PackShelf.Take("core")]));
        var none = ImmutableSortedDictionary<string, string>.Empty;
        var kind = ModelState.Record(core, WordShaping.Add(core.Now(), "claims", "kind:bet", "Wette", "Wetten", "", none));
        var spoken = ModelState.Record(kind, WordShaping.Add(kind.Now(), "claims", "category:intent", "Absicht", "", "", none));

        var words = Orrery.Server.Words.Of(spoken.Now().InWordsOf("claims"));

        Assert.Equal(
            ["Wette", "Wetten", "goal", "Absicht", "context"],
            [
                words.KindInside("bet"),
                words.KindsInside("bet"),
                words.KindInside("goal"),
                words.CategoryInside("intent"),
                words.CategoryInside("context"),
            ]
        );
    }
}
