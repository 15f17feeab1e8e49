using Orrery.Graph;

namespace Orrery.Server;

/// <summary>The refusals of changing many things together.</summary>
internal static class ManyFaults
{
    /// <summary>More things were chosen than are changed at once.</summary>
    public static Fault TooManyChosen(int chosen, int most) =>
        new(
            FaultKind.Limit,
            "many.too-many",
            $"{chosen:#,0} things are chosen; at most {most:#,0} are changed at once.",
            "Narrow the question, and change them in parts."
        );

    /// <summary>What is to be changed was not said, or the question that says it cannot be answered.</summary>
    public static Fault NothingChosen() =>
        new(
            FaultKind.Invalid,
            "many.nothing-chosen",
            "No things are chosen.",
            "Go back to the list, choose some rows, and say what to do with them."
        );

    /// <summary>Since the changes were looked at, somebody changed what they are made of.</summary>
    public static Fault ManyChanged() =>
        new(
            FaultKind.Conflict,
            "many.changed",
            "Something changed since you looked, so nothing was changed.",
            "What is different now is marked below. Look once more, and make the changes if they are still right."
        );
}
