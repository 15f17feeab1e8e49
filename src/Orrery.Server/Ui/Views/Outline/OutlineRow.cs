using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>A row of an outline: a thing under one of those it lies under.</summary>
/// <param name="Path">Where it is: the numbers of the things down to it. The same thing elsewhere has another path.</param>
/// <param name="Level">1 for those on top.</param>
/// <param name="Row">What the answer says of the thing.</param>
/// <param name="Thing">What it is.</param>
/// <param name="Mark">What became of it here since the moment compared with.</param>
/// <param name="Notes">What else there is to say about its place.</param>
/// <param name="BelowCount">How many things lie right below it in the answer.</param>
/// <param name="IsOpen">Whether those are shown.</param>
/// <param name="Below">Those that are shown.</param>
/// <param name="LeftOut">How many of them there was no room for.</param>
public sealed record OutlineRow(
    string Path,
    int Level,
    ShownRow Row,
    Entity Thing,
    RowMark Mark,
    OutlineNotes Notes,
    int BelowCount,
    bool IsOpen,
    ImmutableArray<OutlineRow> Below,
    int LeftOut
)
{
    /// <summary>Whether there is more to say than its title.</summary>
    public bool HasRemarks => Notes.SayAnything || (Mark == RowMark.Went && Row.Mark != RowMark.Went);

    public string? MarkName => (Row with { Mark = Mark }).MarkName;
}

/// <summary>What an outline says beside a title.</summary>
/// <param name="AlsoUnder">The other things it lies under.</param>
/// <param name="LeadsBack">What would lie below it, but leads back to it.</param>
/// <param name="MoreAbove">How many things outside the answer it lies under.</param>
/// <param name="MoreBelow">How many things outside the answer lie below it.</param>
/// <param name="OtherRows">In how many more rows of the answer it is.</param>
public sealed record OutlineNotes(
    ImmutableArray<Entity> AlsoUnder,
    ImmutableArray<Entity> LeadsBack,
    int MoreAbove,
    int MoreBelow,
    int OtherRows
)
{
    public bool SayAnything => !AlsoUnder.IsEmpty || !LeadsBack.IsEmpty || MoreAbove + MoreBelow + OtherRows > 0;
}
