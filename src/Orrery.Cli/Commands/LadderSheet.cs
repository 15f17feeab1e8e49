using System.Globalization;
using Orrery.Practice;

namespace Orrery.Cli;

/// <summary>A ladder in rows, the furthest horizon first; what is missing is a row of its own.</summary>
internal static class LadderSheet
{
    public static async Task PrintAsync(Call call, Ladder ladder)
    {
        await call.Terminal.Error.WriteLineAsync(LadderTelling.First(ladder));
        if (ladder.Way is { } way)
            await call.Terminal.Error.WriteLineAsync(
                way.Unsaid == way.Links.Length
                    ? $"The surest way up: {LadderTelling.Sure(way)}."
                    : $"The surest way up: {LadderTelling.Sure(way)}. Its weakest link is that from {way.Weakest.Lower} to {way.Weakest.Upper}."
            );
        call.Print(Of(ladder));
    }

    private static Sheet Of(Ladder ladder)
    {
        var sheet = new Sheet("horizon", "what", "ref", "steps", "leaps to");
        for (var horizon = Horizons.Count - 1; horizon >= 0; horizon--)
        {
            if (ladder.IsMissing(horizon))
                sheet.Add(LadderTelling.Names[horizon], "nothing here", "", "", "");
            Add(sheet, ladder, horizon, LadderTelling.Names[horizon]);
        }

        Add(sheet, ladder, null, "");
        return sheet;
    }

    private static void Add(Sheet sheet, Ladder ladder, int? horizon, string name)
    {
        foreach (var rung in ladder.Rungs.Where(rung => rung.Horizon == horizon).OrderByDescending(rung => rung.Hops))
            sheet.Add(
                name,
                rung.Entity.Title,
                rung.Entity.ToString(),
                rung.Hops.ToString("+0;-0;0", CultureInfo.InvariantCulture),
                string.Join(
                    ", ",
                    ladder.Leaps.Where(leap => leap.Lower.Equals(rung.Entity)).Select(leap => LadderTelling.Names[leap.To])
                )
            );
    }
}
