using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Query;
using static Orrery.Practice.PracticeLanguage;

namespace Orrery.Practice;

/// <summary>Functions of paths and of loops.</summary>
internal static class PathFunctions
{
    public static ImmutableArray<AddedFunction> All { get; } =
    [
        new(
            "practice.pathConfidence",
            "How sure a path is: the product of the confidences of its links, the weakest, and of how many nobody said any. Of a path, or of a list of shares.",
            [In("of")],
            1,
            (given, looking) => OfPath(given[0], looking)
        ),
        new(
            "practice.hopsToValue",
            "How many steps from what a team's work targets to a business outcome, along what drives what. Null where no way leads there.",
            [In("team", ProcedureType.Node)],
            1,
            (given, looking) => Told.Whole(HopsToValue.Of(Given.Thing(given[0], looking, "team"), looking.Count))
        ),
        new(
            "practice.polarity",
            "What a loop does to itself, by the signs of its links (+ and -): reinforcing or balancing. Null where a sign is not known.",
            [In("signs", ProcedureType.List)],
            1,
            (given, _) => Polarity(Loops.IsPositive(Given.Items(given[0], "signs").Select(SignOf)))
        ),
    ];

    /// <summary>The sign of a link.</summary>
    public static bool? SignOf(Value sign) =>
        sign.AsText switch
        {
            "+" => true,
            "-" => false,
            _ => null,
        };

    /// <summary>The word for a sign.</summary>
    public static Value Polarity(bool? isPositive) =>
        isPositive switch
        {
            true => Value.Of("reinforcing"),
            false => Value.Of("balancing"),
            null => Value.Nothing,
        };

    private static Value OfPath(Value of, Looking looking) =>
        of is Value.Path path ? OfLinks(path, looking) : OfShares(Given.Items(of, "of"));

    private static Value OfLinks(Value.Path path, Looking looking)
    {
        var links = path.Steps.Where((_, at) => at % 2 == 1).ToArray();
        looking.Count(links.Length);
        var said = links.Select(link => Kinds.NumberOf(looking.Reading.ValueOf(link, "confidence"))).ToArray();
        var unsaid = PracticeSettings.Of(looking.Reading.Model).Number("confidence-when-unsaid");
        var sure = Confidences.Of([.. said.Select(one => Math.Clamp(one ?? unsaid, 0, 1))]);
        return Told.Map(
            ("confidence", Value.Of(sure.Product)),
            ("weakest", sure.Weakest < 0 ? Value.Nothing : new Value.Relation(links[sure.Weakest])),
            ("unsaid", Value.Of((long)said.Count(one => one is null)))
        );
    }

    private static Value OfShares(IReadOnlyList<Value> shares)
    {
        double[] all = [.. shares.Select(share => Given.Share(share, "A confidence"))];
        var sure = Confidences.Of(all);
        return Told.Map(
            ("confidence", Value.Of(sure.Product)),
            ("weakest", sure.Weakest < 0 ? Value.Nothing : Value.Of(all[sure.Weakest])),
            ("unsaid", Value.Of(0L))
        );
    }
}
