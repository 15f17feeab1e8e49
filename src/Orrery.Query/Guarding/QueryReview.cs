using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>What is looked for in the text of a query that is handed to others.</summary>
/// <param name="People">Of whom no figures are worked out.</param>
/// <param name="Teams">The kinds whose things are not put in the order of a figure.</param>
/// <param name="Words">Words that a column is not called, in lower case.</param>
public sealed record ReviewedList(PeopleGuard People, ImmutableArray<string> Teams, ImmutableArray<string> Words);

/// <summary>What the text of a query may work out that is not worked out here.</summary>
public enum ReviewBreach
{
    /// <summary>A figure for each person, or of a few.</summary>
    PeopleCounted,

    /// <summary>People in the order of a figure.</summary>
    PeopleRanked,

    /// <summary>Teams in the order of a figure.</summary>
    TeamsRanked,

    /// <summary>Figures of different things put into one.</summary>
    CompositeScore,

    /// <summary>A column that is called a score, a rank or the like.</summary>
    BannedWord,
}

/// <summary>Judges a query by its text alone: stricter than running it, since data may come.</summary>
public static class QueryReview
{
    /// <summary>All that is wrong with it, each once; nothing for a text that is no query.</summary>
    /// <param name="text">The query.</param>
    /// <param name="reading">Whose model says what names mean.</param>
    /// <param name="list">What is looked for.</param>
    public static ImmutableArray<ReviewBreach> Of(string text, Reading reading, ReviewedList list)
    {
        try
        {
            var vocabulary = Vocabulary.Of(new Ground(reading, isAnyTime: false));
            var query = Parser.Parse(text).Query;
            return
            [
                .. Counted(query, vocabulary, list)
                    .Concat(new QueryRanking(query, vocabulary, list).Breaches())
                    .Distinct()
                    .Order(),
            ];
        }
        catch (QueryException)
        {
            return [];
        }
    }

    private static IEnumerable<ReviewBreach> Counted(RegularQuery query, Vocabulary vocabulary, ReviewedList list)
    {
        try
        {
            return PeopleWatch.Of(list.People, vocabulary, query)?.IsOfPeople == true ? [ReviewBreach.PeopleCounted] : [];
        }
        catch (QueryException refusal) when (refusal.Fault.Fault.Kind == FaultKind.Denied)
        {
            return [ReviewBreach.PeopleCounted];
        }
    }
}
