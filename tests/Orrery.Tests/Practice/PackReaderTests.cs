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
