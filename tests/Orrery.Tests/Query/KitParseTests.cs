using System.Collections.Immutable;
using Orrery.Query;
using Orrery.Tests.House;

namespace Orrery.Tests.Query;

/// <summary>Every query of the compatibility kit parses, unless it is wrong on purpose.</summary>
public sealed class KitParseTests
{
    /// <summary>What the text alone shows: the binder finds the others.</summary>
    private static readonly ImmutableHashSet<string> Seen =
    [
        "UnexpectedSyntax",
        "InvalidNumberLiteral",
        "InvalidUnicodeLiteral",
        "InvalidUnicodeCharacter",
        "IntegerOverflow",
        "FloatingPointOverflow",
        "InvalidClauseComposition",
        "InvalidRelationshipPattern",
        "InvalidParameterUse",
        "InvalidDelete",
        "InvalidArgumentPassingMode",
        "CreatingVarLength",
        "RequiresDirectedRelationship",
    ];

    [Fact]
    public void Every_query_parses_or_is_refused_for_the_reason_given()
    {
        Assert.SkipWhen(Kit.Folder is null, "No compatibility kit: set ORRERY_TCK to its folder.");
        var queries = Kit.Queries().ToList();

        Assert.True(queries.Count > 2_000, $"Only {queries.Count} queries were read.");
        Rule.HasNoBreaches(queries.Select(Breach).OfType<string>());
    }

    private static string? Breach(KitQuery query)
    {
        var expected = query.SyntaxError is { } error && Seen.Contains(error) ? error : null;
        var found = Refusal(query.Text);
        return expected == found?.Detail
            ? null
            : $"{query.Scenario}\n{query.Text}\nexpected {expected ?? "a tree"}, not {found?.Detail}: {found?.Fault}";
    }

    private static QueryFault? Refusal(string text)
    {
        try
        {
            Parser.Parse(text);
            return null;
        }
        catch (QueryException refused)
        {
            return refused.Fault;
        }
    }
}
