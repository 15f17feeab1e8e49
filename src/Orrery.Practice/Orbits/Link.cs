using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>A relation between two things, with both at hand.</summary>
internal readonly record struct Link(Relation Relation, Entity From, Entity To)
{
    /// <summary>All of a reading, in order of first recording; those that point at relations are left out.</summary>
    public static Link[] AllOf(Reading reading)
    {
        List<Link> links = [];
        foreach (var relation in reading.Relations())
        {
            if (relation is { From: { } from, To: { } to })
                links.Add(new(relation, from, to));
        }

        return [.. links];
    }
}
