using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Tests.Practice.Adoption;

public sealed class AdoptionTests
{
    private const string Garden = """
        pack: garden
        version: 1.0.0
        title: Garden
        description: For trying things.
        revisit: 2027-01-31
        categories:
          plants: { title: Plants, description: What grows. }
        kinds:
          plant: { description: Root., category: plants, abstract: true, fields: { title: text } }
          rose: { description: Has thorns., is: plant, fields: { height: number } }
          tree: { description: Has wood., is: plant }
        relation-types:
          shades: { inverse: is shaded by, description: Takes its light., from: tree, to: plant }

        """;

    private const string Orchard = """
        pack: orchard
        version: 1.0.0
        title: Orchard
        description: Trees that bear fruit.
        revisit: 2027-01-31
        needs: [garden]
        kinds:
          apple-tree: { description: Bears apples., is: tree }

        """;

    private static readonly string[] Both = [Garden, Orchard];

    [Fact]
    public void What_is_used_stays_as_our_own_with_what_it_is_tied_to()
    {
        var used = ModelState.Record(ModelState.With(Garden), [Rose("queen", ("height", Value.Of(120)))]);

        var plan = Adopting.Remove(used.Now(), "garden");
        var after = ModelState.Record(used, plan.ToCommands(_ => false));

        Assert.Equal(
            ["category:plants", "field:plant.title", "field:rose.height", "kind:plant", "kind:rose"],
            plan.Steps.OfType<AdoptionStep.Stays>().Select(s => s.Part.ToString())
        );
        Assert.Equal(120L, ((Value.Integer)after.Now().Find(Id.Named("queen"))!["height"]).Number);
        Assert.Null(after.Now().Model.FindKind("tree"));
        Assert.Equal("plants", after.Now().Model.FindKind("rose")!.Category);
    }

    [Fact]
    public void A_field_that_comes_to_a_kind_is_told_once()
    {
        var next = Garden.Replace("height: number", "height: number, scent: text", StringComparison.Ordinal);

        var plan = Adopting.Upgrade(
            ModelState.With(Garden).Now(),
            ModelState.Read(next.Replace("1.0.0", "1.1.0", StringComparison.Ordinal))
        );

        Assert.Empty(plan.Steps.OfType<AdoptionStep.Ties>());
        Assert.Equal(["field:rose.scent"], plan.Steps.OfType<AdoptionStep.Comes>().Select(s => s.Part.ToString()));
    }

    [Fact]
    public void What_was_used_once_counts_as_used()
    {
        var used = ModelState.Record(ModelState.With(Garden), [Rose("queen")]);
        used = ModelState.Record(used, [new GraphCommand.Retire(Id.Named("queen"), Validity.Always)]);

        var plan = Adopting.Remove(used.Now(), "garden");

        Assert.Contains(plan.Steps.OfType<AdoptionStep.Stays>(), s => s.Part.ToString() == "kind:rose");
    }

    [Fact]
    public void A_pack_that_others_need_is_not_removed()
    {
        var refused = Assert.Throws<FaultException>(() => Adopting.Remove(ModelState.With(Both).Now(), "garden"));

        Assert.Equal("pack.needed", refused.Fault.Code);
        Assert.Contains("orchard", refused.Fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_that_another_pack_builds_on_stays_when_its_pack_drops_it()
    {
        var without = Garden
            .Replace("version: 1.0.0", "version: 2.0.0", StringComparison.Ordinal)
            .Replace(
                "  rose: { description: Has thorns., is: plant, fields: { height: number } }\n",
                "",
                StringComparison.Ordinal
            );
        var ours = ModelState.Record(
            ModelState.With(Garden),
            [
                new GraphCommand.CreateEntity(
                    Id.Named("climber"),
                    ["kind"],
                    "climber",
                    Properties.Of(("symbol", Value.Of("climber")), ("title", Value.Of("Climber"))),
                    Validity.Always
                ),
                Tie(Id.Named("climber"), "is-a", PackCommands.ModelId("kind:rose")),
            ]
        );

        var plan = Adopting.Upgrade(ours.Now(), ModelState.Read(without));

        var stays = Assert.Single(plan.Steps.OfType<AdoptionStep.Stays>(), s => s.Part.ToString() == "kind:rose");
        Assert.Equal("kind:climber builds on it", stays.Why);
    }

    [Fact]
    public void What_was_made_here_under_the_same_name_becomes_one_with_the_packs()
    {
        var ours = ModelState.Record(
            ModelState.Enforced,
            [
                new GraphCommand.CreateEntity(
                    Id.Named("our own tree"),
                    ["kind"],
                    "tree",
                    Properties.Of(("symbol", Value.Of("tree")), ("title", Value.Of("Big plant"))),
                    Validity.Always
                ),
            ]
        );

        var after = ours.Adopt(r => Adopting.Add(r, ModelState.Read(Garden)));

        var tree = Assert.Single(after.Now().WithLabel("kind"), k => k["symbol"].AsText == "tree");
        Assert.Equal("Big plant", tree.Title);
        Assert.Equal("plants", after.Now().Model.FindKind("tree")!.Category);
        Assert.Single(Adopting.Add(ours.Now(), ModelState.Read(Garden)).Clashes, c => c.Name == "kind:tree.title");
    }

    [Fact]
    public void Whoever_changes_a_part_between_looking_and_doing_is_not_overwritten()
    {
        var before = ModelState.With(Garden);
        var next = ModelState.Read(
            Garden.Replace("1.0.0", "1.1.0", StringComparison.Ordinal).Replace("Has thorns.", "Pricks.", StringComparison.Ordinal)
        );
        var looked = Adopting.Upgrade(before.Now(), next);

        var meanwhile = ModelState.Record(
            before,
            [new GraphCommand.SetField(PackCommands.ModelId("kind:rose"), "description", Value.Of("Ours"), Validity.Always)]
        );

        var refused = Assert.Throws<FaultException>(() =>
            Adopting.Upgrade(meanwhile.Now(), next).ToCommands(looked.Steps, _ => false)
        );
        Assert.Equal("pack.changed-meanwhile", refused.Fault.Code);
        Assert.NotEmpty(Adopting.Upgrade(before.Now(), next).ToCommands(looked.Steps, _ => false));
    }

    [Fact]
    public void Adding_what_is_there_and_upgrading_what_is_not_are_refused_with_the_way()
    {
        var there = ModelState.With(Garden).Now();

        Assert.Equal(
            "pack.installed",
            Assert.Throws<FaultException>(() => Adopting.Add(there, ModelState.Read(Garden))).Fault.Code
        );
        Assert.Equal(
            "pack.not-installed",
            Assert.Throws<FaultException>(() => Adopting.Upgrade(there, ModelState.Read(Orchard))).Fault.Code
        );
        Assert.Empty(Adopting.Apply(there, [ModelState.Read(Garden)]).ToCommands(_ => true));
    }

    private static GraphCommand.CreateEntity Rose(string key, params (string, Value)[] fields) =>
        new(Id.Named(key), ["rose"], key, Properties.Of([("title", Value.Of(key)), .. fields]), Validity.Always);

    private static GraphCommand.Relate Tie(Id from, string type, Id to) =>
        new(Id.Named($"{from} {to}"), type, from, to, Properties.None, Validity.Always);
}
