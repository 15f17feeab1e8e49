using NodaTime;
using Orrery.Graph;

namespace Orrery.Tests.Graph;

/// <summary>What is hidden might as well never have been; the seed is in the message.</summary>
public sealed class MaskLaws
{
    public static TheoryData<int> Seeds => ReadingLaws.Seeds;

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_hidden_entity_changes_no_answer(int seed)
    {
        var history = RandomHistory.Of(seed, 50);
        var chance = new Random(seed);
        var hidden = history.Entities.Where(_ => chance.Next(5) == 0).ToArray();
        var without = Without(history, hidden);
        if (chance.Next(2) == 0)
        {
            history.Snapshot.Freeze()();
            without.Freeze()();
        }

        for (var i = 0; i < 8; i++)
        {
            var (revision, at) = (new Revision(chance.Next((int)without.At.Value + 1)), RandomHistory.AnyInstant(chance));
            var masked = history.Snapshot.AsKnownAt(revision).Read(at, at, Mask.Hiding(history.Snapshot, hidden));
            var bare = without.AsKnownAt(revision).Read(at, at, Mask.Nothing);
            Assert.Equal(Told(bare, history), Told(masked, history));
        }
    }

    private static GraphSnapshot Without(RandomHistory history, IEnumerable<Id> hidden)
    {
        var gone = hidden.ToHashSet();
        return history.Changes.Aggregate(
            GraphSnapshot.Empty(),
            (snapshot, change) => snapshot.Apply(change with { Events = [.. change.Events.Where(e => !IsGone(e, gone))] })
        );
    }

    private static bool IsGone(GraphEvent happened, HashSet<Id> gone)
    {
        if (!GraphRules.SubjectsOf(happened).Any(gone.Contains))
            return false;
        if (happened is GraphEvent.RelationCreated relation)
            gone.Add(relation.Subject);
        return true;
    }

    // Everything a viewer can ask for, in the order it is answered.
    private static string Told(Reading reading, RandomHistory history)
    {
        List<string> lines =
        [
            .. reading.Entities().Select(e => $"{e.Id} {e.Kind} {e.Title} {e.Ref} {e.Since}"),
            .. reading.Relations().Select(r => $"{r.Id} {r.FromId} {r.Type} {r.ToId} {r.Since}"),
        ];
        foreach (var label in (string[])["goal", "bet", "team"])
            lines.Add($"{label}: {string.Join(' ', reading.WithLabel(label).Select(e => e.Id))}");
        foreach (var entity in reading.Entities())
        {
            foreach (var direction in (Direction[])[Direction.Out, Direction.In])
            {
                lines.Add($"{direction} {string.Join(' ', entity.Relations(direction).Select(r => r.Id).Order())}");
                lines.Add($"{direction} {string.Join(' ', entity.Relations(direction, "serves").Select(r => r.Id))}");
                var reached = reading.Walk([entity], ["part-of", "serves"], direction, 4);
                lines.Add(
                    $"{reached.Count} {reached.Sum("bet", "size")} {string.Join(' ', reached.Entities.Select(e => e.Id).Order())}"
                );
            }

            lines.AddRange(entity.Recorded().Select(r => $"{r.Revision} {Subjects(r.Event)}").Order());
        }

        var earlier = reading.Snapshot.Read(reading.Valid - Duration.FromDays(2), reading.Now, reading.Mask);
        lines.AddRange(Differing.Between(earlier, reading).Select(d => $"{d.GetType().Name} {d.Subject}"));
        foreach (var id in history.Everything)
            lines.Add($"{reading.Find(id)?.Id} {reading.FindAnyTime(id)?.Id} {reading.FindRelation(id)?.Id}");
        return string.Join('\n', lines);
    }

    private static string Subjects(GraphEvent happened) =>
        $"{happened.GetType().Name} {string.Join(' ', GraphRules.SubjectsOf(happened))}";
}
