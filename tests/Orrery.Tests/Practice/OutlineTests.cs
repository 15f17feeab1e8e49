using FsCheck;
using FsCheck.Fluent;
using Orrery.Practice;

namespace Orrery.Tests.Practice;

/// <summary>Things under other things: several parents, circles, and that nothing is lost.</summary>
public sealed class OutlineTests
{
    [Fact]
    public void A_thing_lies_under_each_of_those_above_it()
    {
        var outline = Outline.Of(3, [(0, 2), (1, 2), (0, 2)]);

        Assert.Equal([0, 1], outline.Roots);
        Assert.Equal([2], outline.Below(0));
        Assert.Equal([2], outline.Below(1));
        Assert.Equal([0, 1], outline.Above(2));
    }

    [Fact]
    public void A_circle_that_nothing_leads_into_begins_with_its_first_thing_and_is_cut_where_it_leads_back()
    {
        var outline = Outline.Of(4, [(1, 2), (2, 3), (3, 1)]);

        Assert.Equal([0, 1], outline.Roots);
        Assert.Equal([2], outline.Below(1));
        Assert.Empty(outline.Below(3));
        Assert.Equal([1], outline.LeadsBack(3));
    }

    [Fact]
    public void A_circle_below_something_is_cut_where_the_way_down_comes_back()
    {
        var outline = Outline.Of(3, [(0, 1), (1, 2), (2, 1)]);

        Assert.Equal([0], outline.Roots);
        Assert.Equal([1], outline.LeadsBack(2));
        Assert.Equal([0], outline.Above(1));
    }

    [Fact]
    public void A_thing_above_itself_is_a_root_that_leads_back_to_itself()
    {
        var outline = Outline.Of(1, [(0, 0)]);

        Assert.Equal([0], outline.Roots);
        Assert.Equal([0], outline.LeadsBack(0));
    }

    [Fact]
    public void Rows_are_counted_once_for_each_place_and_no_further_than_asked()
    {
        var outline = Outline.Of(4, [(0, 2), (1, 2), (2, 3)]);

        Assert.Equal(2, outline.CountTo(1, 100));
        Assert.Equal(4, outline.CountTo(2, 100));
        Assert.Equal(6, outline.CountTo(3, 100));
        Assert.Equal(4, outline.CountTo(3, 3));
    }

    [Fact]
    public void A_long_chain_is_no_deep_call()
    {
        const int Length = 100_000;

        var outline = Outline.Of(Length, Enumerable.Range(0, Length - 1).Select(thing => (thing, thing + 1)));

        Assert.Equal([0], outline.Roots);
        Assert.Equal([Length - 1], outline.Below(Length - 2));
    }

    [Fact]
    public void Everything_is_reached_from_the_roots_without_circles_and_no_join_is_lost() =>
        Prop.ForAll(
                Gen.Choose(0, 11).Two().Select(pair => (Above: pair.Item1, Below: pair.Item2)).ListOf().ToArbitrary(),
                joins =>
                {
                    var outline = Outline.Of(12, joins);

                    Assert.Equal(Enumerable.Range(0, 12), Reached(outline).Order());
                    Assert.Equal(
                        joins.Distinct().Order(),
                        Enumerable
                            .Range(0, 12)
                            .SelectMany(above =>
                                outline
                                    .Below(above)
                                    .Concat(outline.LeadsBack(above))
                                    .Select(below => (Above: above, Below: below))
                            )
                            .Order()
                    );
                    Assert.True(Enumerable.Range(0, 12).All(thing => Height(outline, thing, 13) < 13));
                }
            )
            .QuickCheckThrowOnFailure();

    private static HashSet<int> Reached(Outline outline)
    {
        HashSet<int> reached = [.. outline.Roots];
        var next = new Queue<int>(outline.Roots);
        while (next.TryDequeue(out var thing))
        {
            foreach (var below in outline.Below(thing).Where(reached.Add))
                next.Enqueue(below);
        }

        return reached;
    }

    // How far it goes down from a thing; a circle would go on for ever.
    private static int Height(Outline outline, int thing, int most) =>
        most == 0 ? 0 : outline.Below(thing).Select(below => 1 + Height(outline, below, most - 1)).DefaultIfEmpty(0).Max();
}
