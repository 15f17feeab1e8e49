namespace Orrery.Practice;

/// <summary>How sure a path is (domain catalogue 2.6): the product of what is said of its links, and the weakest of them.</summary>
/// <param name="Product">From 0 to 1; 1 for a path without links.</param>
/// <param name="Weakest">Where the weakest link stands, from 0; the first of equally weak ones; -1 without links.</param>
public sealed record Confidences(double Product, int Weakest)
{
    /// <summary>Of links in order, each from 0 to 1.</summary>
    public static Confidences Of(IReadOnlyList<double> links)
    {
        var (product, weakest) = (1.0, -1);
        for (var i = 0; i < links.Count; i++)
        {
            product *= links[i];
            if (weakest < 0 || links[i] < links[weakest])
                weakest = i;
        }

        return new(product, weakest);
    }
}
