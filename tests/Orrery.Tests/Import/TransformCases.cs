using Orrery.Import;

namespace Orrery.Tests.Import;

/// <summary>Each plain transform on texts as people wrote them (mostly from nine years of the Kubernetes project).</summary>
public sealed class TransformCases
{
    public static TheoryData<string> Names => [.. PlainTransforms.ByName.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_transform_reads_what_people_write(string name)
    {
        var cases = CaseFile.Read($"import/{name}.cases").ToList();

        var read = cases.Select(c => (c.Input, Output: Shown.Of(PlainTransforms.ByName[name].Apply(c.Input, LookupTables.None))));

        Assert.NotEmpty(cases);
        Assert.Equal(cases.Select(c => $"{c.Input} => {c.Output}"), read.Select(c => $"{c.Input} => {c.Output}"));
    }
}
