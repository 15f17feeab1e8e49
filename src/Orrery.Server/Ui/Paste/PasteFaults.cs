using Orrery.Graph;

namespace Orrery.Server;

/// <summary>The refusals of pasted lists.</summary>
internal static class PasteFaults
{
    /// <summary>There is nothing in what was pasted.</summary>
    public static Fault NothingPasted() =>
        new(FaultKind.Invalid, "paste.empty", "Nothing was pasted yet.", "Paste lines or a table, one thing a row.");

    /// <summary>More rows than a form takes.</summary>
    public static Fault TooMuchPasted(int rows, int most) =>
        new(
            FaultKind.Limit,
            "paste.too-long",
            $"{rows:#,0} rows were pasted; at most {most:#,0} are taken at once.",
            "Paste it in parts, or read the file with a mapping: orrery import FILE --mapping MAP.yaml"
        );

    /// <summary>Since the rows were looked at, somebody changed what they are compared with.</summary>
    public static Fault PasteChanged() =>
        new(
            FaultKind.Conflict,
            "paste.changed",
            "Something changed since you looked: other things would be added or updated than those you saw. Nothing was done.",
            "Look at the rows as they are now, and take them if they are still right."
        );
}
