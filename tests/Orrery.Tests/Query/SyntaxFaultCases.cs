using Orrery.Query;
using Orrery.Tests.Import;

namespace Orrery.Tests.Query;

/// <summary>What the parser refuses and how it says it: cases/query/syntax.cases.</summary>
public sealed class SyntaxFaultCases
{
    public static TheoryData<string, string> Lines =>
        new(CaseFile.Read(Path.Combine("query", "syntax.cases")).Select(line => (line.Input, line.Output)));

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_refusal_points_at_the_place_and_says_what_to_type(string query, string told) => Assert.Equal(told, Told(query));

    private static string Told(string query)
    {
        var refused = Assert.Throws<QueryException>(() => Parser.Parse(query)).Fault;
        var at = refused.At!.Value;
        var place = at.Start >= query.Length ? "at the end" : $"at «{query.Substring(at.Start, at.Length)}»";
        return $"{refused.Detail} {place}: {refused.Fault.Message} | {refused.Fault.Remedy}";
    }
}
