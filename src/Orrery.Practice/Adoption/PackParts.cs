using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>What packs put into a graph, part by part, by the ids it has in every workspace.</summary>
internal sealed class PackParts
{
    /// <summary>Of no packs.</summary>
    public static readonly PackParts None = new([]);

    public PackParts(IReadOnlyList<GraphCommand> commands)
    {
        Entities = new(commands.OfType<GraphCommand.CreateEntity>().Select(c => KeyValuePair.Create(c.Subject, c)));
        Links = new(
            commands.OfType<GraphCommand.Relate>().DistinctBy(c => c.Subject).Select(c => KeyValuePair.Create(c.Subject, c))
        );
    }

    /// <summary>Kinds, fields, relation types and the like, as the packs have them one after the other.</summary>
    public OrderedDictionary<Id, GraphCommand.CreateEntity> Entities { get; }

    /// <summary>What ties them: is-a, has-field, from-kind, to-kind.</summary>
    public OrderedDictionary<Id, GraphCommand.Relate> Links { get; }

    /// <summary>Of these packs together; null is no pack at all.</summary>
    public static PackParts Of(Catalogue? catalogue) => catalogue is null ? None : new(catalogue.ToCommands());

    /// <summary>The ref that a part has.</summary>
    public static EntityRef RefOf(GraphCommand.CreateEntity part) => EntityRef.Of(part.Labels[0], part.Key!);
}
