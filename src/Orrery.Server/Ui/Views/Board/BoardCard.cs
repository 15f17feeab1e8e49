using System.Globalization;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>A row of the answer on a board.</summary>
/// <param name="Order">Its place in the answer, which is its place within a column.</param>
/// <param name="Thing">What it is of, or null where the answer holds no things.</param>
/// <param name="Nth">Which of the rows of that thing it is, counted from 1.</param>
/// <param name="Row">Its values.</param>
/// <param name="CameFrom">The column that it was in at the moment compared with, when that is another; else null.</param>
public sealed record BoardCard(int Order, Id? Thing, int Nth, ShownRow Row, ViewGroup? CameFrom)
{
    /// <summary>The id of its element, alike as long as it is the same row.</summary>
    public string Key =>
        (Thing, Nth) switch
        {
            (null, _) => string.Create(CultureInfo.InvariantCulture, $"row-{Order}"),
            ({ } thing, 1) => thing.ToString(),
            ({ } thing, var nth) => string.Create(CultureInfo.InvariantCulture, $"{thing}-{nth}"),
        };
}

/// <summary>A column of a board.</summary>
/// <param name="Group">Whose cards stand in it.</param>
/// <param name="Cards">All of them, in the order of the answer.</param>
public sealed record BoardColumn(ViewGroup Group, BoardCards Cards)
{
    /// <summary>How many are there at the moment that is looked at.</summary>
    public int Count => Cards.HereCount;

    /// <summary>How many came here since the moment compared with, new or from another column.</summary>
    public int Came => Cards.CameCount;
}
