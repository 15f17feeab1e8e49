using Orrery.Graph;
using Orrery.Import;

namespace Orrery.Tests.Import;

/// <summary>Reports say everything once, in one order.</summary>
public sealed class LossReportTests
{
    private static readonly Loss Zone = new(
        LossKind.Rejected,
        "b.yaml",
        7,
        "meeting/x",
        "meetings[*].tz",
        "Mars",
        "names no time zone"
    );
    private static readonly Loss Same = Zone with { File = "a.yaml", Line = 9 };
    private static readonly Loss Size = new(
        LossKind.Unmapped,
        "a.yaml",
        3,
        "",
        "people[*].size",
        "38",
        "no part of the mapping reads it"
    );

    [Fact]
    public void The_order_of_files_does_not_change_a_report() =>
        Assert.Equal(
            LossReport.Of([Zone, Same, Size]).ToText(),
            LossReport.Of([LossReport.Of([Size]), LossReport.Of([Same, Zone])]).ToText()
        );

    [Fact]
    public void Alike_losses_stand_together_with_their_count_and_first_example() =>
        Assert.Equal(
            """
            Not read by the mapping (1)
                   1 x people[*].size '38': no part of the mapping reads it (e.g. a.yaml line 3)
            Could not be read (2)
                   2 x meetings[*].tz 'Mars': names no time zone (e.g. a.yaml line 9, meeting/x)

            """.ReplaceLineEndings("\n"),
            LossReport.Of([Zone, Same, Size]).ToText()
        );

    [Fact]
    public void A_report_without_losses_says_so() => Assert.Equal("Nothing was lost.\n", LossReport.Empty.ToText());

    [Fact]
    public void A_reference_to_nowhere_is_told_from_one_to_what_is_retired()
    {
        StatedRelation Owns(string group) => new("owns", group, "kep/1", null, "", Properties.None, new("sig", "x"));

        var report = LooseEnds.Of(
            "keps.yaml",
            [new(Owns("sig/gone"), "sig/gone", Looseness.Retired), new(Owns("sig/never"), "sig/never", Looseness.NeverStated)]
        );

        Assert.Equal(
            [
                "Unresolved 0 owns 'sig/never': nobody states it at that date: the relation waits for it",
                "Retired 0 owns 'sig/gone': is stated no more at that date: the relation waits for it",
            ],
            report.Losses.Select(Reading.Show)
        );
        Assert.Equal(["kep/1"], report.Losses.Select(l => l.Record).Distinct());
    }
}
