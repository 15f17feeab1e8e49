using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Something that somebody should hear of.</summary>
/// <param name="About">The thing or relation it is about.</param>
/// <param name="At">When it came about.</param>
/// <param name="By">Who did it.</param>
/// <param name="Why">Why they hear of it.</param>
/// <param name="Comment">What was said; null for a change.</param>
/// <param name="Revision">The change set; null for what was said.</param>
public sealed record Notification(Id About, Instant At, string? By, NotificationReason Why, Comment? Comment, Revision? Revision);

/// <summary>Why somebody hears of something.</summary>
public enum NotificationReason
{
    /// <summary>They are named in it.</summary>
    Mentioned,

    /// <summary>It answers what they said.</summary>
    Replied,

    /// <summary>It was said about something they watch or talked about.</summary>
    Said,

    /// <summary>Something they watch changed.</summary>
    Changed,
}

/// <summary>Finds what somebody should hear of.</summary>
public static partial class Notifications
{
    /// <summary>All that others did since an instant, the newest first.</summary>
    /// <param name="reading">Now.</param>
    /// <param name="person">Their name, as change sets have it.</param>
    /// <param name="keys">What they are called after an <c>@</c>.</param>
    /// <param name="since">What came before is not told.</param>
    /// <remarks>Cost: linear in comments and watches; changes of watched things are told once each, the last one.</remarks>
    public static ImmutableArray<Notification> Of(Reading reading, string person, IReadOnlyCollection<string> keys, Instant since)
    {
        var comments = Comments.Of(reading).ToList();
        var mine = comments.Where(comment => comment.By == person).ToDictionary(comment => comment.Id);
        var watches = Watching.Of(reading, person).ToDictionary(watch => watch.About, watch => watch.Since);
        HashSet<Id> watched = [.. watches.Keys];
        HashSet<Id> talked = [.. mine.Values.Select(comment => comment.About)];
        var said = comments
            .Where(comment => comment.At > since && comment.By != person)
            .Select(comment => (Comment: comment, Why: Why(comment, mine, watched, talked, keys)))
            .Where(notice => notice.Why is not null)
            .Select(notice => new Notification(
                notice.Comment.About,
                notice.Comment.At,
                notice.Comment.By,
                notice.Why!.Value,
                notice.Comment,
                null
            ));
        var changed = watches.Select(watch => Changed(reading, watch.Key, watch.Value, person, since)).OfType<Notification>();
        return [.. said.Concat(changed).OrderByDescending(notice => notice.At)];
    }

    /// <summary>The names after an <c>@</c> in a text.</summary>
    public static IEnumerable<string> Mentions(string text) =>
        Mention().Matches(text).Select(found => found.Groups["name"].Value);

    private static NotificationReason? Why(
        Comment comment,
        Dictionary<Id, Comment> mine,
        HashSet<Id> watched,
        HashSet<Id> talked,
        IReadOnlyCollection<string> keys
    ) =>
        Mentions(comment.Text).Any(name => keys.Contains(name, StringComparer.OrdinalIgnoreCase)) ? NotificationReason.Mentioned
        : comment.ReplyTo is { } to && mine.ContainsKey(to) ? NotificationReason.Replied
        : watched.Contains(comment.About) || talked.Contains(comment.About) ? NotificationReason.Said
        : null;

    // What somebody begins to watch was as it was: they hear of what comes after.
    private static Notification? Changed(Reading reading, Id id, Revision watchedSince, string person, Instant since)
    {
        if (reading.FindAnyTime(id) is not { LastTold: { } told })
            return null;
        var cause = reading.Snapshot.CauseOf(told.Revision);
        return cause.Recorded > since && told.Revision > watchedSince && cause.Cause.Actor != person
            ? new(id, cause.Recorded, cause.Cause.Actor, NotificationReason.Changed, null, told.Revision)
            : null;
    }

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}@/])@(?<name>[\p{L}\p{N}]([\p{L}\p{N}_-]*[\p{L}\p{N}])?)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex Mention();
}
