using System.Collections.Immutable;
using NodaTime;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Tests.Views;
using static Orrery.Tests.Views.ViewDesk;

namespace Orrery.Tests.Engine;

/// <summary>What is supposed can be looked at like anything else, and leaves no trace.</summary>
public sealed class SupposingTests : IAsyncLifetime
{
    private static readonly Instant Then = Now - Duration.FromDays(100);

    private ViewDesk _desk = null!;

    private Workspace Workspace => _desk.Arrive().Workspace;

    public async ValueTask InitializeAsync()
    {
        _desk = await OpenAsync();
        await _desk.SayAsync(
            Now,
            Thing(Then, "team", "front"),
            Thing(Then, "team", "back"),
            Thing(Then, "department", "one"),
            Thing(Then, "department", "two"),
            Thing(Then, "bet", "a"),
            Thing(Then, "bet", "b"),
            Joins(Then, "works-on", ("team", "front"), ("bet", "a")),
            Joins(Then, "works-on", ("team", "back"), ("bet", "a")),
            Joins(Then, "works-on", ("team", "front"), ("bet", "b")),
            Joins(Then, "in-group", ("team", "front"), ("department", "one")),
            Joins(Then, "in-group", ("team", "back"), ("department", "two"))
        );
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public void A_team_that_goes_takes_what_joins_it_along_and_nothing_is_written()
    {
        var before = Workspace.Current;

        Assert.Equal(["back"], Teams("no team:front"));
        Assert.Equal(["back>a"], Worked("no team:front"));
        Assert.Equal(["back", "front"], Teams());
        Assert.Same(before, Workspace.Current);
    }

    [Fact]
    public void One_that_becomes_another_hands_over_what_joins_it_once_and_within_the_limits_of_the_model()
    {
        Assert.Equal(["back>a", "back>b"], Worked("team:front becomes team:back"));
        Assert.Equal("two", Group("team:front becomes team:back", "back"));
    }

    [Fact]
    public void More_sentences_than_may_be_are_refused_and_none_is_left_out()
    {
        var many = string.Join("; ", Enumerable.Range(0, Supposition.Most + 1).Select(number => $"new team:n{number}"));

        var refused = Assert.Throws<FaultException>(() => Teams(Supposition.SentencesOf(many)));

        Assert.Equal("suppose.too-many", refused.Fault.Code);
    }

    [Fact]
    public void Sentences_build_on_each_other_and_are_read_from_either_end()
    {
        Assert.Equal(
            ["back>a", "front>a", "middle>b"],
            Worked("new team:middle middle", "no team:front works-on bet:b", "bet:b is worked on by team:middle")
        );
    }

    [Theory]
    [InlineData("front works-on", "suppose.unclear")]
    [InlineData("no team:nobody", "entity.not-found")]
    [InlineData("team:front admires bet:a", "relation.unknown-type")]
    [InlineData("no team:back works-on bet:b", "suppose.not-so")]
    [InlineData("bet:a in-group department:one", "relation.ends")]
    [InlineData("new dragon:smaug", "kind.unknown")]
    [InlineData("team:front in-group department:two", "relation.cardinality")]
    public void What_cannot_be_supposed_is_refused_with_a_remedy(string sentence, string code)
    {
        var refused = Assert.Throws<FaultException>(() => Under(sentence));

        Assert.Equal(code, refused.Fault.Code);
        Assert.NotEmpty(refused.Fault.Remedy);
    }

    [Fact]
    public async Task Others_go_on_writing_beside_it()
    {
        var supposed = Under("no team:front");
        await _desk.SayAsync(Now, Thing(Then, "team", "late"));

        Assert.Equal(["back"], TitlesOf(supposed));
        Assert.Equal(["back", "late"], Teams("no team:front"));
        Assert.Equal(["back", "front", "late"], Teams());
    }

    [Fact]
    public void Where_nothing_is_supposed_it_is_now() =>
        Assert.Equal(When.Now, new When(null, null) { Supposed = Supposition.SentencesOf("") });

    [Fact]
    public void A_text_is_as_many_sentences_as_it_has_parts() =>
        Assert.Equal(["no team:a", "team:b becomes team:c"], Supposition.SentencesOf(" no  team:a ;; team:b becomes\tteam:c; "));

    private Reading Under(params ImmutableArray<string> sentences) =>
        Workspace.Read(new("Ada"), When.Now with { Supposed = sentences });

    private string[] Teams(params ImmutableArray<string> sentences) => TitlesOf(Under(sentences));

    private static string[] TitlesOf(Reading reading) => [.. reading.OfKind("team").Select(team => team.Title).Order()];

    private string[] Worked(params ImmutableArray<string> sentences) =>
        [
            .. Under(sentences)
                .OfKind("team")
                .SelectMany(team => team.Relations(Direction.Out, "works-on"), (team, on) => $"{team.Title}>{on.To!.Title}")
                .Order(),
        ];

    private string Group(string sentence, string team) =>
        Under(sentence).Find(EntityRef.Of("team", team))!.Relations(Direction.Out, "in-group").Single().To!.Title;
}
