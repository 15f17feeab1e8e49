using Orrery.Query;
using Orrery.Tests.Practice;

namespace Orrery.Tests.Query.Building;

public sealed class ChoicesTests
{
    private readonly Choices _choices = new(HarborMutual.Today.Model);

    [Fact]
    public void Kinds_begin_with_their_category()
    {
        var kinds = _choices.Kinds().Select(kind => kind.Symbol).ToList();

        Assert.Equal("context", kinds[0]);
        Assert.DoesNotContain("field", kinds);
        Assert.DoesNotContain("relation", kinds);
    }

    [Theory]
    [InlineData("bet", "works-on", Toward.Start, "team")]
    [InlineData("bet", "contributes-to", Toward.End, "goal")]
    [InlineData("bet", "conflicts-with", Toward.Either, "bet")]
    [InlineData("intent", "forecasts", Toward.End, "goal")]
    public void Ways_lead_from_a_kind_to_kinds(string from, string type, Toward toward, string to)
    {
        var way = Assert.Single(_choices.WaysFrom(from), way => way.Type == type && way.Toward == toward);

        Assert.Contains(_choices.KindsAt(way), kind => kind.Symbol == to);
    }

    [Theory]
    [InlineData("team", "contributes-to")]
    [InlineData("metric", "works-on")]
    public void Ways_that_the_model_does_not_allow_are_not_offered(string from, string type) =>
        Assert.DoesNotContain(_choices.WaysFrom(from), way => way.Type == type);

    [Fact]
    public void Fields_have_the_tests_of_what_they_hold()
    {
        var fields = _choices.FieldsOf("budget").ToList();

        Assert.Equal("title", fields[0].Field.Symbol);
        Assert.Contains(TestChoice.Contains, fields[0].Tests);
        Assert.Contains(
            fields,
            field => field.Path == new FieldPath("amount", FieldPart.Amount) && field.Tests[0] == TestChoice.More
        );
        Assert.Contains(
            fields,
            field => field.Path == new FieldPath("period", FieldPart.End) && field.Tests[0] == TestChoice.Less
        );
        Assert.Contains(_choices.FiguresOf("budget"), field => field.Path == FieldPath.Of("amount"));
    }

    [Fact]
    public void People_are_neither_counted_nor_looked_at_too_closely()
    {
        Assert.False(_choices.MayCount("person"));
        Assert.True(_choices.MayCount("team"));
        Assert.DoesNotContain(_choices.FieldsOf("person"), field => field.Field.Symbol == "email");
    }
}
