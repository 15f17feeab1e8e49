using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>A thing of a graph, and what became of it since the moment compared with.</summary>
public sealed record GraphThing(Entity Thing, RowMark Mark);

/// <summary>A relation of a graph, likewise.</summary>
public sealed record GraphJoin(Relation Join, RowMark Mark);

/// <summary>What a graph is drawn of.</summary>
/// <param name="Things">Each once.</param>
/// <param name="Joins">Between two of them.</param>
/// <param name="LeftOut">How many things there was no room for.</param>
public sealed record GraphContent(ImmutableArray<GraphThing> Things, ImmutableArray<GraphJoin> Joins, int LeftOut)
{
    /// <summary>The most things an island draws.</summary>
    public const int Most = 3_000;

    /// <summary>The things of a view; with those of the moment compared with.</summary>
    public static GraphContent Of(ShownView view)
    {
        var now = AnswerGraph.Of(view.Answer, view.Reading, Most);
        if (view.Then is not { } before)
            return new(
                [.. now.Things.Select(thing => new GraphThing(thing, RowMark.Same))],
                [.. now.Joins.Select(join => new GraphJoin(join, RowMark.Same))],
                now.LeftOut
            );
        var then = AnswerGraph.Of(before.Answer, before.Reading, Most);
        return new(
            Merged(now.Things, then.Things, thing => thing.Id, (thing, mark) => new GraphThing(thing, mark)),
            Merged(now.Joins, then.Joins, join => join.Id, (join, mark) => new GraphJoin(join, mark)),
            now.LeftOut
        );
    }

    private static ImmutableArray<TMarked> Merged<T, TMarked>(
        ImmutableArray<T> now,
        ImmutableArray<T> then,
        Func<T, Id> idOf,
        Func<T, RowMark, TMarked> mark
    )
    {
        var (here, there) = (now.Select(idOf).ToHashSet(), then.Select(idOf).ToHashSet());
        return
        [
            .. now.Select(one => mark(one, there.Contains(idOf(one)) ? RowMark.Same : RowMark.Came)),
            .. then.Where(one => !here.Contains(idOf(one))).Select(one => mark(one, RowMark.Went)),
        ];
    }
}
