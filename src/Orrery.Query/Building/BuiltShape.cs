using System.Collections.Immutable;

namespace Orrery.Query;

/// <summary>Whether a built question speaks only of things that it has.</summary>
internal static class BuiltShape
{
    public static bool IsWhole(BuiltQuestion question) =>
        question.Steps.Index().All(step => IsThing(step.Item.From, step.Index + 1))
        && question.Absences.All(step => IsThing(step.From, question.Steps.Length + 1))
        && question.Wanted switch
        {
            Wanted.Things things => AreThings(things.Beside, question),
            Wanted.Groups groups => AreThings(groups.By, question)
                && (groups.Order is not GroupOrder.ByDetail order || IsThing(order.Index, groups.By.Length)),
            _ => false,
        };

    private static bool AreThings(ImmutableArray<Detail> details, BuiltQuestion question) =>
        details.All(detail => IsThing(detail.Of, question.Steps.Length + 1));

    private static bool IsThing(int number, int count) => number >= 0 && number < count;
}
