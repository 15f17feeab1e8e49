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
        var pack = PackReader.Read("a.yaml", Head + "kinds: { rose: { description: x, abstract: true } }").OrThrow();

        var refused = Assert.IsType<Outcome<Catalogue>.Refused>(Catalogue.Of([pack, pack with { Name = "meadow" }]));

        Assert.Equal("pack.taken", Assert.Single(refused.Faults).Code);
    }
}
