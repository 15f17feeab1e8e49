using Orrery.Practice;

namespace Orrery.Tests.Practice;

public sealed class PackReaderTests
{
    private const string Head = """
        pack: garden
        version: 1.0.0
        title: Garden
        description: For trying things.
        revisit: 2027-01-31

        """;

    [Fact]
    public void A_pack_says_what_it_brings()
    {
        var pack = PackReader
            .Read(
                "garden.yaml",
                Head
                    + """
                    categories:
                      plants: { title: Plants, description: What grows. }
                    kinds:
                      plant: { description: Root., category: plants, abstract: true, half-life: 30, fields: { title: text } }
                      rose:
                        description: Has thorns.
                        plural: Roses
                        is: plant
                        fields:
                          height: { kind: number, unit: cm }
                          colour: { kind: enum, options: { w: White, dark-red: Dark red } }
                    relation-types:
                      climbs: { inverse: is climbed by, description: Grows up it., from: rose, to-max: 1 }
                    """
            )
            .OrThrow();

        Assert.Equal(["plant", "rose"], pack.Kinds.Select(k => k.Symbol));
        Assert.Equal([new("w", "White"), new("dark-red", "Dark red")], pack.Kinds[1].Fields[1].Options);
        Assert.Equal(1, pack.RelationTypes[0].ToMax);
        Assert.Equal("climbs", pack.RelationTypes[0].Title);
    }

    private const string Grown = """
        needs: []
        categories: { plants: { title: Plants, description: What grows. } }
        enumerations: { season: { options: [bud, bloom, faded] } }
        kinds:
          rose: { description: Has thorns., category: plants, lifecycle: season, fields: { title: text, status: { kind: enum, options: season }, why-not: text } }
        relation-types: { climbs: { inverse: is climbed by, description: Grows up it., from: rose, to: rose } }

        """;

    [Theory]
    [InlineData("colour: red", "yaml.unknown-key", 6)]
    [InlineData("kinds: [rose]", "yaml.wrong-type", 6)]
    [InlineData("kinds:\n  rose: { description: x, half-life: long }", "yaml.wrong-type", 7)]
    [InlineData("kinds:\n  Rose: { description: x }", "pack.symbol", 7)]
    [InlineData("kinds:\n  rose: { }", "yaml.missing", 7)]
    [InlineData("kinds:\n  rose: { description: x, temporality: often }", "pack.not-one-of", 7)]
    [InlineData("kinds:\n  rose: { description: x, fields: { scent: smell } }", "pack.not-one-of", 7)]
    [InlineData("kinds:\n  rose: { description: x, fields: { scent: { kind: enum } } }", "pack.options", 7)]
    [InlineData("kinds:\n  rose: { description: x }\n  rose: { description: x }", "yaml.broken", 8)]
    [InlineData("kinds: &a\n  rose: *a", "yaml.limit", 7)]
    [InlineData("kinds: [[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]", "yaml.limit", 6)]
    [InlineData("needs: \"x\n", "yaml.broken", 6)]
    [InlineData("kinds: [rose\nrelation-types: x", "yaml.broken", 6)]
    [InlineData("format: 2\nanything: goes", "pack.format", 6)]
    [InlineData("kinds:\n  rose: { description: \"bell \\a\" }", "pack.text", 7)]
    [InlineData("kinds:\n  rose: { description: \"turned \\u202e\" }", "pack.text", 7)]
    [InlineData("kinds:\n  rose: { description: see <script>x</script> }", "pack.text", 7)]
    [InlineData("kinds:\n  rose: { title: '&', description: 1 < 2 and <!-- --> }", "pack.text", 7)]
    [InlineData(
        "lifecycles:\n  l: { description: x, states: s, gates: { a: [{ title: t, field: f, relation: r }] } }",
        "pack.gate",
        7
    )]
    [InlineData("lifecycles:\n  l: { description: x, states: s, gates: { a: [{ title: t }] } }", "pack.gate", 7)]
    [InlineData("words:\n  us: { bet: pitch }", "yaml.unknown-key", 7)]
    [InlineData("words:\n  us: { kind:bet: { term: pitch, status: nice } }", "pack.not-one-of", 7)]
    [InlineData("examples:\n  e: { title: x, description: y, say: {} }", "yaml.unknown-key", 7)]
    [InlineData("extend:\n  rose: { title: x }", "yaml.unknown-key", 7)]
    public void What_a_reader_does_not_know_is_refused_with_its_line(string rest, string code, int line)
    {
        var refused = Assert.IsType<Outcome<Pack>.Refused>(PackReader.Read("garden.yaml", Head + rest));

        var fault = Assert.Single(refused.Faults);
        Assert.Equal(code, fault.Code);
        Assert.StartsWith($"garden.yaml:{line}: ", fault.Message, StringComparison.Ordinal);
        Assert.NotEmpty(fault.Remedy);
    }

    [Theory]
    [InlineData("")]
    [InlineData("- a\n- b")]
    [InlineData("\u0000\u0001")]
    [InlineData("just text")]
    public void What_is_no_mapping_is_refused(string text) =>
        Assert.IsType<Outcome<Pack>.Refused>(PackReader.Read("garden.yaml", text));

    [Theory]
    [InlineData("needs: [meadow]", "pack.unknown")]
    [InlineData("kinds: { rose: { description: x, is: plant } }", "pack.unknown-symbol")]
    [InlineData("kinds: { rose: { description: x, category: plants } }", "pack.unknown-symbol")]
    [InlineData("kinds: { rose: { description: x } }", "pack.no-category")]
    [InlineData(
        "kinds: { a: { description: x, is: b, category: c }, b: { description: x, is: a } }\ncategories: { c: { title: C, description: x } }",
        "pack.cycle"
    )]
    [InlineData("relation-types: { climbs: { inverse: x, description: x, to: wall } }", "pack.unknown-symbol")]
    [InlineData(
        "kinds: { t: { description: x, abstract: true, fields: { f: { kind: enum, options: colours } } } }",
        "pack.unknown-symbol"
    )]
    public void Packs_that_do_not_fit_together_are_refused(string rest, string code)
    {
        var pack = PackReader.Read("garden.yaml", Head + rest).OrThrow();

        var refused = Assert.IsType<Outcome<Catalogue>.Refused>(Catalogue.Of([pack]));

        Assert.Equal(code, Assert.Single(refused.Faults).Code);
    }

    [Theory]
    [InlineData(
        "lifecycles: { season: { description: x, states: season, moves: { bud: [bloom], bloom: [fallen] } } }",
        "pack.not-one-of"
    )]
    [InlineData(
        "lifecycles: { season: { description: x, states: season, gates: { bloom: [{ title: t, field: scent }] } } }",
        "pack.gate"
    )]
    [InlineData(
        "lifecycles: { season: { description: x, states: season, gates: { bloom: [{ title: t, relation: eats }] } } }",
        "pack.gate"
    )]
    [InlineData(
        "lifecycles: { season: { description: x, states: season, gates: { bloom: [{ title: t, relation: climbs, unless: scent }] } } }",
        "pack.gate"
    )]
    [InlineData("lifecycles: { season: { description: x, states: weather } }", "pack.unknown-symbol")]
    [InlineData("lifecycles: { season: { description: x, field: mood, states: season } }", "pack.states")]
    [InlineData("lifecycles: { other: { description: x, states: season } }", "pack.unknown-symbol")]
    public void A_lifecycle_speaks_of_states_and_fields_that_are_there(string lifecycle, string code)
    {
        var refused = Assert.IsType<Outcome<Catalogue>.Refused>(Catalogue.Of([Read(Grown + lifecycle)]));

        Assert.Equal(code, Assert.Single(refused.Faults).Code);
    }

    private const string Season = "lifecycles: { season: { description: x, states: season } }\n";

    [Theory]
    [InlineData("words: { us: { kind:tulip: tulip } }", "pack.word")]
    [InlineData("words: { us: { field:rose.scent: smell } }", "pack.word")]
    [InlineData("words: { us: { rose:kind: rose } }", "pack.word")]
    [InlineData("extend: { tulip: { fields: { scent: text } } }", "pack.unknown-symbol")]
    [InlineData("extend: { rose: { to: rose } }", "pack.narrows")]
    [InlineData("extend: { rose: { fields: { why-not: number } } }", "pack.taken")]
    [InlineData("extend: { climbs: { to: tulip } }", "pack.unknown-symbol")]
    [InlineData("views: { v: { title: V, task: t, query: RETURN 1, about: tulip } }", "pack.unknown-symbol")]
    [InlineData("examples: { e: { title: x, description: y, add: [{ tulip: t, title: T }] } }", "story.unknown-kind")]
    [InlineData("examples: { e: { title: x, description: y, add: [{ rose: t, title: T, scent: x }] } }", "story.unknown-field")]
    [InlineData("examples: { e: { title: x, description: y, add: [{ rose: t, title: T, status: ripe }] } }", "yaml.wrong-type")]
    [InlineData(
        "examples: { e: { title: x, description: y, add: [{ rose: t, title: T, climbs: rose:u }] } }",
        "story.unknown-thing"
    )]
    public void Words_additions_and_examples_speak_of_what_is_there(string rest, string code)
    {
        var refused = Assert.IsType<Outcome<Catalogue>.Refused>(Catalogue.Of([Read(Grown + Season + rest)]));

        Assert.Equal(code, Assert.Single(refused.Faults).Code);
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once_with_file_line_and_remedy()
    {
        var pack = Read(Grown + Season + "words: { us: { kind:tulip: tulip, kind:oak: oak } }\nextend:\n  rose: { to: rose }");

        var refused = Assert.IsType<Outcome<Catalogue>.Refused>(Catalogue.Of([pack]));

        Assert.Equal(["pack.narrows", "pack.word", "pack.word"], refused.Faults.Select(f => f.Code));
        Assert.All(refused.Faults, f => Assert.Matches(@"^garden\.yaml:\d+: ", f.Message));
        Assert.All(refused.Faults, f => Assert.NotEmpty(f.Remedy));
    }

    [Fact]
    public void What_a_pack_adds_to_anothers_kind_is_there_with_its_own()
    {
        const string More = "extend: { rose: { fields: { scent: { kind: text, title: Scent } } }, climbs: { to: pole } }";
        var meadow = Read("needs: [garden]\nkinds: { pole: { description: Of wood., is: rose } }\n" + More) with
        {
            Name = "meadow",
        };

        var both = Catalogue.Of([meadow, Read(Grown + Season)]).OrThrow();

        Assert.Equal("Scent", both.FindField("rose", "scent")?.Title);
        Assert.Equal("Scent", both.FindField("pole", "scent")?.Title);
        Assert.Equal(["rose", "pole"], both.FindRelationType("climbs")!.To);
        Assert.Equal("season", both.LifecycleOf("pole")?.Symbol);
        var field = both.ToCommands().OfType<Orrery.Graph.GraphCommand.CreateEntity>().Single(c => c.Key == "rose.scent");
        Assert.Equal("meadow", field.Fields["pack"].AsText);
    }

    [Fact]
    public void Words_and_lifecycles_arrive_as_things_of_the_graph()
    {
        const string Words =
            "words: { us: { title: Us, kind:rose: [queen, { term: Rosa, plural: Rosen, forms: { genitive: Rosas } }] } }";
        var commands = Catalogue.Of([Read(Grown + Season + Words)]).OrThrow().ToCommands();
        var made = commands.OfType<Orrery.Graph.GraphCommand.CreateEntity>().ToList();

        Assert.Contains(made, c => c is { Labels: ["community"], Key: "us" });
        var (queen, rosa) = (made.Single(c => c.Key == "us.kind.rose"), made.Single(c => c.Key == "us.kind.rose.2"));
        Assert.Equal("preferred", queen.Fields["status"].AsText);
        Assert.Equal(
            ("in-use", "kind:rose", "us"),
            (rosa.Fields["status"].AsText, rosa.Fields["of"].AsText, rosa.Fields["community"].AsText)
        );
        Assert.Equal(["signifier"], rosa.Labels);
        Assert.Contains(made, c => c is { Labels: ["lifecycle"], Key: "season" });
        Assert.Equal("season", made.Single(c => c is { Labels: ["kind"], Key: "rose" }).Fields["lifecycle"].AsText);
    }

    private static Pack Read(string rest) => PackReader.Read("garden.yaml", Head + rest).OrThrow();

    [Fact]
    public void One_symbol_has_one_meaning()
    {
        var (rose, thorn) = (Garden("rose", "x"), Garden("rose", "has thorns"));

        var refused = Assert.IsType<Outcome<Catalogue>.Refused>(Catalogue.Of([rose, thorn with { Name = "meadow" }]));

        var fault = Assert.Single(refused.Faults);
        Assert.Equal("pack.taken", fault.Code);
        Assert.Contains("description is 'has thorns' here and 'x' there", fault.Message);
        Assert.Contains("Let both say the same", fault.Remedy);
    }

    [Theory]
    [InlineData(
        "kinds: { rose: { description: x, abstract: true, fields: { height: text } } }",
        "field height, sort is 'text' here and not said there"
    )]
    [InlineData("relation-types: { rose: { description: x, inverse: y } }", "is 'relation type' here and 'kind' there")]
    public void A_fault_names_what_is_different(string other, string difference)
    {
        var pack = PackReader.Read("b.yaml", Head + other).OrThrow() with { Name = "meadow" };

        var refused = Assert.IsType<Outcome<Catalogue>.Refused>(Catalogue.Of([Garden("rose", "x"), pack]));

        Assert.Contains(difference, Assert.Single(refused.Faults).Message);
    }

    [Fact]
    public void What_two_packs_say_in_the_same_words_is_one_thing()
    {
        var both = Catalogue.Of([Garden("rose", "x"), Garden("rose", "x") with { Name = "meadow" }]).OrThrow();

        Assert.Single(both.ToCommands().OfType<Orrery.Graph.GraphCommand.CreateEntity>(), c => c.Labels is ["kind"]);
        Assert.Equal(["rose"], both.Packs[0].Kinds.Select(k => k.Symbol));
        Assert.Empty(both.Packs[1].Kinds);
    }

    private static Pack Garden(string kind, string description) =>
        PackReader.Read("a.yaml", $"{Head}kinds: {{ {kind}: {{ description: {description}, abstract: true }} }}").OrThrow();
}
