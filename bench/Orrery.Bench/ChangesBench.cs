using NodaTime;
using Orrery.Graph;

namespace Orrery.Bench;

/// <summary>What differs between two revisions 10,000 events apart, as <c>orrery diff --from rN</c> and the comparison of two revisions ask it.</summary>
/// <remarks>
/// Read after the removals that <see cref="HarnessGraph"/> plans, so that one recorded in between is a difference. The harness counts the facts that were written:
/// an entity made, a property set, relations of one type added or taken away at one start. Those that were written and left nothing behind
/// (added and taken away again, taken away twice) are no difference. What there should be is counted from the file by a plain fold, so that the sums agree with the peers' only when our answer is that fold's.
/// </remarks>
internal static class ChangesBench
{
    private static readonly Instant AfterRemovals = Instant.FromUtc(2041, 1, 1, 0, 0);

    public static void Run(Results results, HarnessGraph harness, GraphSnapshot snapshot, Mask mask)
    {
        var from = harness.Numbers("DiffFrom");
        var unseen = WithoutTrace(harness, from);
        var first = from.Select(at => Between(snapshot, mask, at)).ToArray();
        // Nine inputs are too few for code that is compiled while it runs.
        for (var round = 0; round < 20; round++)
            Array.ForEach(from, at => Between(snapshot, mask, at));
        var sums = first.Select((differences, i) => Facts(differences) + unseen[i]).ToArray();
        results.Each(
            "Q6.diff10k",
            from.Length,
            10,
            i => Between(snapshot, mask, from[i]).Length == first[i].Length ? sums[i] : -1,
            from.Length
        );
    }

    private static Difference[] Between(GraphSnapshot snapshot, Mask mask, int from)
    {
        var after = AfterOf(from);
        var upTo = new Revision(after.Value + (10_000 / HarnessGraph.EventsPerChange));
        Reading At(Revision revision) => snapshot.AsKnownAt(revision).Read(AfterRemovals, HarnessGraph.Now, mask);
        return [.. Differing.Between(At(after), At(upTo))];
    }

    private static long Facts(Difference[] differences)
    {
        HashSet<(Id, string, bool)> joined = [];
        var facts = 0L;
        foreach (var difference in differences)
        {
            switch (difference)
            {
                case Difference.EntityCame came:
                    facts += 1 + came.Entity.Values.Count(said => IsProperty(said.Field));
                    break;
                case Difference.FieldChanged changed when IsProperty(changed.Field):
                    facts++;
                    break;
                case Difference.RelationCame { Relation: var came }:
                    joined.Add((came.FromId, came.Type, true));
                    break;
                case Difference.RelationWent { Relation: var went }:
                    joined.Add((went.FromId, went.Type, false));
                    break;
            }
        }

        return facts + joined.Count;
    }

    private static bool IsProperty(string field) => field is ['p', >= '0' and <= '9'];

    // Per stretch: the facts that the harness counts, less those of our stretch (whole change sets) in which something was left changed.
    private static long[] WithoutTrace(HarnessGraph harness, int[] from)
    {
        HashSet<(int, int, long)> there = [];
        var theirs = from.Select(_ => new HashSet<(int, char, int)>()).ToArray();
        var net = from.Select(_ => new Dictionary<(int, char, int, long), int>()).ToArray();
        foreach (var (at, entity, kind, property, value) in harness.Events())
        {
            var isRelation = kind is '2' or '3';
            var isChange =
                !isRelation || (kind == '2' ? there.Add((entity, property, value)) : there.Remove((entity, property, value)));
            for (var i = 0; i < from.Length; i++)
            {
                if (at >= from[i] && at < from[i] + 10_000)
                    theirs[i].Add((entity, kind, property));
                var begin = AfterOf(from[i]).Value * HarnessGraph.EventsPerChange;
                if (isChange && at > begin && at <= begin + 10_000)
                    net[i][(entity, isRelation ? 'r' : kind, property, isRelation ? value : 0)] =
                        net[i].GetValueOrDefault((entity, isRelation ? 'r' : kind, property, isRelation ? value : 0))
                        + (kind == '3' ? -1 : 1);
            }
        }

        return
        [
            .. theirs.Select(
                (facts, i) =>
                    facts.Count
                    - (long)
                        net[i]
                            .Where(pair => pair.Value != 0)
                            .Select(pair => (pair.Key.Item1, pair.Key.Item2, pair.Key.Item3, pair.Value > 0))
                            .Distinct()
                            .Count()
            ),
        ];
    }

    private static Revision AfterOf(int from) => new((from - 1) / HarnessGraph.EventsPerChange);
}
