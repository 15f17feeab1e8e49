using Orrery.Graph;
using Orrery.Practice;
using Orrery.Tests.House;

namespace Orrery.Tests.Practice;

/// <summary>Tours and the walk of the frame lead to places that are there.</summary>
public sealed class TourTests
{
    [Theory]
    [InlineData("harbor", "harbor-mutual")]
    [InlineData("skein", "skein")]
    [InlineData("ten-tables", "ten-tables")]
    public void Every_step_of_a_tour_leads_somewhere(string pack, string company)
    {
        var tour = TourShelf.Find(pack);

        Assert.NotNull(tour);
        Assert.Equal(tour, TourShelf.Find(Today(company)));
        Assert.InRange(tour.Steps.Length, 5, 12);
        Assert.All(tour.Steps, step => Assert.InRange(step.Says.Length, 20, 220));
        Rule.HasNoBreaches(tour.Steps.Where(step => !IsThere(Today(company), step.At)).Select(step => step.At));
    }

    [Fact]
    public void Every_idea_of_the_frame_is_shown_or_says_why_not()
    {
        if (FrameWalk.ReadShelved() is Outcome<System.Collections.Immutable.ImmutableArray<FrameChapter>>.Refused refused)
            Assert.Fail(string.Join('\n', refused.Faults));

        Rule.HasNoBreaches(
            FrameWalk
                .Chapters.SelectMany(chapter => chapter.Ideas)
                .OfType<FrameIdea.Live>()
                .Where(idea => !IsThere(Today(idea.Workspace), idea.Page))
                .Select(idea => $"{idea.Title}: {idea.Workspace}/{idea.Page}")
        );
        Assert.All(FrameWalk.Chapters.SelectMany(chapter => chapter.Ideas), idea => Assert.EndsWith(".", idea.Says));
    }

    [Theory]
    [InlineData("lenses", 21)]
    [InlineData("smaller-examples", 16)]
    [InlineData("skein", 11)]
    [InlineData("ten-tables", 6)]
    [InlineData("guardrails", 13)]
    [InlineData("harbor-as-it-is", 7)]
    [InlineData("harbor-mutual", 6)]
    public void All_of_the_catalogue_is_walked(string chapter, int ideas) =>
        Assert.Equal(ideas, FrameWalk.Chapters.Single(one => one.Name == chapter).Ideas.Length);

    [Fact]
    public void Nothing_is_missing() =>
        Assert.Empty(FrameWalk.Chapters.SelectMany(chapter => chapter.Ideas).OfType<FrameIdea.NotYet>());

    [Fact]
    public void A_tour_without_steps_is_refused_by_line()
    {
        var refused = Assert.IsType<Outcome<Tour>.Refused>(TourReader.Read("some", "some.yaml", "tour: A\nabout: B\nstep: []"));

        Assert.Contains(refused.Faults, fault => fault.Code == "yaml.missing");
        Assert.Contains(refused.Faults, fault => fault.Code == "yaml.unknown-key");
    }

    private static Reading Today(string company) =>
        company == "harbor-mutual" ? HarborMutual.Today : DemoCompanies.Of(company).Today;

    private static bool IsThere(Reading today, string at) =>
        at.Split('?')[0].Split('/', 2) switch
        {
            ["e", var page] when page.Split('/')[0] is var name => EntityRef.TryParse(name, out var entity)
                && today.Find(entity!) is not null,
            ["v", var key] => SavedViews.Find(today, key) is not null,
            ["packs", var pack] => PackShelf.Names.Contains(pack),
            ["" or "threads" or "words" or "map" or "v" or "model" or "what-if"] => true,
            _ => false,
        };
}
