using Orrery.Graph;
using Orrery.Practice;
using Orrery.Tests.Graph;

namespace Orrery.Tests.Practice;

/// <summary>The starter pack of common words: the sets of the domain catalogue, chapter 4, and communities that fall back on each other.</summary>
public sealed class CommonWordsTests
{
    private static readonly Catalogue Packs = PackShelf.Open("common-words");

    private static readonly Model Spoken = Speak();

    [Theory]
    [InlineData("kind:focus-area", "pillar, theme, strategic priority, focus area, driver, CEO 5, big rock")]
    [InlineData("kind:goal", "objective, key result, target, outcome, commitment, milestone")]
    [InlineData("kind:bet", "bet, initiative, project, programme, epic, workstream, mission, big bet")]
    [InlineData("kind:work-item", "task, ticket, story, issue, action item")]
    [InlineData("kind:metric", "actionable input, input metric, leading indicator, lever, driver")]
    [InlineData("kind:team", "team, squad, pod, crew, work group")]
    [InlineData("kind:department", "tribe, area, domain, department")]
    [InlineData("kind:ritual", "meeting, sync, ceremony, review, QBR, WBR, Monday planning")]
    [InlineData("kind:cycle", "sprint, quarter, season, PI, mid-year refresh, annual planning")]
    [InlineData("kind:artifact", "anchor doc, one-pager, strategy doc, charter, playbook")]
    [InlineData("kind:insight", "insight, finding, learning, signal, observation")]
    [InlineData("kind:budget", "budget, headcount, capacity, envelope")]
    [InlineData("kind:allocation", "allocation, above the line")]
    [InlineData("relation-type:contributes-to", "ladders up to, rolls into, supports")]
    public void Every_word_of_the_catalogues_sets_is_there(string of, string words) =>
        Assert.Equal(
            words.Split(", ").Order(StringComparer.Ordinal),
            Packs
                .Packs.SelectMany(pack => pack.Words)
                .SelectMany(community => community.Words)
                .Where(word => word.Of == of)
                .Select(word => word.Term)
                .Distinct()
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void What_a_community_has_no_word_for_is_said_as_the_one_above_it_says_it_and_in_the_end_as_the_model_does()
    {
        var makers = Spoken.InWordsOf("our-crew");

        Assert.Equal("gig", makers.Kinds["work-item"].Title);
        Assert.Equal("epic", makers.Kinds["bet"].Title);
        Assert.Equal("budget", makers.Kinds["budget"].Title);
        Assert.Equal(Spoken.Kinds["service"].Title, makers.Kinds["service"].Title);
    }

    [Theory]
    [InlineData("words: { a: { title: A, parent: nobody } }", "pack.unknown-symbol")]
    [InlineData("words: { a: { title: A, parent: b }, b: { title: B, parent: a } }", "pack.cycle")]
    [InlineData("words: { a: { parent: b }, b: { title: B } }", "yaml.missing")]
    public void A_community_is_a_part_of_one_that_is_there_and_not_of_itself(string words, string code)
    {
        var text = $"pack: x\nversion: 1.0.0\ntitle: X\ndescription: D\nrevisit: 2027-01-31\n{words}\n";
        var faults = PackReader.Read("x.yaml", text) switch
        {
            Outcome<Pack>.Good good => Assert.IsType<Outcome<Catalogue>.Refused>(Catalogue.Of([good.Value])).Faults,
            Outcome<Pack>.Refused refused => refused.Faults,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        Assert.Contains(faults, fault => fault.Code == code);
    }

    [Fact]
    public void The_words_written_as_a_pack_and_read_again_are_the_same()
    {
        var pack = PackShelf.Take("common-words");

        var again = Assert.IsType<Outcome<Pack>.Good>(PackReader.Read("again.yaml", PackWriter.Write(pack))).Value;

        Assert.Equal(
            pack.Words.Select(c => (c.Community, c.Title, c.Parent)),
            again.Words.Select(c => (c.Community, c.Title, c.Parent))
        );
    }

    // A crew of our own, below those who build, below everybody.
    private static Model Speak()
    {
        var company = new Company();
        company.Do(Packs.Packs.Where(pack => pack.Name != "core").SelectMany(pack => pack.ToCommands(Packs)));
        company.Do(
            Part("community", "our-crew", ("title", "Our crew"), ("symbol", "our-crew"), ("parent", "common-building")),
            Part(
                "signifier",
                "our-crew.kind.work-item",
                ("title", "gig"),
                ("term", "gig"),
                ("community", "our-crew"),
                ("of", "kind:work-item"),
                ("status", "preferred")
            )
        );
        return company.Snapshot.Model;
    }

    private static GraphCommand.CreateEntity Part(string kind, string key, params ReadOnlySpan<(string Name, string Text)> said)
    {
        var fields = Properties.None;
        foreach (var (name, text) in said)
            fields = fields.SetItem(name, Value.Of(text));
        return new(Id.Named(kind, key), [kind], key, fields, Validity.Always);
    }
}
