using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Tests.Practice.Adoption;

namespace Orrery.Tests.Practice.Shaping;

/// <summary>What a community says of itself is set by hand: its language decides which form of a word stands beside a number.</summary>
public sealed class CommunityShapingTests
{
    [Fact]
    public void The_language_decides_the_form_beside_a_number()
    {
        var forms = ImmutableSortedDictionary<string, string>
            .Empty.Add("one", "ставка")
            .Add("few", "ставки")
            .Add("many", "ставок");
        var snapshot = ModelState.Record(
            Core(),
            WordShaping.Add(Core().Now(), "Claims", "kind:bet", "ставка", "ставки", "", forms)
        );
        string Counted(GraphSnapshot at, int count) => Orrery.Server.Words.Of(at.Now().InWordsOf("claims")).Counted("bet", count);

        Assert.Equal("5 ставки", Counted(snapshot, 5));
        var spoken = Change(snapshot, "claims", (CommunityShaping.Locale, "ru-RU"));

        Assert.Equal("1 ставка, 3 ставки, 5 ставок", $"{Counted(spoken, 1)}, {Counted(spoken, 3)}, {Counted(spoken, 5)}");
        Assert.Equal("ru-RU", spoken.Model.Communities.Single().Locale);
    }

    [Theory]
    [InlineData(CommunityShaping.Locale, "German, as we speak it", "word.no-language")]
    [InlineData(CommunityShaping.Parent, "nobody", "workspace.no-community")]
    [InlineData(CommunityShaping.Parent, "claims", "word.own-part")]
    [InlineData(CommunityShaping.Parent, "mobile", "word.own-part")]
    [InlineData(CommunityShaping.Sort, "tribe", "shape.not-one-of")]
    [InlineData(PartText.Title, "", "shape.title-missing")]
    [InlineData(PartText.Title, "Mobile", "shape.title-taken")]
    public void What_cannot_be_is_refused(string what, string text, string code)
    {
        var snapshot = Change(Two(), "mobile", (CommunityShaping.Parent, "claims"));

        var change = CommunityShaping.Change(snapshot.Now(), Community(snapshot, "claims"), PartChange.NoTexts.Add(what, text));

        Assert.Equal(code, Assert.Single(change.Problems).Value.Code);
        Assert.Empty(change.Commands);
    }

    [Fact]
    public void What_it_has_no_word_for_is_called_as_the_community_it_becomes_a_part_of_calls_it()
    {
        var snapshot = Two();

        var part = Change(snapshot, "mobile", (CommunityShaping.Parent, "claims"), (CommunityShaping.Sort, "team"));

        Assert.NotEqual("big rock", snapshot.Model.InWordsOf("mobile").Kinds["bet"].Title);
        Assert.Equal("big rock", part.Model.InWordsOf("mobile").Kinds["bet"].Title);
        Assert.Equal("team", Community(part, "mobile")[CommunityShaping.Sort].AsText);
    }

    private static GraphSnapshot Core() => ModelState.With(PackShelf.WithNeeds([PackShelf.Take("core")]));

    private static GraphSnapshot Two()
    {
        var none = ImmutableSortedDictionary<string, string>.Empty;
        var one = ModelState.Record(Core(), WordShaping.Add(Core().Now(), "Claims", "kind:bet", "big rock", "", "", none));
        return ModelState.Record(one, WordShaping.Add(one.Now(), "Mobile", "kind:goal", "aim", "", "", none));
    }

    private static GraphSnapshot Change(GraphSnapshot snapshot, string community, params (string, string)[] texts)
    {
        var wished = texts.ToImmutableSortedDictionary(text => text.Item1, text => text.Item2, StringComparer.Ordinal);
        var change = CommunityShaping.Change(snapshot.Now(), Community(snapshot, community), wished);
        Assert.Empty(change.Problems);
        return ModelState.Record(snapshot, change.Commands);
    }

    private static Entity Community(GraphSnapshot snapshot, string community) =>
        snapshot.Now().Find(snapshot.Model.Communities.Single(one => one.Symbol == community).Id)!;
}
