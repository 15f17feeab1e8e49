using NodaTime;
using Orrery.Server;

namespace Orrery.Tests.Forms;

/// <summary>How long ago something was recorded, as pages say it.</summary>
public sealed class RecordedAgoTests
{
    [Fact]
    public void What_was_recorded_never_lies_ahead_of_a_workspace_with_a_present_of_its_own()
    {
        var now = Instant.FromUtc(2026, 11, 26, 12, 0);
        var dates = new Dates(now, now, DateTimeZone.Utc);

        Assert.Equal("today", dates.Told(now + Duration.FromDays(3)));
        Assert.Equal("yesterday", dates.Told(now - Duration.FromDays(1)));
        Assert.Equal("in 3 days", dates.Ago(now + Duration.FromDays(3)));
    }
}
