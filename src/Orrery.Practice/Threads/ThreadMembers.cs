using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>What belongs to a container.</summary>
/// <param name="Container">The container.</param>
/// <param name="Intents">What is meant in it and not ended, by id; never the container.</param>
internal sealed record ThreadMembers(Entity? Container, IReadOnlyDictionary<Id, Entity> Intents)
{
    /// <summary>Nothing.</summary>
    public static readonly ThreadMembers None = new(null, new Dictionary<Id, Entity>());

    /// <summary>The container and all its intents.</summary>
    public IEnumerable<Entity> All => Container is null ? Intents.Values : Intents.Values.Append(Container);
}
