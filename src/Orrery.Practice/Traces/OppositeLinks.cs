using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Causal links that say the opposite between the same two things: more leads to more, and more leads to less. Both may stand; who says the second is told of the first.</summary>
public static class OppositeLinks
{
    private const string Sign = "sign";

    /// <summary>Those that say the opposite of a link at the moment of its reading.</summary>
    public static ImmutableArray<Relation> Of(Relation link) =>
        [.. Between(link.Reading, link.Type, link.From, link.To, link[Sign].AsText).Where(other => other.Id != link.Id)];

    /// <summary>Those that say the opposite of a link that is not there yet.</summary>
    /// <param name="reading">What there is.</param>
    /// <param name="type">The sort of link.</param>
    /// <param name="from">What drives.</param>
    /// <param name="to">What is driven.</param>
    /// <param name="sign">What would be said; only plus and minus have an opposite.</param>
    public static ImmutableArray<Relation> Between(Reading reading, string type, Entity? from, Entity? to, string? sign)
    {
        if (OppositeOf(sign) is not { } opposite || from is null || to is null || !IsCausal(reading, type))
            return [];
        return [.. from.Relations(Direction.Out, type).Where(link => link.To?.Id == to.Id && link[Sign].AsText == opposite)];
    }

    /// <summary>Those that say the opposite of what commands would say, each once.</summary>
    public static ImmutableArray<Relation> Of(IEnumerable<GraphCommand> commands, Reading reading) =>
        [.. commands.SelectMany(command => Of(command, reading)).DistinctBy(link => link.Id)];

    /// <summary>What a sign says.</summary>
    public static string Said(Relation link) => link[Sign].AsText == "-" ? "more leads to less" : "more leads to more";

    /// <summary>Whether relations of a type say that one thing drives another.</summary>
    public static bool IsCausal(Reading reading, string type) =>
        reading.Model.FindRelationType(type) is { } known && reading.Find(known.Id)?["causal"] is Value.Bool { Flag: true };

    private static ImmutableArray<Relation> Of(GraphCommand command, Reading reading) =>
        command switch
        {
            GraphCommand.Relate relate => Between(
                reading,
                relate.Type,
                reading.Find(relate.From),
                reading.Find(relate.To),
                relate.Fields.GetValueOrDefault(Sign)?.AsText
            ),
            GraphCommand.SetField { Field: Sign } said when reading.FindRelation(said.Subject) is { } link => Between(
                    reading,
                    link.Type,
                    link.From,
                    link.To,
                    said.Value.AsText
                )
                .RemoveAll(other => other.Id == link.Id),
            _ => [],
        };

    private static string? OppositeOf(string? sign) =>
        sign switch
        {
            "+" => "-",
            "-" => "+",
            _ => null,
        };
}
