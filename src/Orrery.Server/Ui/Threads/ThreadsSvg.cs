using Orrery.Practice;

namespace Orrery.Server;

/// <summary>The threads as a file of their own.</summary>
internal static class ThreadsSvg
{
    public static string Write(ThreadsView view) =>
        GridSvg.Write(
            new(
                $"Threads of {view.Visit.Title}",
                $"as of {Dates.Of(view.Visit.Dates.DayOf(view.Visit.Reading.Valid))}{(view.Since is { } since ? $", compared with {view.Visit.Dates.Day(since)}" : "")}",
                230,
                200,
                [
                    .. view.HasOverdue ? ["overdue"] : Array.Empty<string>(),
                    .. view.Shown.Select(horizon => Orbits.Names[horizon]),
                ],
                [.. (view.Map?.Rows ?? []).Select(row => Row(view, row))]
            )
        );

    private static PictureRow Row(ThreadsView view, ThreadRow row) =>
        new(
            [row.Container.Title, Premises(row), Teams(row), Money(view, row)],
            [
                .. view.HasOverdue
                    ? [PictureCell.Of(row.Overdue.Select(item => Line(view.Visit, item)))]
                    : Array.Empty<PictureCell>(),
                .. view.Shown.Select(horizon =>
                    row.IsGap(horizon)
                        ? new PictureCell([new("nothing in between", null, PictureLook.Note)], IsGap: true)
                        : PictureCell.Of(row.At(horizon).Select(item => Line(view.Visit, item)))
                ),
            ]
        );

    private static PictureLine Line(Visit visit, ThreadItem item) =>
        new(
            item.Entity.Title,
            visit.Reading.Model.CategoryOf(item.Entity.Kind),
            item.Change == ThreadChange.Went ? PictureLook.Gone : PictureLook.Usual,
            item.Change switch
            {
                ThreadChange.Came => "new",
                ThreadChange.Went => "gone",
                ThreadChange.Moved => $"was {Orbits.Names[item.Was!.Value]}",
                _ => null,
            }
        );

    private static string Premises(ThreadRow row) =>
        row.Premises.Count == 0 ? "no premise recorded"
        : row.Premises.Stale.IsEmpty ? $"{Count(row)}, fresh"
        : $"{Count(row)}, {row.Premises.Stale.Length} not looked at for long";

    private static string Count(ThreadRow row) => row.Premises.Count == 1 ? "1 premise" : $"{row.Premises.Count} premises";

    private static string Teams(ThreadRow row) =>
        row.Teams.IsEmpty ? "nobody works on it yet" : string.Join(", ", row.Teams.Select(team => team.Title));

    private static string Money(ThreadsView view, ThreadRow row) =>
        row.Money.IsEmpty ? "nothing funded" : string.Join(", ", row.Money.Select(money => view.Visit.Values.Short(money, null)));
}
