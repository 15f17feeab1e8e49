using NodaTime;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Tests.Graph;
using static Orrery.Tests.Graph.Company;

namespace Orrery.Tests.Practice;

/// <summary>What a ladder visits grows as what it reaches: practice.trace, practice.leaps and the page of a thing count the same visits.</summary>
public sealed class LadderCostLaws
{
    private const int Few = 40;
    private const int Many = 8 * Few;

    [Theory]
    [InlineData("chain", true)]
    [InlineData("chain", false)]
    [InlineData("comb", true)]
    [InlineData("comb", false)]
    [InlineData("lattice", true)]
    [InlineData("lattice", false)]
    public void Eight_times_as_much_is_visited_where_eight_times_as_much_is_reached(string shape, bool areKnown)
    {
        var (few, many) = (Visits(shape, areKnown, Few), Visits(shape, areKnown, Many));

        Assert.InRange(many.Visited / (double)many.Reached, 1, 1.1 * few.Visited / few.Reached);
    }

    // Everything lies above the thing in one, below it in the other, both at once: so all of it is reached.
    private static (int Visited, int Reached) Visits(string shape, bool areKnown, int size)
    {
        var company = new Company();
        (int From, int To)[] links = [.. Links(shape, size)];
        var last = links.Max(link => Math.Max(link.From, link.To));
        company.Do(Enumerable.Range(0, last + 1).Select(number => Thing(number, areKnown)));
        company.Do(links.Select(link => Relate($"t{link.From}", "contributes-to", $"t{link.To}")));
        var (visited, things) = (0, 0);
        foreach (var thing in (int[])[0, last])
        {
            var ladder = Ladder.Of(company.Find($"t{thing}")!, DateTimeZone.Utc, count => visited += count);
            things += ladder.Rungs.Length + ladder.Links.Length;
        }

        return (visited, things);
    }

    // No thing lies far ahead, so that the surest way up is sought to the end.
    private static GraphCommand.CreateEntity Thing(int number, bool isKnown) =>
        Make("bet", $"t{number}", fields: isKnown ? [("horizon", Value.Of($"h{number % 5}"))] : []);

    private static IEnumerable<(int From, int To)> Links(string shape, int size) =>
        shape switch
        {
            "chain" => Enumerable.Range(0, size).Select(number => (number, number + 1)),
            "comb" => Enumerable.Range(1, size - 1).SelectMany(number => ((int, int)[])[(0, number), (number, size)]),
            // Layers of five, each with all of the next.
            _ => Enumerable
                .Range(0, size / 5)
                .SelectMany(layer =>
                    from lower in Enumerable.Range(0, 5)
                    from upper in Enumerable.Range(0, 5)
                    select ((5 * layer) + lower, (5 * (layer + 1)) + upper)
                ),
        };
}
