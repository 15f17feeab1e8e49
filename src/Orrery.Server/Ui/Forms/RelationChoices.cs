using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>A way in which things of a kind may be related.</summary>
/// <param name="Type">The relation type.</param>
/// <param name="Direction">Out when the thing at hand is the start.</param>
/// <param name="OtherKinds">What may stand at the other end; empty for anything.</param>
public sealed record RelationChoice(RelationType Type, Direction Direction, ImmutableArray<string> OtherKinds)
{
    /// <summary>What a form sends to mean this.</summary>
    public string Key => KeyOf(Direction, Type.Symbol);

    public static string KeyOf(Direction direction, string type) => $"{(direction == Direction.Out ? "out" : "in")}:{type}";
}

/// <summary>Ways to be related to things of one category.</summary>
/// <param name="Category">The category's symbol; empty for what may be related to anything.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Choices">The ways, those in use first.</param>
public sealed record RelationChoiceGroup(string Category, string Title, ImmutableArray<RelationChoice> Choices);

/// <summary>What a kind's things may be related by.</summary>
public static class RelationChoices
{
    private const int MostLookedAt = 200;

    /// <summary>By the category of what stands at the other end, the asked one first.</summary>
    public static ImmutableArray<RelationChoiceGroup> Grouped(Subject subject, string? asked)
    {
        var visit = subject.Visit;
        var uses = UsesOf(visit.Reading, subject.Kind);
        return
        [
            .. For(visit.Reading.Model, subject.Kind)
                .GroupBy(choice => CategoryOf(visit.Reading.Model, choice))
                .OrderBy(group => group.Key == asked ? -1 : Array.IndexOf(RailLists.Order, group.Key))
                .Select(group => new RelationChoiceGroup(
                    group.Key,
                    group.Key == "" ? "Anything" : visit.Words.Category(group.Key),
                    [.. group.OrderByDescending(choice => uses.GetValueOrDefault(choice.Key))]
                )),
        ];
    }

    // Where several categories may stand, the first in the order of everywhere.
    private static string CategoryOf(Model model, RelationChoice choice) =>
        choice
            .OtherKinds.Select(model.CategoryOf)
            .Where(category => category.Length > 0 && RailLists.Order.Contains(category))
            .MinBy(category => Array.IndexOf(RailLists.Order, category))
        ?? "";

    // How many of the first things of the kind are related so.
    private static Dictionary<string, int> UsesOf(Reading reading, string kind)
    {
        Dictionary<string, int> uses = [];
        foreach (var entity in reading.WithLabel(kind).Take(MostLookedAt))
        {
            foreach (var direction in (Direction[])[Direction.Out, Direction.In])
            {
                foreach (var type in entity.Relations(direction).Take(MostLookedAt).Select(relation => relation.Type).Distinct())
                {
                    var key = RelationChoice.KeyOf(direction, type);
                    uses[key] = uses.GetValueOrDefault(key) + 1;
                }
            }
        }

        return uses;
    }

    public static IEnumerable<RelationChoice> For(Model model, string kind)
    {
        var known = model.FindKind(kind);
        foreach (
            var type in model
                .RelationTypes.Values.Where(type => !type.IsHidden)
                .OrderBy(type => type.Title, StringComparer.OrdinalIgnoreCase)
        )
        {
            var isStart = Allows(type.FromKinds, known);
            if (isStart)
                yield return new(type, Direction.Out, type.ToKinds);
            // What reads the same from both ends is offered once: nobody could tell which of the two is meant.
            if (Allows(type.ToKinds, known) && !type.IsSymmetric && !(isStart && type.Inverse == type.Title))
                yield return new(type, Direction.In, type.FromKinds);
        }
    }

    private static bool Allows(ImmutableArray<string> kinds, Kind? kind) =>
        kinds.IsEmpty || (kind is not null && kinds.Any(kind.IsA));
}
