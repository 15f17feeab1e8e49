using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>What a wish for a part of the model comes to: the commands, or what is wrong, by the name of what was filled in.</summary>
/// <param name="Commands">One change; none when everything is as wished already.</param>
/// <param name="Problems">Empty when it can be done.</param>
public sealed record PartChange(ImmutableArray<GraphCommand> Commands, ImmutableSortedDictionary<string, Fault> Problems)
{
    /// <summary>It can be done so.</summary>
    public static PartChange Of(params IEnumerable<GraphCommand> commands) => new([.. commands], NoProblems);

    /// <summary>Nothing is wrong.</summary>
    public static readonly ImmutableSortedDictionary<string, Fault> NoProblems = ImmutableSortedDictionary.Create<string, Fault>(
        StringComparer.Ordinal
    );

    /// <summary>Nothing is filled in.</summary>
    public static readonly ImmutableSortedDictionary<string, string> NoTexts = ImmutableSortedDictionary.Create<string, string>(
        StringComparer.Ordinal
    );

    internal static PartChange Refused(IEnumerable<(string Name, Fault? Fault)> problems) =>
        new(
            [],
            problems
                .Where(problem => problem.Fault is not null)
                .DistinctBy(problem => problem.Name)
                .ToImmutableSortedDictionary(problem => problem.Name, problem => problem.Fault!, StringComparer.Ordinal)
        );
}
