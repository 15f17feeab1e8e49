using NodaTime;
using Orrery.Graph;

namespace Orrery.Tests.Graph;

/// <summary>Differences, which look at what was written in between only, against a comparison of everything two readings show.</summary>
public sealed class DifferingLaws
{
    public static TheoryData<int> Seeds => ReadingLaws.Seeds;

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_differs_between_two_revisions_is_what_a_comparison_of_everything_finds(int seed)
    {
        var history = RandomHistory.Of(seed, 70);
        var chance = new Random(seed + 2);
        for (var i = 0; i < 12; i++)
        {
            var at = RandomHistory.AnyInstant(chance);
            var mask = AnyMask(history, chance);
            AssertSame(AnyReading(history, chance, at, mask), AnyReading(history, chance, at, mask), $"seed {seed}, pair {i}");
            if (i == 6)
                history.Snapshot.Freeze()();
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_differs_between_two_instants_or_viewers_is_what_a_comparison_of_everything_finds(int seed)
    {
        var history = RandomHistory.Of(seed, 50);
        var chance = new Random(seed + 3);
        for (var i = 0; i < 6; i++)
        {
            var mask = AnyMask(history, chance);
            var earlier = AnyReading(history, chance, RandomHistory.AnyInstant(chance), mask);
            var later = AnyReading(
                history,
                chance,
                RandomHistory.AnyInstant(chance),
                i % 3 == 0 ? AnyMask(history, chance) : mask
            );
            AssertSame(earlier, later, $"seed {seed}, pair {i}");
        }
    }

    private static Reading AnyReading(RandomHistory history, Random chance, Instant at, Mask mask) =>
        history.Snapshot.AsKnownAt(new Revision(chance.Next((int)history.Snapshot.At.Value + 1))).Read(at, at, mask);

    private static Mask AnyMask(RandomHistory history, Random chance) =>
        chance.Next(2) == 0 ? Mask.Nothing : Mask.Hiding(history.Snapshot, history.Entities.Where(_ => chance.Next(8) == 0));

    private static void AssertSame(Reading earlier, Reading later, string context)
    {
        var found = Differing.Between(earlier, later).Select(Line).Order(StringComparer.Ordinal);
        var wanted = Lines(earlier, later).Order(StringComparer.Ordinal);
        Assert.True(wanted.SequenceEqual(found), context);
    }

    private static string Line(Difference difference) =>
        difference switch
        {
            Difference.EntityCame or Difference.RelationCame => $"{difference.Subject} came",
            Difference.EntityWent or Difference.RelationWent => $"{difference.Subject} went",
            Difference.FieldChanged d => Change(d.Subject, d.Field, d.Was, d.Now),
            Difference.RelationFieldChanged d => Change(d.Subject, d.Field, d.Was, d.Now),
            Difference.KindChanged d => $"{d.Subject} was {d.Was} is {d.Now}",
            _ => throw new System.Diagnostics.UnreachableException("A difference of another sort."),
        };

    private static IEnumerable<string> Lines(Reading earlier, Reading later)
    {
        var (entitiesWere, entitiesAre) = (earlier.Entities().ToDictionary(e => e.Id), later.Entities().ToDictionary(e => e.Id));
        var kinds = entitiesWere
            .Where(was => entitiesAre.ContainsKey(was.Key))
            .Select(was => (was.Key, Was: Labels(was.Value), Now: Labels(entitiesAre[was.Key])))
            .Where(kind => kind.Was != kind.Now)
            .Select(kind => $"{kind.Key} was {kind.Was} is {kind.Now}");
        return Compare(earlier, later, entitiesWere.Keys, entitiesAre.Keys)
            .Concat(Compare(earlier, later, earlier.Relations().Select(r => r.Id), later.Relations().Select(r => r.Id)))
            .Concat(kinds);
    }

    private static IEnumerable<string> Compare(Reading earlier, Reading later, IEnumerable<Id> before, IEnumerable<Id> after)
    {
        HashSet<Id> were = [.. before];
        HashSet<Id> are = [.. after];
        return were.Except(are)
            .Select(id => $"{id} went")
            .Concat(are.Except(were).Select(id => $"{id} came"))
            .Concat(
                from id in were.Intersect(are)
                from field in RandomHistory.FieldNames
                let was = earlier.ValueOf(id, field)
                let now = later.ValueOf(id, field)
                where !was.Equals(now)
                select Change(id, field, was, now)
            );
    }

    private static string Change(Id id, string field, Value was, Value now) =>
        $"{id}.{field}: {ValueText.Of(was)} -> {ValueText.Of(now)}";

    private static string Labels(Entity entity) => string.Join(", ", entity.Labels);
}
