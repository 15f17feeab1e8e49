using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Orrery.Practice;
using Orrery.Tests.House;

namespace Orrery.Tests.Practice;

/// <summary>docs/packs.schema.json and the reader know the same keys, at every level.</summary>
public sealed partial class PackSchemaTests
{
    private static readonly JsonNode Schema = JsonNode.Parse(Checkout.Read("docs/packs.schema.json"))!;

    [Theory]
    [InlineData("", "zzz: 1")]
    [InlineData("category", "categories: { a: { zzz: 1 } }")]
    [InlineData("enumeration", "enumerations: { a: { zzz: 1 } }")]
    [InlineData("kind", "kinds: { a: { zzz: 1 } }")]
    [InlineData("field", "kinds: { a: { fields: { f: { zzz: 1 } } } }")]
    [InlineData("relation-type", "relation-types: { a: { zzz: 1 } }")]
    [InlineData("extension", "extend: { a: { zzz: 1 } }")]
    [InlineData("lifecycle", "lifecycles: { a: { zzz: 1 } }")]
    [InlineData("gate", "lifecycles: { a: { gates: { s: [{ zzz: 1 }] } } }")]
    [InlineData("view", "views: { a: { zzz: 1 } }")]
    [InlineData("vocabulary", "words: { a: { zzz: 1 } }")]
    [InlineData("word", "words: { a: { kind:b: { zzz: 1 } } }")]
    [InlineData("example", "examples: { a: { zzz: 1 } }")]
    public void The_schema_knows_the_keys_that_the_reader_knows(string definition, string text)
    {
        var schema = definition.Length == 0 ? Schema : Schema["$defs"]![definition]!;
        var refused = Assert.IsType<Outcome<Pack>.Refused>(PackReader.Read("a.yaml", text));

        var fault = refused.Faults.Single(f => f.Code == "yaml.unknown-key");
        Assert.Equal(
            schema["properties"]!.AsObject().Select(property => property.Key).Order(StringComparer.Ordinal),
            Known().Match(fault.Remedy).Groups["keys"].Value.Split(", ").Order(StringComparer.Ordinal)
        );
        Assert.False(schema["additionalProperties"]!.GetValue<bool>());
    }

    [Fact]
    public void The_schema_knows_the_kinds_of_fields() =>
        Assert.Equal(
            Orrery.Graph.FieldKinds.Names.Order(StringComparer.Ordinal),
            Schema["$defs"]!["field-kind"]!["enum"]!
                .AsArray()
                .Select(name => name!.GetValue<string>())
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void The_schema_knows_the_shapes_of_views() =>
        Assert.Equal(
            ViewShapes.All.Select(ViewShapes.NameOf),
            Schema["$defs"]!["view"]!["properties"]!["shape"]!["enum"]!.AsArray().Select(name => name!.GetValue<string>())
        );

    [GeneratedRegex(@"^Use one of (?<keys>.+)\.$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Known();
}
