using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Refusals of what somebody supposes.</summary>
public static class SupposeFaults
{
    internal static Fault Unclear(string sentence) =>
        new(
            FaultKind.Invalid,
            "suppose.unclear",
            $"'{sentence}' is nothing that can be supposed.",
            "Write one of: no team:a · team:a becomes team:b · team:a works-on bet:c · no team:a works-on bet:c · new team:d Its name"
        );

    internal static Fault NotSo(Entity from, RelationType type, Entity to) =>
        new(
            FaultKind.Invalid,
            "suppose.not-so",
            $"'{from}' {type.Title} '{to}' is not so anyway.",
            "Leave it out, or look at the page of either for what joins them."
        );

    /// <summary>There are as many sentences as there may be.</summary>
    public static Fault TooMany(int most) =>
        new(FaultKind.Limit, "suppose.too-many", $"No more than {most} things are supposed at once.", "Take one away first.");

    /// <summary>Too much would have to be copied to try something on it.</summary>
    public static Fault TooLarge(int things, int most) =>
        new(
            FaultKind.Limit,
            "suppose.too-large",
            $"There are {things:#,0} things and relations here: too many to try something on a copy of them, which may hold {most:#,0}.",
            "Try it in a smaller workspace, with just what it is about."
        );
}
