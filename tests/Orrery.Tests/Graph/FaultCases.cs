using Orrery.Graph;
using Orrery.Tests.House;

namespace Orrery.Tests.Graph;

/// <summary>Every refusal of the rules, provoked: cases/graph/faults.cases says what each says.</summary>
public sealed class FaultCases
{
    public static TheoryData<string> Lines =>
        [.. File.ReadLines(Path.Combine(Checkout.Root, "cases", "graph", "faults.cases")).Where(l => l is not ("" or ['#', ..]))];

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_refusal_says_what_is_wrong_and_what_to_do(string line)
    {
        var situation = line.Split(" => ")[0];

        Assert.Equal(line, Told(situation, FaultSituations.All[situation](new())));
    }

    [Fact]
    public void Every_situation_has_its_line()
    {
        var told = FaultSituations.All.Select(s => Told(s.Key, s.Value(new()))).ToArray();

        Assert.Equal(told.Order(StringComparer.Ordinal), Lines.Select(row => row.Data).Order(StringComparer.Ordinal));
    }

    private static string Told(string situation, Fault fault) =>
        $"{situation} => {fault.Code}: {fault.Message} | {fault.Remedy}".Replace("\n", "\\n", StringComparison.Ordinal);
}
