using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Tests.Graph;

/// <summary>Laws of sources that state facts from dates on; the seed is in the message.</summary>
public sealed class ReconcileLaws
{
    public static TheoryData<int> Seeds => ReadingLaws.Seeds;

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Any_order_of_readings_gives_the_same_valid_history(int seed)
    {
        var statements = SomeStatements.Of(seed);
        var shuffled = statements.ToArray();
        new Random(seed).Shuffle(shuffled);

        Assert.Equal(CanonicalText.Of(Import(statements)), CanonicalText.Of(Import(shuffled)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void At_a_date_the_graph_is_what_the_readings_in_force_say(int seed)
    {
        var statements = SomeStatements.Of(seed);
        var whole = Import(statements);

        foreach (var day in Enumerable.Range(0, SomeStatements.Days))
        {
            var at = SomeStatements.Day(day) + Duration.FromHours(12);
            var inForce = statements.Where(s => s.From <= at).GroupBy(s => s.Source).Select(s => s.MaxBy(t => t.From)!);

            Assert.Equal(TextAt(Import(inForce), at), TextAt(whole, at));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Importing_again_only_notes_that_the_source_was_read(int seed)
    {
        var statements = SomeStatements.Of(seed);
        var imported = Import(statements);

        Assert.All(statements, statement => Assert.IsType<GraphEvent.SourceRead>(Assert.Single(Events(imported, statement))));
    }

    // Where sources share a field, who is seen hangs on the dates of readings that changed nothing: only the notes keep those.
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Importing_again_only_notes_that_the_source_was_read_also_when_those_notes_are_lost(int seed)
    {
        ImmutableArray<Statement> statements = [.. SomeStatements.Of(seed).Where(s => s.Source == "system/plans")];
        var without = Journal(statements)
            .Aggregate(
                GraphSnapshot.Empty(),
                (graph, change) =>
                    GraphRules.Apply(
                        graph,
                        change with
                        {
                            Events = [.. change.Events.Where(e => e is not GraphEvent.SourceRead)],
                        }
                    )
            );

        foreach (var statement in statements)
        {
            Assert.IsType<GraphEvent.SourceRead>(Assert.Single(Events(without, statement)));
            without = Take(without, statement);
        }
    }

    private static List<ChangeSet> Journal(IEnumerable<Statement> statements)
    {
        List<ChangeSet> journal = [];
        var graph = GraphSnapshot.Empty();
        foreach (var statement in statements)
        {
            var cause = new Cause(statement.Source, Origin.Import, Source: statement.Source);
            journal.Add(new(graph.At.Next, SomeStatements.Day(100), cause, Events(graph, statement)));
            graph = GraphRules.Apply(graph, journal[^1]);
        }

        return journal;
    }

    [Fact]
    public void An_old_file_with_other_bytes_is_refused()
    {
        var statement = SomeStatements.Of(1)[0];

        var again = GraphRules.Reconcile(Import([statement]), statement with { Digest = "other" });

        Assert.Equal("source.changed", again.Fault!.Code);
    }

    [Fact]
    public void Of_two_sources_the_newest_reading_is_seen_and_then_the_other_again()
    {
        var (a, b) = (Titled("system/a", 1, "A"), Titled("system/b", 3, "B"));
        var silent = b with { File = "5.yaml", From = SomeStatements.Day(5), Digest = "silent", Entities = [] };

        foreach (
            var order in (Statement[][])
                [
                    [a, b, silent],
                    [silent, b, a],
                    [b, silent, a],
                ]
        )
        {
            var graph = Import(order);
            Assert.Equal(["A", "B", "A"], ((int[])[2, 4, 6]).Select(day => TitleOn(graph, day)));
        }
    }

    private static Statement Titled(string source, int day, string title) =>
        new(
            "system",
            source,
            $"{day}.yaml",
            SomeStatements.Day(day),
            title,
            [new("team/1", "team", "one", Properties.Of(("title", Value.Of(title))))],
            []
        );

    private static string? TitleOn(GraphSnapshot graph, int day) =>
        graph.Read(SomeStatements.Day(day), SomeStatements.Day(day), Mask.Nothing).Find(Id.Named("system", "team/1"))?.Title;

    [Theory]
    [InlineData(Origin.Screen, true)]
    [InlineData(Origin.Import, false)]
    public void Of_what_is_stated_no_more_only_what_people_edited_stays(Origin edited, bool stays)
    {
        var team = Id.Named("system", "team/1");
        var stated = new Statement(
            "system",
            "teams",
            "1",
            SomeStatements.Day(1),
            "1",
            [new("team/1", "team", "1", Properties.None)],
            []
        );
        var edit = new GraphEvent.FieldSet(team, "title", Value.Of("Ours"), Validity.Since(SomeStatements.Day(1)));
        var graph = Record(Import([stated]), new("Ada", edited), [edit]);

        var after = Take(graph, stated with { File = "2", From = SomeStatements.Day(2), Digest = "2", Entities = [] });

        var at = SomeStatements.Day(3);
        Assert.Equal(stays, after.Read(at, at, Mask.Nothing).Exists(team));
    }

    private static GraphSnapshot Import(IEnumerable<Statement> statements) => statements.Aggregate(GraphSnapshot.Empty(), Take);

    private static GraphSnapshot Take(GraphSnapshot graph, Statement statement) =>
        Record(graph, new(statement.Source, Origin.Import, Source: statement.Source), Events(graph, statement));

    private static GraphSnapshot Record(GraphSnapshot graph, Cause cause, ImmutableArray<GraphEvent> events) =>
        GraphRules.Apply(graph, new(graph.At.Next, SomeStatements.Day(100), cause, events));

    private static ImmutableArray<GraphEvent> Events(GraphSnapshot graph, Statement statement) =>
        Assert.IsType<Decision.Accepted>(GraphRules.Decide(graph, GraphRules.Reconcile(graph, statement).Commands)).Events;

    private static string TextAt(GraphSnapshot graph, Instant at) => CanonicalText.Of(graph.Read(at, at, Mask.Nothing));
}
