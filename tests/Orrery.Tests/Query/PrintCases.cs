using Orrery.Query;
using Orrery.Tests.Import;

namespace Orrery.Tests.Query;

/// <summary>How queries read, by how they are printed: cases/query/prints.cases. A line ends with \n.</summary>
public sealed class PrintCases
{
    public static TheoryData<string, string> Lines =>
        new(CaseFile.Read(Path.Combine("query", "prints.cases")).Select(line => (line.Input, line.Output)));

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_query_prints_in_its_one_layout(string query, string printed) =>
        Assert.Equal(printed, Printer.Print(Parser.Parse(query)).Replace("\n", "\\n", StringComparison.Ordinal));
}
