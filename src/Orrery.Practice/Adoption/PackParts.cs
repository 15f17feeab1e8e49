using System.Collections.Frozen;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>What packs put into a graph, part by part, by the ids it has in every workspace.</summary>
internal sealed class PackParts
{
    /// <summary>Of no packs.</summary>
    public static readonly PackParts None = new([]);

    public PackParts(IReadOnlyList<GraphCommand> commands)
    {
        Entities = commands.OfType<GraphCommand.CreateEntity>().ToFrozenDictionary(c => c.Subject);
        Links = commands.OfType<GraphCommand.Relate>().DistinctBy(c => c.Subject).ToFrozenDictionary(c => c.Subject);
    }

    /// <summary>Kinds, fields, relation types and the like.</summary>
    public FrozenDictionary<Id, GraphCommand.CreateEntity> Entities { get; }

    /// <summary>What ties them: is-a, has-field, from-kind, to-kind.</summary>
    public FrozenDictionary<Id, GraphCommand.Relate> Links { get; }

    /// <summary>Of these packs together; null is no pack at all.</summary>
    public static PackParts Of(Catalogue? catalogue) => catalogue is null ? None : new(catalogue.ToCommands());

    /// <summary>The ref that a part has.</summary>
    public static EntityRef RefOf(GraphCommand.CreateEntity part) => EntityRef.Of(part.Labels[0], part.Key!);
}
