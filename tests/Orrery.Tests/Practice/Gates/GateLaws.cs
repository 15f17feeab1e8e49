using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Orrery.Graph;
using Orrery.Practice;
using static Orrery.Tests.Practice.Gates.GateDesk;

namespace Orrery.Tests.Practice.Gates;

/// <summary>Laws of the gates, over every mixture of what is said, what is done without on purpose, and what is missing.</summary>
[Collection("gates")]
public sealed class GateLaws
{
    private static readonly ImmutableArray<GraphCommand?> Excuses =
    [
        Set("not-linked-because", Value.Of("It is the largest there is")),
        null,
        null,
        null,
        Set("unstaffed-on-purpose", Value.Of(true)),
    ];

    private static readonly string[] Open = ["possibility", "option", "abandoned", "superseded"];

    /// <summary>What becomes of one line of the checklist.</summary>
    private enum Line
    {
        Missing,
        AnsweredBefore,
        AnsweredWithIt,
        ExcusedBefore,
        ExcusedWithIt,
    }

    private static Arbitrary<Line[]> Lines => Gen.Elements(Enum.GetValues<Line>()).ArrayOf(Answers.Length).ToArbitrary();

    [Fact]
    public void A_step_is_refused_exactly_while_a_line_is_neither_answered_nor_excused() =>
        Prop.ForAll(
                Lines,
                lines =>
                {
                    var (before, with) = Said(lines);
                    var missing = Enumerable.Range(0, lines.Length).Count(i => Command(lines[i], i) is null);

                    var step = GateLaw.StepsOf(before, Events(before, [.. with, Enter("committed")]), Now, Mask.Nothing).Single();
                    var fault = Check(before, [.. with, Enter("committed")]);

                    Assert.Equal(missing, step.Missing.Count());
                    Assert.Equal(missing == 0, fault is null);
                    Assert.All(step.Missing, demand => Assert.Contains(Symbol(demand), fault!.Remedy, StringComparison.Ordinal));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void What_was_answered_in_the_same_change_counts_as_if_it_had_been_there_before() =>
        Prop.ForAll(
                Lines,
                lines =>
                {
                    var (before, with) = Said(lines);

                    Assert.Equal(
                        Check(After(before, with), [Enter("committed")])?.Message,
                        Check(before, [Enter("committed"), .. with])?.Message
                    );
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_step_into_a_state_without_a_gate_is_never_refused() =>
        Prop.ForAll(
                Lines,
                Gen.Elements(Open).ToArbitrary(),
                (lines, state) => Assert.Null(Check(Said(lines).Before, [Enter(state)], "Because"))
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_step_of_an_earlier_day_is_told_and_never_refused() =>
        Prop.ForAll(
                Lines,
                Gen.Choose(2, 90).ToArbitrary(),
                (lines, days) =>
                {
                    var during = Validity.Since(Now - Duration.FromDays(days));
                    foreach (var state in Lifecycles.Of(Start.Read(Now, Now, Mask.Nothing)).For("bet")!.States)
                        Assert.Null(Check(Said(lines).Before, [Set(Bet, "status", Value.Of(state), during)]));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_checklist_of_a_thing_says_what_the_law_will_say() =>
        Prop.ForAll(
                Lines,
                lines =>
                {
                    var before = Said(lines).Before;

                    Assert.Equal(
                        StepNow(before, Bet, "committed").Missing.Any(),
                        Check(before, [Enter("committed")]) is not null
                    );
                }
            )
            .QuickCheckThrowOnFailure();

    private static (GraphSnapshot Before, ImmutableArray<GraphCommand> With) Said(Line[] lines)
    {
        var before = lines.Select((line, i) => line is Line.AnsweredBefore or Line.ExcusedBefore ? Command(line, i) : null);
        var with = lines.Select((line, i) => line is Line.AnsweredWithIt or Line.ExcusedWithIt ? Command(line, i) : null);
        ImmutableArray<GraphCommand> first = [.. before.OfType<GraphCommand>()];
        return (first.IsEmpty ? Start : After(Start, first), [.. with.OfType<GraphCommand>()]);
    }

    private static GraphCommand? Command(Line line, int place) =>
        line switch
        {
            Line.AnsweredBefore or Line.AnsweredWithIt => Answers[place],
            Line.ExcusedBefore or Line.ExcusedWithIt => Excuses[place],
            _ => null,
        };

    private static string Symbol(Demand demand) =>
        demand.Ask switch
        {
            GateAsk.Field field => field.Symbol,
            GateAsk.Relation relation => relation.Type,
            _ => "",
        };
}
