using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using NodaTime;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>What somebody should hear of: where they are named, what they watch.</summary>
internal static class InboxPages
{
    private static readonly Duration Kept = Duration.FromDays(60);

    public static IResult Show(Visit visit)
    {
        var read = LastRead(visit);
        var notices = Notifications.Of(visit.Reading, visit.Viewer.Name, KeysOf(visit), visit.Reading.Now - Kept);
        if (!visit.IsAhead)
            NoteRead(visit, notices);
        return Page.Of<InboxPage>(new InboxView(visit, notices, read));
    }

    // What was recorded by the clock of this machine may lie ahead of the present of the workspace.
    private static void NoteRead(Visit visit, ImmutableArray<Notification> notices) =>
        visit.Http.Response.Cookies.Append(
            Name(visit),
            Milliseconds(notices.Select(notice => notice.At).Append(visit.Reading.Now).Max()),
            new()
            {
                Path = visit.Links.Root,
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                MaxAge = TimeSpan.FromDays(400),
            }
        );

    // The next millisecond: what is kept must not lie before what was read.
    private static string Milliseconds(Instant at) => (at.ToUnixTimeMilliseconds() + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>How much there is that was not read yet.</summary>
    public static int Unread(Visit visit) =>
        visit.IsNow ? Notifications.Of(visit.Reading, visit.Viewer.Name, KeysOf(visit), LastRead(visit)).Length : 0;

    private static Instant LastRead(Visit visit) =>
        long.TryParse(visit.Http.Request.Cookies[Name(visit)], CultureInfo.InvariantCulture, out var at)
        && at is > 0 and < 100_000_000_000_000
            ? Instant.FromUnixTimeMilliseconds(at)
            : visit.Reading.Now - Kept;

    private static string Name(Visit visit) => $"orrery-read-{visit.Workspace.Name}";

    private static string[] KeysOf(Visit visit)
    {
        var self = Self.Of(visit);
        return new[] { EntityRef.KeyFor(visit.Viewer.Name), self?.Ref?.Key, self?["handle"].AsText }
            .OfType<string>()
            .Where(key => key.Length > 0)
            .ToArray();
    }
}

/// <summary>What the inbox shows.</summary>
/// <param name="Visit">Whose it is.</param>
/// <param name="Notifications">The newest first.</param>
/// <param name="Read">What came after this is new.</param>
public sealed record InboxView(Visit Visit, ImmutableArray<Notification> Notifications, Instant Read);
