using System.Text;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Tests.House;

namespace Orrery.Tests.Practice;

/// <summary>What the demo companies call things, and what all packs together define, as agreed in cases/. With ORRERY_ACCEPT=1 the lists are written anew.</summary>
public sealed class DemoWordsTests
{
    [Theory]
    [InlineData("harbor-mutual")]
    [InlineData("skein")]
    [InlineData("ten-tables")]
    public void The_dictionary_of_a_company_is_as_agreed(string name)
    {
        var today = name == "harbor-mutual" ? HarborMutual.Today : DemoCompanies.Of(name).Today;
        var words = today
            .Model.Signifiers.Select(word => (Of: today.Find(word.Of)!.ToString(), Word: word))
            .OrderBy(one => one.Of, StringComparer.Ordinal)
            .ThenBy(one => one.Word.Community, StringComparer.Ordinal)
            .ThenBy(one => one.Word.Term, StringComparer.Ordinal)
            .Select(one => $"{one.Of} | {one.Word.Community} | {one.Word.Term} | {one.Word.Plural} | {one.Word.Status}\n");

        Agree($"words/{name}.txt", string.Concat(words));
    }

    [Fact]
    public void The_words_of_the_starter_packs_are_as_agreed()
    {
        var words = PackShelf
            .Names.Select(PackShelf.Take)
            .Where(pack => pack.Name is not ("skein" or "ten-tables" or "harbor"))
            .SelectMany(pack => pack.Words.SelectMany(c => c.Words.Select(word => (c.Community, c.Parent, Word: word))))
            .OrderBy(one => one.Word.Of, StringComparer.Ordinal)
            .ThenBy(one => one.Community, StringComparer.Ordinal)
            .ThenBy(one => one.Word.Order)
            .Select(one =>
                $"{one.Word.Of} | {one.Community}{(one.Parent is { } above ? $" of {above}" : "")} | {one.Word.Term} | {one.Word.Plural} | {one.Word.Status}\n"
            );

        Agree("words/starters.txt", string.Concat(words));
    }

    [Fact]
    public void The_model_of_all_packs_is_as_agreed()
    {
        var all = PackShelf.Open(PackShelf.Names);
        var text = new StringBuilder();
        foreach (var kind in all.Kinds.OrderBy(k => k.Symbol, StringComparer.Ordinal))
        {
            text.Append(
                $"kind {kind.Symbol} ({string.Join(", ", kind.Facets.Prepend(all.CategoryOf(kind.Symbol)))}){(kind.IsAbstract ? " abstract" : "")}{(kind.Tier is { } tier ? $" {tier}" : "")}\n"
            );
            foreach (var field in kind.Fields.OrderBy(f => f.Symbol, StringComparer.Ordinal))
                text.Append($"  {field.Symbol}: {FieldKinds.Name(field.Kind)}\n");
        }

        foreach (var type in all.RelationTypes.OrderBy(r => r.Symbol, StringComparer.Ordinal))
            text.Append(
                $"relation {type.Symbol}: {string.Join(", ", type.From)} -> {string.Join(", ", type.To)}{(type.TakesBets ? " takes bets" : "")}\n"
            );
        Agree("packs/model.txt", text.ToString());
    }

    [Theory]
    [InlineData("harbor-mutual")]
    [InlineData("skein")]
    [InlineData("ten-tables")]
    public void At_least_three_communities_have_words_and_some_word_means_several_things(string name)
    {
        var today = name == "harbor-mutual" ? HarborMutual.Today : DemoCompanies.Of(name).Today;
        var words = today.Model.Signifiers;

        Assert.True(words.Select(w => w.Community).Distinct().Count() >= 3);
        Assert.Contains(words.GroupBy(w => w.Term), term => term.Select(w => w.Of).Distinct().Count() > 1);
    }

    private static void Agree(string name, string found)
    {
        var file = Path.Combine(Checkout.Root, "cases", name);
        if (Environment.GetEnvironmentVariable("ORRERY_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, found);
        }

        Assert.Equal(File.Exists(file) ? File.ReadAllText(file) : "", found);
    }
}
