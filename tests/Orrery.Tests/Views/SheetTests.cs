using System.Collections.Immutable;
using NodaTime;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Query;
using Orrery.Server;
using Orrery.Storage;

namespace Orrery.Tests.Views;

/// <summary>Tables of views: groups, totals, order, columns.</summary>
public sealed class SheetTests : IAsyncLifetime
{
    private const string Bets =
        "MATCH (b:Bet) RETURN b AS bet, b.status AS state, b.price AS price, b.pivotOn AS due ORDER BY b.title";

    private Workspace? _workspace;

    private Visit Visit => Visit.Of(_workspace!, new("Ada"));

    public async ValueTask InitializeAsync()
    {
        PersonalKeys keys = new((id, value) => new(id, [], value), personal => personal);
        _workspace = await Workspace.OpenAsync(
            "small",
            new MemoryJournal(null),
            keys,
            GraphSnapshot.Empty(),
            TimeProvider.System,
            TestContext.Current.CancellationToken
        );
        await SayAsync(PackShelf.Open("core").ToCommands());
        await SayAsync([
            new GraphCommand.CreateEntity(
                Id.Named("workspace", "this"),
                [MetaKinds.Workspace],
                "this",
                Properties.Of(("mode", Value.Of("enforced"))),
                Validity.Always
            ),
        ]);
        await SayAsync([
            Bet("a", "committed", new Value.Money(3, "USD"), null),
            Bet("B", "option", new Value.Money(2, "EUR"), new(2026, 1, 31)),
            Bet("c", "committed", new Value.Money(4, "EUR"), new(2025, 1, 31)),
            Bet("d", null, Value.Nothing, null),
            Bet("e", "in-action", new Value.Money(10, "USD"), new(2030, 1, 31)),
        ]);
    }

    public async ValueTask DisposeAsync() => await _workspace!.DisposeAsync();

    [Fact]
    public void Groups_stand_in_the_order_of_the_options_with_counts_and_totals_for_each_currency()
    {
        var sheet = Sheet((TableShape.Group, "state"));

        Assert.Equal(
            ["option 1: 2 EUR", "committed 2: 4 EUR + 3 USD", "in-action 1: 10 USD", " 1: "],
            sheet.Lines.OfType<SheetLine.Group>().Select(group => $"{group.Value.AsText} {group.Count}: {Said(group.Totals[1])}")
        );
        Assert.Equal(["bet", "price", "due"], sheet.Columns.Select(column => column.Title));
        Assert.Equal("6 EUR + 13 USD", Said(sheet.Totals[1]));
        Assert.Equal(5, sheet.RowCount);
    }

    [Fact]
    public void A_field_of_a_thing_counts_once_in_however_many_rows_it_stands_and_the_reader_is_told()
    {
        var sheet = Table(
            "MATCH (b:Bet) UNWIND [1, 2, 3] AS day RETURN b AS bet, b.price AS price, day",
            (TableShape.Total, "price,day")
        );

        Assert.Equal("6 EUR + 13 USD", Said(sheet.Totals[1]));
        Assert.Equal(Value.Of(30L), Assert.Single(sheet.Totals[2]));
        Assert.Equal(
            "Of price each bet counts once in the totals, in however many rows it stands.",
            Assert.Single(sheet.Notices)
        );
        Assert.Empty(Sheet((TableShape.Total, "price")).Notices);
    }

    [Theory]
    [InlineData("-due", "e B c a d")]
    [InlineData("due", "c B e a d")]
    [InlineData("state,-bet", "B c a e d")]
    [InlineData("-bet", "e d c B a")]
    public void Rows_are_sorted_as_people_expect_and_what_is_not_there_comes_last(string sort, string titles) =>
        Assert.Equal(titles, TitlesIn(Sheet((TableShape.Sort, sort))));

    [Fact]
    public void A_head_sorts_and_then_turns_round()
    {
        var once = Sheet().Columns[2].SortAddress!;
        var twice = Sheet((TableShape.Sort, "price")).Columns[2];

        Assert.Contains("s.sort=price", once, StringComparison.Ordinal);
        Assert.Contains("s.sort=-price", twice.SortAddress!, StringComparison.Ordinal);
        Assert.Equal("ascending", twice.Sorted);
    }

    [Fact]
    public void Columns_come_in_the_order_they_are_named_and_a_lost_one_is_said()
    {
        var sheet = Sheet((TableShape.Columns, "price,gone,bet"), (TableShape.Group, "gone"), (TableShape.Sort, "gone"));

        Assert.Equal(["price", "bet"], sheet.Columns.Select(column => column.Title));
        Assert.Equal(["There is no column gone to sort by: the order is the question's."], sheet.Notices);
        Assert.Empty(sheet.Lines.OfType<SheetLine.Group>());
    }

    [Fact]
    public void Fields_of_the_things_can_be_edited_where_they_stand()
    {
        var sheet = Sheet();
        var row = sheet.Lines.OfType<SheetLine.Row>().First().Of;

        Assert.Equal("/w/small/e/bet:b/edit?field=status", sheet.Columns[1].EditOf(row));
        Assert.Null(sheet.Columns[0].EditOf(row));
        Assert.Null(Table("MATCH (b:Bet) RETURN b, count(*) AS n").Columns[1].EditOf(row));
    }

    [Fact]
    public void What_could_be_chosen_is_not_there_yet_and_leads_to_a_query_that_is_answered()
    {
        var choices = new ColumnChoices(Shown(Bets));

        Assert.DoesNotContain(choices.Fields, choice => choice.Title == "Status");
        Assert.NotEmpty(choices.Fields);
        Assert.NotEmpty(choices.Relations);
        Assert.All(
            choices.Fields.Concat(choices.Relations),
            choice => Assert.Contains("RETURN b AS bet", Uri.UnescapeDataString(choice.Address), StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_trend_asks_the_question_at_its_moments()
    {
        var view = Shown("MATCH (b:Bet) RETURN count(b) AS bets");

        var trend = Trend.Of(view);

        Assert.Equal(Value.Of(5L), Assert.Single(trend.Asked[^1]).Amount);
        Assert.Equal(Value.Of(0L), Assert.Single(trend.Asked[0]).Amount);
        Assert.Equal(Visit.Dates.Today, trend.Seen);
    }

    private Sheet Sheet(params (string, string)[] settings) => Table(Bets, settings);

    private Sheet Table(string text, params (string, string)[] settings) => ViewSheet.Of(Shown(text, settings));

    private ShownView Shown(string text, params (string Name, string Value)[] settings)
    {
        var (visit, asked) = (Visit, AskedText.Of(text, _ => ""));
        var told = settings.ToImmutableSortedDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);
        return new(
            visit,
            new(asked, ViewShape.Table, told, null),
            null,
            Assert.IsType<AskOutcome.Answered>(AskPages.Ask(visit, asked)),
            null,
            ColumnOrigins.Of(asked.Text, visit.Reading)
        );
    }

    private static string TitlesIn(Sheet sheet) =>
        string.Join(' ', sheet.Lines.OfType<SheetLine.Row>().Select(row => sheet.Say(row.Of.Cells[0], null)));

    private static string Said(ImmutableArray<Value> total) =>
        string.Join(
            " + ",
            total.Select(amount => amount is Value.Money { Amount: var sum, Currency: var of } ? $"{sum} {of}" : "?")
        );

    private static GraphCommand.CreateEntity Bet(string title, string? status, Value price, LocalDate? due)
    {
        (string, Value)[] fields =
        [
            ("title", Value.Of(title)),
            ("status", Value.Of(status)),
            ("price", price),
            ("pivot-on", due is { } day ? Value.Of(day) : Value.Nothing),
        ];
        var since = Validity.Since(Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()) - Duration.FromDays(30));
        var known = Properties.Of([.. fields.Where(pair => !pair.Item2.IsNothing)]);
        return new(Id.Named("sheet", title), ["bet"], title.ToLowerInvariant(), known, since);
    }

    private async Task SayAsync(IReadOnlyList<GraphCommand> commands) =>
        (
            await _workspace!.ExecuteAsync(new(commands, new("Ada", Origin.Screen)), TestContext.Current.CancellationToken)
        ).OrThrow();
}
