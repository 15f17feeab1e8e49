using System.Collections.Immutable;
using System.Globalization;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>An answer as a picture: things in columns, relations as curves from left to right.</summary>
/// <param name="Bodies">In the order of the answer.</param>
/// <param name="Curves">One for each relation.</param>
/// <param name="Legend">What the curves mean, and how many mean it.</param>
/// <param name="LeftOut">How many things there was no room for.</param>
public sealed record PictureView(
    ImmutableArray<PictureBody> Bodies,
    ImmutableArray<PictureCurve> Curves,
    ImmutableArray<(string Said, int Count)> Legend,
    int LeftOut
)
{
    private const int ColumnWidth = 252;
    private const int RowHeight = 34;
    private const int Edge = 20;

    public int Width => Bodies.Select(body => body.X + ColumnWidth).DefaultIfEmpty(ColumnWidth).Max();

    public int Height => (int)Bodies.Select(body => body.Y + Edge).DefaultIfEmpty(Edge).Max() + 4;

    public static PictureView Of(Visit visit, AnswerGraph graph)
    {
        var numbers = graph.Things.Select((thing, index) => (thing.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index);
        var ends = graph.Joins.Select(join => (numbers[join.FromId], numbers[join.ToId])).ToImmutableArray();
        var places = new GraphColumns(graph.Things.Length, ends).Place();
        ImmutableArray<PictureBody> bodies =
        [
            .. graph.Things.Zip(
                places,
                (thing, place) => new PictureBody(thing, Edge + (place.Column * ColumnWidth), Edge + (place.Row * RowHeight))
            ),
        ];
        return new(
            bodies,
            [.. graph.Joins.Zip(ends, (join, end) => PictureCurve.Of(bodies[end.Item1], bodies[end.Item2], SaidOf(visit, join)))],
            [
                .. graph
                    .Joins.CountBy(join => visit.Words.Relation(join.Type, Direction.Out))
                    .OrderByDescending(count => count.Value)
                    .ThenBy(count => count.Key, StringComparer.Ordinal)
                    .Select(count => (count.Key, count.Value)),
            ],
            graph.LeftOut
        );
    }

    private static string SaidOf(Visit visit, Relation join) =>
        $"{join.From?.Title} {visit.Words.RelationInside(join.Type, Direction.Out)} {join.To?.Title}";
}

/// <summary>A thing in a picture.</summary>
/// <param name="Thing">What it is.</param>
/// <param name="X">Of the middle of its shape, in pixels.</param>
/// <param name="Y">Likewise.</param>
public sealed record PictureBody(Entity Thing, int X, double Y)
{
    private const int LongestLabel = 30;
    private const double LetterWidth = 6.6;

    public string Label =>
        Thing.Title.Length <= LongestLabel ? Thing.Title : $"{Thing.Title.AsSpan(0, LongestLabel - 1).TrimEnd()}…";

    /// <summary>Where its label ends, by estimate.</summary>
    public double Right => X + 14 + (Label.Length * LetterWidth);
}

/// <summary>A relation in a picture.</summary>
/// <param name="Path">As SVG draws it.</param>
/// <param name="Said">The relation as a sentence.</param>
public sealed record PictureCurve(string Path, string Said)
{
    public static PictureCurve Of(PictureBody from, PictureBody to, string said)
    {
        var isOnwards = from.X < to.X;
        var startX = isOnwards ? from.Right + 4 : from.X - 10;
        var endX = from.X > to.X ? to.Right + 8 : to.X - 11;
        // Within a column it swings out to the left, where there are no labels.
        var bend = from.X == to.X ? -40 : (endX - startX) / 2;
        var (controlStart, controlEnd) = (startX + bend, from.X == to.X ? endX + bend : endX - bend);
        return new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"M{startX:0.#} {from.Y:0.#}C{controlStart:0.#} {from.Y:0.#} {controlEnd:0.#} {to.Y:0.#} {endX:0.#} {to.Y:0.#}"
            ),
            said
        );
    }
}
