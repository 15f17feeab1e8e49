using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Orrery.Practice;

namespace Orrery.Tests.Practice;

/// <summary>What holds of the computations whatever they are given: numbers are made of bytes by chance.</summary>
public sealed class FigureLaws
{
    private static readonly ImmutableArray<double> Ends = PracticeSettings.Usual.HorizonEnds;

    [Fact]
    public void Trust_only_fades() =>
        Holds(
            (age, more, halfLife) =>
            {
                var (now, later) = (Trust.Left(age, 1 + halfLife), Trust.Left(age + more, 1 + halfLife));
                Assert.InRange(now, 0, 1);
                Assert.True(later <= now);
            }
        );

    [Fact]
    public void Longer_is_never_nearer() =>
        Holds(
            (days, more, scale) =>
            {
                var at = HorizonBuckets.Of(days * scale / 20.0, Ends);
                Assert.InRange(at, 0, 6);
                Assert.True(HorizonBuckets.Of((days + more) * scale / 20.0, Ends) >= at);
            }
        );

    [Fact]
    public void A_path_is_no_surer_than_its_weakest_link() =>
        Holds(bytes =>
        {
            double[] shares = [.. bytes.Select(link => link / 255.0)];
            var sure = Confidences.Of(shares);
            if (shares.Length == 0)
                Assert.Equal((1, -1), (sure.Product, sure.Weakest));
            else
                Assert.True(sure.Product <= shares[sure.Weakest] && shares[sure.Weakest] == shares.Min());
        });

    [Fact]
    public void Sharing_work_joins_groups_and_never_splits_them() =>
        Holds(bytes =>
        {
            int[][] shared = [.. bytes.Select(one => (int)one).Chunk(2)];
            var people = Enumerable.Range(0, bytes.Length * 3).ToArray();
            var count = EffectiveTeams.Count(people, shared);

            Assert.InRange(count, Math.Min(1, people.Length), people.Length);
            Assert.InRange(EffectiveTeams.Count(people, [.. shared, [3, 4]]), Math.Max(0, count - 1), count);
            Assert.Equal(count, EffectiveTeams.Count(people.Reverse(), shared.Reverse()));
            Assert.Equal(people.Length, EffectiveTeams.Count(people, Array.Empty<int[]>()));
        });

    [Fact]
    public void The_surer_the_duration_the_more_waiting_costs() =>
        Holds(
            (delay, sure, more) =>
                Assert.True(
                    CostOfDelay.PerDuration(delay, 2, (1 + sure + more) / 511.0)
                        >= CostOfDelay.PerDuration(delay, 2, (1 + sure) / 511.0)
                )
        );

    [Fact]
    public void Coupling_lies_between_the_longest_part_and_all_of_them() =>
        Holds(bytes =>
        {
            TeamEffort[] efforts = [.. bytes.Append((byte)3).Select(low => new TeamEffort(3, 1, new(low, low * 2.0)))];
            var length = CostRange.Length(efforts, bytes.Length / 300.0);

            Assert.InRange(
                length.High,
                efforts.Max(effort => effort.Weeks.High) - 1e-9,
                efforts.Sum(effort => effort.Weeks.High) + 1e-9
            );
            Assert.True(length.Low <= length.High);
        });

    [Fact]
    public void Likeness_is_the_same_both_ways_and_within_bounds() =>
        Prop.ForAll<string?, string?>(
                (one, other) =>
                {
                    var stopWords = PracticeSettings.Usual.StopWords;
                    var (a, b) = (one ?? "", other ?? "");
                    var itself = Similarity.Of(a, a, stopWords);

                    Assert.InRange(Similarity.Of(a, b, stopWords), 0, 1 + 1e-9);
                    Assert.Equal(Similarity.Of(a, b, stopWords), Similarity.Of(b, a, stopWords));
                    Assert.Equal(Similarity.WordsOf(a, stopWords).Count == 0 ? 0 : 1, itself, 9);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_smaller_change_needs_more_people() =>
        Holds(
            (share, change, less) =>
            {
                var (p, large) = ((1 + share) / 257.0, (1 + change) / 1000.0);
                Assert.True(
                    TrialSize.Of(p, large / (1 + less), 100, 16, 90).PerArm >= TrialSize.Of(p, large, 100, 16, 90).PerArm
                );
            }
        );

    [Fact]
    public void One_sense_more_never_lightens_a_word() =>
        Holds(bytes =>
        {
            var senses = bytes.Select(one => (one % 3, one / 3 % 4)).ToArray();
            var overload = WordOverload.Of(senses);

            Assert.True(overload >= 0);
            Assert.True(WordOverload.Of([.. senses, (bytes.Length % 3, bytes.Length % 4)]) >= overload);
        });

    [Fact]
    public void Turning_two_signs_turns_nothing() =>
        Holds(bytes =>
        {
            bool?[] signs = [.. bytes.Select(one => one > 127), true, false];
            bool?[] turned = [.. signs[..^2], false, true];
            bool?[] both = [!signs[0], .. signs[1..^1], !signs[^1]];

            Assert.Equal(Loops.IsPositive(signs), Loops.IsPositive(turned));
            Assert.Equal(Loops.IsPositive(signs), Loops.IsPositive(both));
            Assert.Null(Loops.IsPositive([.. signs, null]));
        });

    [Fact]
    public void The_weakest_lever_is_as_weak_as_any() =>
        Holds(bytes =>
        {
            var levers = PracticeSettings.Usual.Texts("levers");
            var said = bytes.Take(levers.Length).Select((degree, at) => (levers[at], degree % 5)).ToDictionary();
            var six = SixLevers.Of(levers, said);

            Assert.All(six.Weakest, lever => Assert.Equal(said.Values.Min(), said[lever]));
            Assert.Equal(said.Count == 0, six.Weakest.IsEmpty);
            Assert.Equal(levers.Length, six.Unsaid.Length + said.Count);
        });

    private static void Holds(Action<byte[]> law) => Prop.ForAll<byte[]>(given => law(given ?? [])).QuickCheckThrowOnFailure();

    private static void Holds(Action<byte, byte, byte> law) => Prop.ForAll(law).QuickCheckThrowOnFailure();
}
