using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Tests.Practice;

public sealed class PackShelfTests
{
    private static readonly Catalogue All = PackShelf.Open("harbor");

    public static TheoryData<string> Names => [.. PackShelf.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_pack_on_the_shelf_fits_with_those_it_needs(string name) =>
        Assert.Equal(name, PackShelf.Open(name).Packs[^1].Name);

    [Fact]
    public void All_packs_on_the_shelf_fit_into_one_workspace() =>
        Assert.Equal(PackShelf.Names, PackShelf.Open(PackShelf.Names).Packs.Select(p => p.Name).Order());

    [Fact]
    public void Core_shows_at_most_twelve_kinds_on_day_one() =>
        Assert.InRange(PackShelf.Take("core").Kinds.Count(k => !k.IsAbstract), 1, 12);

    [Fact]
    public void A_pack_comes_after_those_it_needs()
    {
        var order = All.Packs.Select(p => p.Name).ToList();

        Assert.All(All.Packs, p => Assert.All(p.Needs, n => Assert.True(order.IndexOf(n) < order.IndexOf(p.Name))));
    }

    [Fact]
    public void The_nearest_field_wins()
    {
        Assert.Contains("decided", All.OptionsOf(All.FindField("decision", "status")!).Select(o => o.Symbol));
        Assert.Contains("possibility", All.OptionsOf(All.FindField("bet", "status")!).Select(o => o.Symbol));
        Assert.NotNull(All.FindRelationField("targets", "confidence"));
        Assert.Equal("intent", All.CategoryOf("bet"));
    }

    [Fact]
    public void Installing_names_every_thing_once_and_points_only_at_what_is_there()
    {
        var commands = All.ToCommands();
        var entities = commands.OfType<GraphCommand.CreateEntity>().ToList();
        var relations = commands.OfType<GraphCommand.Relate>().ToList();

        var ids = entities.Select(e => e.Subject).ToHashSet();
        Assert.Equal(entities.Count, ids.Count);
        Assert.Equal(relations.Count, relations.Select(r => r.Subject).Distinct().Count());
        Assert.All(relations, r => Assert.True(ids.Contains(r.From) && ids.Contains(r.To)));
        Assert.All(entities, e => Assert.Equal(Validity.Always, e.Exists));
        Assert.All(entities, e => Assert.NotNull(e.Fields["title"].AsText));
    }

    [Fact]
    public void A_field_of_a_kind_arrives_with_its_options()
    {
        var status = All.ToCommands()
            .OfType<GraphCommand.CreateEntity>()
            .Single(e => e is { Labels: ["field"], Key: "decision.status" });

        Assert.Equal(Value.Of("status"), status.Fields["symbol"]);
        Assert.Equal(Value.Of("enum"), status.Fields["field-kind"]);
        Assert.Contains(Value.Of("decided"), Assert.IsType<Value.List>(status.Fields["options"]).Items);
    }
}
