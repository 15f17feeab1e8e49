using NodaTime;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Tests.Practice;

public sealed class NewsTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 1, 0, 0);
    private static readonly Id One = Id.Named("one");
    private static readonly Id Two = Id.Named("two");

    [Fact]
    public void What_came_is_told_once_with_its_relations()
    {
        var before = Graph(Create(One, 0));
        var after = Then(
            before,
            5,
            Create(Two, 5),
            new GraphCommand.Relate(Id.Named("r"), "serves", Two, One, Properties.None, Since(5))
        );

        var news = News.Between(Read(before, 4), Read(after, 6));

        Assert.Equal(Two, Assert.IsType<NewsItem.Came>(Assert.Single(news)).Entity.Id);
    }

    [Fact]
    public void What_changes_of_the_model_is_counted_and_is_no_news()
    {
        var before = Graph(Create(One, 0));
        var after = Then(before, 5, new GraphCommand.CreateEntity(Two, ["kind"], "bet", Properties.None, Since(5)));
        var (earlier, later) = (Read(before, 4), Read(after, 6));

        Assert.Empty(News.Between(earlier, later));
        Assert.Equal(1, News.OfModel(earlier, later));
        Assert.Equal(0, News.OfModel(later, later));
    }

    [Fact]
    public void Fields_of_one_thing_are_one_item()
    {
        var before = Graph(Create(One, 0));
        var after = Then(
            before,
            5,
            new GraphCommand.SetField(One, "status", Value.Of("done"), Since(5)),
            new GraphCommand.SetField(One, "note", Value.Of("so"), Since(5))
        );

        var moved = Assert.IsType<NewsItem.Moved>(Assert.Single(News.Between(Read(before, 4), Read(after, 6))));

        Assert.Equal(2, moved.Changes.Length);
        Assert.Equal(new Revision(2), moved.Revision);
        Assert.Equal(Start + Duration.FromDays(5), moved.When);
    }

    [Fact]
    public void Looking_at_a_thing_is_no_news()
    {
        var before = Graph(Create(One, 0));
        var after = Then(before, 5, new GraphCommand.SetField(One, "confirmed-at", Value.Of(Start), Since(5)));

        Assert.Empty(News.Between(Read(before, 4), Read(after, 6)));
    }

    [Fact]
    public void What_ended_is_told_with_the_day_it_ended()
    {
        var before = Graph(Create(One, 0));
        var after = Then(before, 5, new GraphCommand.Retire(One, Since(3)));

        var went = Assert.IsType<NewsItem.Went>(Assert.Single(News.Between(Read(before, 2), Read(after, 6))));

        Assert.Equal(Start + Duration.FromDays(3), went.When);
    }

    private static GraphCommand.CreateEntity Create(Id id, int day) =>
        new(id, ["bet"], null, Properties.Of(("title", Value.Of("It"))), Since(day));

    private static Validity Since(int day) => Validity.Since(Start + Duration.FromDays(day));

    private static Reading Read(GraphSnapshot snapshot, int day) =>
        snapshot.Read(Start + Duration.FromDays(day), Start + Duration.FromDays(day), Mask.Nothing);

    private static GraphSnapshot Graph(params GraphCommand[] commands) => Then(GraphSnapshot.Empty(), 0, commands);

    private static GraphSnapshot Then(GraphSnapshot snapshot, int day, params GraphCommand[] commands)
    {
        var accepted = Assert.IsType<Decision.Accepted>(GraphRules.Decide(snapshot, commands));
        return snapshot.Apply(new(snapshot.At.Next, Start + Duration.FromDays(day), new("Ada", Origin.Screen), accepted.Events));
    }
}
