namespace Orrery.Server;

/// <summary>A row of the answer on a board.</summary>
/// <param name="Key">The id of its element, alike as long as it is the same row.</param>
/// <param name="Order">Its place in the answer, which is its place within a column.</param>
/// <param name="Row">Its values.</param>
/// <param name="CameFrom">The column that it was in at the moment compared with, when that is another; else null.</param>
public sealed record BoardCard(string Key, int Order, ShownRow Row, ViewGroup? CameFrom);

/// <summary>A column of a board.</summary>
/// <param name="Group">Whose cards stand in it.</param>
/// <param name="Cards">All of them, in the order of the answer.</param>
public sealed record BoardColumn(ViewGroup Group, System.Collections.Immutable.ImmutableArray<BoardCard> Cards)
{
    /// <summary>How many are there at the moment that is looked at.</summary>
    public int Count => Cards.Count(card => card.Row.Mark != RowMark.Went);

    /// <summary>How many came here since the moment compared with, new or from another column.</summary>
    public int Came => Cards.Count(card => card.Row.Mark == RowMark.Came || card.CameFrom is not null);
}
