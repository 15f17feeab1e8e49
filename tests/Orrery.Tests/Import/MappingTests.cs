using Orrery.Graph;
using Orrery.Import;

namespace Orrery.Tests.Import;

/// <summary>Mappings are read strictly: what means nothing is a fault with file, line, key and remedy.</summary>
public sealed class MappingTests
{
    private const string Good = """
        system: office
        transforms:
          team: [trim, { synonyms: { eng: engine } }, slug]
        shapes:
          person: { kind: person, id: "person/{login|handle}", fields: { title: name } }
        sources:
          office/staff:
            files: staff.csv
            format: csv
            records:
              - { at: "[*]", like: person }
        """;

    [Fact]
    public void A_mapping_names_its_system_and_sources()
    {
        var mapping = Mapping.Parse("m.yaml", Good);

        Assert.Equal("office", mapping.System);
        Assert.Equal(["office/staff"], mapping.SourceNames);
    }

    [Theory]
    [InlineData("system: office", "sistem: office", "line 1, mapping.system: it is missing")]
    [InlineData("format: csv", "format: xls", "line 9, sources.office/staff.format: 'xls' is not read here")]
    [InlineData("format: csv", "fromat: csv", "line 8, sources.office/staff.format: it is missing")]
    [InlineData(
        "{ at: \"[*]\", like: person }",
        "{ at: \"[*]\", like: persona }",
        "line 11, office/staff.records[0].like: there is no shape 'persona'"
    )]
    [InlineData(
        "{ at: \"[*]\", like: person }",
        "{ at: \"[*]\", like: person, kindd: x }",
        "line 11, office/staff.records[0].kindd: this key is not known here"
    )]
    [InlineData("login|handle", "login|hnadle", "line 5, id: there is no transform 'hnadle'")]
    [InlineData("{login|handle}", "{login|handle", "line 5, id: 'person/{login|handle' opens a brace that nothing closes")]
    [InlineData("{login|handle}", "{@login}", "line 5, id: '@login' is not known")]
    [InlineData(
        "title: name",
        "title: { otherwise: x }",
        "line 5, office/staff.records[0].fields.title.from: a field has either from or constant"
    )]
    [InlineData("synonyms: { eng: engine }", "extract: '(a'", "line 3, transforms.team: this is no pattern that can be used")]
    [InlineData("synonyms: { eng: engine }", "extractt: 'a'", "line 3, transforms.team: there is no setting 'extractt'")]
    [InlineData("  team: [", "  slug: [", "line 3, transforms.slug: a transform of that name exists")]
    [InlineData(
        "files: staff.csv",
        "files: staff.csv\n    holds: since-file-date",
        "line 9, sources.office/staff.holds: 'since-file-date' does not fit a file without a date"
    )]
    [InlineData(
        "    files: staff.csv",
        "    files: staff.csv\n    files: other.csv",
        "line 9, files: this key is written twice in one map"
    )]
    public void What_means_nothing_is_a_fault(string good, string bad, string message)
    {
        Assert.Contains(good, Good, StringComparison.Ordinal);

        var thrown = Assert.Throws<FaultException>(() =>
            Mapping.Parse("m.yaml", Good.Replace(good, bad, StringComparison.Ordinal))
        );

        Assert.Equal("import.mapping", thrown.Fault.Code);
        Assert.StartsWith($"m.yaml, {message}", thrown.Fault.Message, StringComparison.Ordinal);
        Assert.NotEmpty(thrown.Fault.Remedy);
    }

    [Fact]
    public void A_shape_that_uses_itself_is_a_fault()
    {
        var endless = Good.Replace(
            "fields: { title: name } }",
            "fields: { title: name }, records: [{ at: x, like: person }] }",
            StringComparison.Ordinal
        );

        Assert.Contains(
            "nested deeper",
            Assert.Throws<FaultException>(() => Mapping.Parse("m.yaml", endless)).Fault.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_kubernetes_mapping_is_read() =>
        Assert.Equal(["kubernetes/releases", "kubernetes/sigs", "kubernetes/keps"], KubernetesImport.Mapping.SourceNames);
}
