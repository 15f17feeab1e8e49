using NodaTime;

namespace Orrery.ConformanceTests;

/// <summary>A clock that moves one second each time it is told to.</summary>
internal sealed class SecondsClock : TimeProvider
{
    public static readonly Instant Start = Instant.FromUtc(2026, 1, 1, 0, 0);

    private DateTimeOffset _now = Start.ToDateTimeOffset();

    public void Step() => _now += TimeSpan.FromSeconds(1);

    public override DateTimeOffset GetUtcNow() => _now;
}
