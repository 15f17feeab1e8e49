using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Server;

/// <summary>Changes that a question proposes, told before they are made.</summary>
/// <param name="Sentences">What each would do, in order.</param>
/// <param name="At">The revision they were made up against.</param>
/// <param name="Digest">Of what is told: another digest at another revision means other changes.</param>
/// <param name="IsOfNow">Whether they were made up from what is known now, and so can be made.</param>
public sealed record Proposed(ImmutableArray<Sentence> Sentences, Revision At, string Digest, bool IsOfNow)
{
    /// <summary>The most sentences on a page.</summary>
    public const int Most = 200;

    public static Proposed Of(Visit visit, Reading reading, Revision at, ProposedChanges changes)
    {
        ImmutableArray<Sentence> sentences = [.. new ChangeTelling(visit, reading, changes.Commands).Tell()];
        return new(sentences, at, DigestOf(sentences), visit.When.Known is null && at >= visit.Reading.Snapshot.At);
    }

    /// <summary>Whether a form was sent for these changes: made up at the same revision, or told alike.</summary>
    public bool IsAsShown(IFormCollection form) =>
        form["seen"] == At.Value.ToString(CultureInfo.InvariantCulture) || form["digest"] == Digest;

    private static string DigestOf(ImmutableArray<Sentence> sentences) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', sentences.Select(PlainTelling.TextOf)))).AsSpan(0, 12)
        );
}
