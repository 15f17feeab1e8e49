using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>What belongs to a container.</summary>
/// <param name="Container">The container.</param>
/// <param name="Intents">What is meant in it and not ended, by id; never the container.</param>
internal sealed record ThreadMembers(Entity? Container, IReadOnlyDictionary<Id, Meant> Intents)
{
    /// <summary>Nothing.</summary>
    public static readonly ThreadMembers None = new(null, new Dictionary<Id, Meant>());

    /// <summary>The container and all its intents.</summary>
    public IEnumerable<Entity> All => Container is null ? Things : Things.Append(Container);

    private IEnumerable<Entity> Things => Intents.Values.Select(intent => intent.Thing);
}
