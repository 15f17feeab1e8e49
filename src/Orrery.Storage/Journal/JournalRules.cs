using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Storage;

/// <summary>What every journal asks of an append before it touches anything.</summary>
internal static class JournalRules
{
    public static void CheckFollow(Revision expected, ImmutableArray<ChangeSet> changes)
    {
        if (changes.IsDefaultOrEmpty)
            throw new ArgumentException("An append takes at least one change set.", nameof(changes));
        var revision = expected;
        foreach (var change in changes)
        {
            if (change.Revision != revision.Next)
                throw new ArgumentException($"Revision {change.Revision} does not follow {revision}.", nameof(changes));
            revision = change.Revision;
        }
    }
}
