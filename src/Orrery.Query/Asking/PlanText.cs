using System.Globalization;
using System.Text;

namespace Orrery.Query;

/// <summary>A plan as people read it: from the first step to the last, subqueries further in.</summary>
internal static class PlanText
{
    public static string Of(PlannedQuery plan, Profile? profile)
    {
        StringBuilder text = new();
        Write(text, plan.Root, profile, 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, Plan plan, Profile? profile, int depth)
    {
        if (plan.Input is { } before)
            Write(text, before, profile, depth);
        foreach (var inner in plan.Inner)
            Write(text, inner, profile, depth + 1);
        if (plan is OncePlan)
            return;
        text.Append(' ', 2 * depth).Append(plan.Describe().ReplaceLineEndings(" "));
        text.Append(
            profile is null
                ? $"  [about {Counted(plan.Rows, "row")}]"
                : $"  [{Counted(profile.Of(plan).Rows, "row")}, {Counted(profile.Of(plan).Looks, "look")}]"
        );
        text.Append('\n');
    }

    private static string Counted(double many, string what) =>
        many.ToString("0", CultureInfo.InvariantCulture) is var text && text == "1" ? $"1 {what}" : $"{text} {what}s";
}
