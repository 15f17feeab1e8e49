using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>A worked example of a pack as people read it.</summary>
/// <param name="Example">Which.</param>
/// <param name="Things">What it speaks of: what its kind is called, and its title.</param>
/// <param name="Sentences">What joins them: from, how it reads, to.</param>
public sealed record ExampleTelling(
    PackExample Example,
    ImmutableArray<(string Kind, string Title)> Things,
    ImmutableArray<(string From, string Says, string To)> Sentences
)
{
    /// <summary>Those of a pack on the shelf, in order.</summary>
    public static ImmutableArray<ExampleTelling> Of(Pack pack)
    {
        var catalogue = Catalogue.Of(PackShelf.WithNeeds([pack])).OrThrow();
        return [.. pack.Examples.Select(example => Of(example, catalogue))];
    }

    private static ExampleTelling Of(PackExample example, Catalogue catalogue)
    {
        var commands = example.In(catalogue).Play(Instant.FromUnixTimeSeconds(0)).SelectMany(step => step.Commands).ToArray();
        var made = commands.OfType<GraphCommand.CreateEntity>().ToDictionary(thing => thing.Subject, TitleOf);
        var says = catalogue.Packs.SelectMany(pack => pack.RelationTypes).ToLookup(type => type.Symbol, type => type.Title);
        var kinds = catalogue.Packs.SelectMany(pack => pack.Kinds).ToLookup(kind => kind.Symbol, kind => kind.Title);
        return new(
            example,
            [.. commands.OfType<GraphCommand.CreateEntity>().Select(thing => (kinds[thing.Labels[0]].First(), TitleOf(thing)))],
            [
                .. commands
                    .OfType<GraphCommand.Relate>()
                    .Where(relation => made.ContainsKey(relation.From) && made.ContainsKey(relation.To))
                    .Select(relation => (made[relation.From], says[relation.Type].First(), made[relation.To])),
            ]
        );
    }

    private static string TitleOf(GraphCommand.CreateEntity thing) =>
        thing.Fields.GetValueOrDefault("title")?.AsText ?? thing.Key ?? "";
}
