using System.Collections.Immutable;

namespace Orrery.Practice;

/// <summary>The demo companies that come with the product.</summary>
public static class DemoShelf
{
    /// <summary>All of them, the one to begin with first.</summary>
    public static ImmutableArray<DemoCompany> Companies { get; } =
    [
        new(
            "harbor-mutual",
            "Harbor Mutual",
            "An insurer on a windy coast, three years told. Claims are slow and customers loyal, and six things do not fit. Begin here."
        ),
        new(
            "skein",
            "Skein",
            "A vendor of learning analytics that steers by one idea of value: inputs, bets on arrows, a loop, and a number that came in by the side door."
        ),
        new(
            "ten-tables",
            "Ten Tables",
            "Sixty people in ten teams, and fifty groups if one looks at who does something together. Two tables went another way."
        ),
    ];

    /// <summary>The company of a workspace, or null.</summary>
    public static DemoCompany? Find(string name) => Companies.FirstOrDefault(company => company.Name == name);
}

/// <summary>A demo company as it is offered.</summary>
/// <param name="Name">Its story, its pack's tour, and its workspace.</param>
/// <param name="Title">The company.</param>
/// <param name="Says">What one can see there, in a sentence or two.</param>
public sealed record DemoCompany(string Name, string Title, string Says);
