using FsCheck;
using FsCheck.Fluent;
using Orrery.Query;

namespace Orrery.Tests.Query;

/// <summary>Generated patterns.</summary>
internal static partial class SomeTree
{
    /// <param name="size">How deep expressions inside may go.</param>
    /// <param name="isMade">By CREATE or MERGE: each relation has a direction and is exactly one.</param>
    private static Gen<PatternPart> Part(int size, bool isMade) =>
        from name in Name.OrNull()
        from search in isMade
            ? Gen.Constant(PathSearch.All)
            : Gen.Elements(PathSearch.All, PathSearch.All, PathSearch.Shortest, PathSearch.AllShortest)
        from start in Node(size, isMade)
        from steps in Step(size, isMade).ListOf(search == PathSearch.All ? 0 : 1, search == PathSearch.All ? 3 : 1)
        select new PatternPart(Nowhere, name, search, start, [.. steps]);

    private static Gen<PatternPart> Question(int size) =>
        from start in Node(size, isMade: false)
        from steps in Step(size, isMade: false).ListOf(1, 2)
        select new PatternPart(Nowhere, null, PathSearch.All, start, [.. steps]);

    private static Gen<NodePattern> Node(int size, bool isMade) =>
        from name in Name.OrNull()
        from labels in NameAt.ListOf(0, 2)
        from properties in Properties(size, isMade)
        select new NodePattern(Nowhere, name, [.. labels], properties);

    private static Gen<PatternStep> Step(int size, bool isMade) =>
        from relation in Relation(size, isMade)
        from node in Node(size, isMade)
        select new PatternStep(relation, node);

    private static Gen<RelationPattern> Relation(int size, bool isMade) =>
        from name in Name.OrNull()
        from types in NameAt.ListOf(0, 2)
        from direction in isMade
            ? Gen.Elements(ArrowDirection.Left, ArrowDirection.Right)
            : Gen.Elements(ArrowDirection.Left, ArrowDirection.Right, ArrowDirection.Either)
        from hops in isMade
            ? Gen.Constant<HopRange?>(null)
            : Gen.Elements<HopRange?>(
                null,
                new(Nowhere, null, null),
                new(Nowhere, 2, 2),
                new(Nowhere, 0, null),
                new(Nowhere, null, 3),
                new(Nowhere, 1, 3)
            )
        from properties in Properties(size, isMade)
        select new RelationPattern(Nowhere, name, [.. types], direction, hops, properties);

    private static Gen<Expression?> Properties(int size, bool isMade) =>
        Gen.Frequency(
            (3, Gen.Constant<Expression?>(null)),
            (1, Map(Math.Max(0, size - 1)).Select(map => (Expression?)map)),
            (isMade ? 1 : 0, Name.Select(name => (Expression?)new Expression.Parameter(Nowhere, name)))
        );

    private static PatternPart WithoutParameters(PatternPart part) =>
        part with
        {
            Start = WithoutParameter(part.Start),
            Steps =
            [
                .. part.Steps.Select(step => new PatternStep(
                    step.Relation.Properties is Expression.Parameter ? step.Relation with { Properties = null } : step.Relation,
                    WithoutParameter(step.Node)
                )),
            ],
        };

    private static NodePattern WithoutParameter(NodePattern node) =>
        node.Properties is Expression.Parameter ? node with { Properties = null } : node;
}
