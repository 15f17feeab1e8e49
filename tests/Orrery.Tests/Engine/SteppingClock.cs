using NodaTime;

namespace Orrery.Tests.Engine;

/// <summary>A clock that stands until it is stepped, back too.</summary>
internal sealed class SteppingClock : TimeProvider
{
    public static readonly Instant Start = Instant.FromUtc(2026, 1, 1, 0, 0);

    private DateTimeOffset _now = Start.ToDateTimeOffset();

    public void Step(int minutes) => _now += TimeSpan.FromMinutes(minutes);

    public override DateTimeOffset GetUtcNow() => _now;
}
