using System.Text;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Tests.Graph;

/// <summary>A graph as text in one order only: equal graphs have equal texts.</summary>
internal static class CanonicalText
{
    private static readonly Instant[] Moments =
    [
        .. Enumerable.Range(-3, 14).Select(day => Instant.FromUtc(2024, 1, 4, 1, 0) + Duration.FromDays(day)),
        Instant.FromUtc(2030, 1, 1, 0, 0),
    ];

    public static string Of(GraphSnapshot snapshot) =>
        string.Join('\n', Moments.Select(at => $"at {at}\n{Of(snapshot.Read(at, at, Mask.Nothing))}"));

    public static string Of(RandomHistory history, long revision, Instant at) =>
        Of(history.Snapshot.AsKnownAt(new Revision(revision)).Read(at, at, Mask.Nothing), withRefs: false);

    public static string Of(Reading reading, bool withRefs = true)
    {
        var text = new StringBuilder();
        foreach (var entity in reading.Entities().OrderBy(entity => entity.Id))
        {
            text.Append($"{entity.Id} {string.Join('+', entity.Labels)} {(withRefs ? entity.Ref : null)}\n");
            foreach (var (field, value) in entity.Fields)
                text.Append($"  {field} = {Convert.ToHexString(ValueCodec.ToBytes(value))}\n");
            if (withRefs)
                text.Append($"  {string.Join(' ', entity.Series(RandomHistory.SeriesName))}\n");
        }

        foreach (var relation in reading.Relations().OrderBy(relation => relation.Id))
        {
            text.Append($"{relation.Id} {relation.FromId} {relation.Type} {relation.ToId}\n");
            foreach (var (field, value) in relation.Fields)
                text.Append($"  {field} = {Convert.ToHexString(ValueCodec.ToBytes(value))}\n");
        }

        return text.ToString();
    }
}
