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
    public void A_conflict_tells_all_three_sides()
    {
        var next = Garden.Replace("Has thorns.", "Pricks.", StringComparison.Ordinal);
        var edited = ModelState.With(Garden);
        var rose = edited.Now().Find(EntityRef.Of("kind", "rose"))!;
        edited = ModelState.Record(
            edited,
            [new GraphCommand.SetField(rose.Id, "description", Value.Of("Smells."), Validity.Always)]
        );

        var clash = Assert.Single(Adopting.Upgrade(edited.Now(), ModelState.Read(next)).Clashes);

        Assert.Equal(
            ("kind:rose.description", "Has thorns.", "Smells.", "Pricks."),
            (clash.Name, clash.Before?.AsText, clash.Mine.AsText, clash.Packs.AsText)
        );
    }

    [Theory]
    [InlineData(false, "small, big, large", "Small, Great, Large")]
    [InlineData(true, "small, big, huge, large", "Small, Big, Huge, Large")]
    public void Choices_and_what_they_are_called_are_one_conflict(bool takesPack, string options, string titles)
    {
        string Sized(string choices) =>
            Garden.Replace("height: number", $"size: {{ kind: enum, options: [{choices}] }}", StringComparison.Ordinal);
        var edited = ModelState.With(Sized("small, big, large"));
        var size = edited.Now().Find(EntityRef.Of("field", "rose.size"))!;
        edited = ModelState.Record(
            edited,
            [new GraphCommand.SetField(size.Id, "option-titles", List("Small", "Great", "Large"), Validity.Always)]
        );

        var plan = Adopting.Upgrade(edited.Now(), ModelState.Read(Sized("small, big, huge, large")));
        var after = ModelState.Record(edited, plan.ToCommands(_ => takesPack));

        Assert.Equal("field:rose.size.options", Assert.Single(plan.Clashes).Name);
        var now = after.Now().Find(size.Id)!;
        Assert.Equal((List(options.Split(", ")), List(titles.Split(", "))), (now["options"], now["option-titles"]));
    }

    [Fact]
    public void A_field_that_comes_to_hold_something_else_takes_its_values_along_and_says_so_before()
    {
        var garden = Garden.Replace("height: number", "height: text", StringComparison.Ordinal);
        var used = ModelState.Record(
            ModelState.With(garden),
            [
                Rose("queen", ("height", Value.Of("120"))),
                Rose("king", ("height", Value.Of("tall"))),
                Rose("jack", ("height", Value.Of("900"))),
            ]
        );
        var next = ModelState.Read(
            Garden.Replace("height: number", "height: { kind: number, min: 0, max: 200 }", StringComparison.Ordinal)
        );

        var plan = Adopting.Upgrade(used.Now(), next);
        var after = ModelState.Record(used, plan.ToCommands(_ => false));

        Assert.Equal(new ConversionCounts(0, 1, 0, 2), Assert.Single(plan.Steps.OfType<AdoptionStep.Turns>()).Counts);
        Assert.Equal(FieldKind.Number, after.Model.FindKind("rose")!.Fields["height"].Kind);
        Value Of(string rose, string field) => after.Now().Find(Id.Named(rose))![field];
        Assert.Equal(Value.Of(120L), Of("queen", "height"));
        Assert.Equal((Value.Nothing, Value.Of("tall")), (Of("king", "height"), Of("king", "height-before")));
        Assert.Equal((Value.Nothing, Value.Of("900")), (Of("jack", "height"), Of("jack", "height-before")));
    }

    [Fact]
    public void Where_both_sides_changed_what_a_field_holds_values_turn_only_with_the_packs_side()
    {
        var used = ModelState.Record(ModelState.With(Garden), [Rose("queen", ("height", Value.Of(120)))]);
        var height = used.Now().Find(EntityRef.Of("field", "rose.height"))!;
        used = ModelState.Record(
            used,
            FieldChange
                .Look(
                    used.Now(),
                    height,
                    new(FieldKind.Money, "", "", Misfits.LeaveOut, ConversionTerms.Usual with { Currency = "USD" })
                )
                .ToCommands()
        );
        var plan = Adopting.Upgrade(
            used.Now(),
            ModelState.Read(Garden.Replace("height: number", "height: text", StringComparison.Ordinal))
        );

        var ours = ModelState.Record(used, plan.ToCommands(_ => false)).Now().Find(Id.Named("queen"))!;
        var packs = ModelState.Record(used, plan.ToCommands(_ => true)).Now().Find(Id.Named("queen"))!;

        Assert.True(Assert.Single(plan.Steps.OfType<AdoptionStep.Turns>()).IsChoice);
        Assert.Equal((new Value.Money(120, "USD"), "120 USD"), (ours["height"], packs["height"].AsText));
    }

    [Fact]
    public void A_field_that_leaves_a_kind_is_told_once()
    {
        var next = Garden.Replace(", fields: { height: number }", "", StringComparison.Ordinal);

        var plan = Adopting.Upgrade(ModelState.With(Garden).Now(), ModelState.Read(next));

        Assert.Equal("field:rose.height", Assert.IsType<AdoptionStep.Goes>(Assert.Single(plan.Steps)).Part.ToString());
        Assert.Null(
            ModelState
                .Record(ModelState.With(Garden), plan.ToCommands(_ => false))
                .Model.FindKind("rose")!
                .Fields.GetValueOrDefault("height")
        );
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

    private static Value List(params IEnumerable<string> texts) => Value.Of(texts.Select(text => Value.Of(text)));

    private static GraphCommand.CreateEntity Rose(string key, params (string, Value)[] fields) =>
        new(Id.Named(key), ["rose"], key, Properties.Of([("title", Value.Of(key)), .. fields]), Validity.Always);

    private static GraphCommand.Relate Tie(Id from, string type, Id to) =>
        new(Id.Named($"{from} {to}"), type, from, to, Properties.None, Validity.Always);
}
