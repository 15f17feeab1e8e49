using NodaTime;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Something that waits for somebody.</summary>
public abstract record Matter
{
    private Matter(Entity entity, double weight) => (Entity, Weight) = (entity, weight);

    /// <summary>What it is about.</summary>
    public Entity Entity { get; }

    /// <summary>How much it matters; larger comes first. Only for the order of one list: never shown.</summary>
    public double Weight { get; }

    /// <summary>An update that was promised and did not come.</summary>
    /// <param name="By">The day for which it was promised.</param>
    public sealed record Promise(Entity Thing, double Heft, LocalDate By) : Matter(Thing, Heft);

    /// <summary>A decision that is due: to pivot or proceed, or to look at one again.</summary>
    /// <param name="Field">The field that says so.</param>
    /// <param name="By">The day.</param>
    public sealed record Decision(Entity Thing, double Heft, string Field, LocalDate By) : Matter(Thing, Heft);

    /// <summary>What its lifecycle asks some days after a step, and that is not there.</summary>
    /// <param name="Asked">The line.</param>
    public sealed record Later(Entity Thing, double Heft, AskedLater Asked) : Matter(Thing, Heft);

    /// <summary>Nobody has looked at it for so long that half of the trust in it is gone.</summary>
    /// <param name="Look">When somebody last did.</param>
    public sealed record Stale(Entity Thing, double Heft, LastLook Look) : Matter(Thing, Heft);
}
