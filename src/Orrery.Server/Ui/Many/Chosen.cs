using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Server;

/// <summary>Things that were chosen to be changed together: one by one, or as the answer to a question.</summary>
/// <param name="Ids">Those chosen one by one.</param>
/// <param name="All">The question whose things are meant; null when they were chosen one by one.</param>
public sealed record Chosen(ImmutableArray<Id> Ids, AskedText? All)
{
    /// <summary>What an address calls each of them.</summary>
    public const string Of = "of";

    /// <summary>The most that are changed at once.</summary>
    public const int Most = 10_000;

    public static Chosen Read(IQueryCollection query)
    {
        var asked = AskedText.Read(query);
        return asked.IsEmpty
            ? new([.. query[Of].Select(text => Id.TryParse(text, out var id) ? id : (Id?)null).OfType<Id>().Distinct()], null)
            : new([], asked);
    }

    /// <summary>The parts of an address that choose them again.</summary>
    public IEnumerable<(string, string?)> Address =>
        All is { } asked
            ?
            [
                ("q", asked.Text),
                .. asked.Parameters.Select(parameter => ($"{AskedText.Prefix}{parameter.Name}", (string?)parameter.Typed)),
            ]
            : Ids.Select(id => (Of, (string?)id.ToString()));

    /// <summary>Which they are, as known at a revision.</summary>
    /// <exception cref="FaultException">The question is refused, or they are too many.</exception>
    public ImmutableArray<Id> Find(Visit visit, Revision known)
    {
        var found = All is { } asked ? Ask(visit, asked, known) : Ids;
        return found.Length <= Most ? found : throw new FaultException(ManyFaults.TooManyChosen(found.Length, Most));
    }

    private static ImmutableArray<Id> Ask(Visit visit, AskedText asked, Revision known)
    {
        var when = visit.When with { Known = new KnownAt.AtRevision(known) };
        if (AskPages.Ask(visit, asked, when) is not AskOutcome.Answered { Answer: { Changes: null } answer })
            throw new FaultException(ManyFaults.NothingChosen());
        var column = answer.Rows.IsEmpty ? -1 : ColumnOfThings(answer);
        return column < 0
            ? []
            : [.. answer.Rows.Select(row => row[column]).OfType<Value.Entity>().Select(value => value.Id).Distinct()];
    }

    private static int ColumnOfThings(Answer answer) =>
        Enumerable
            .Range(0, answer.Columns.Length)
            .FirstOrDefault(
                column => answer.Rows.Select(row => row[column]).FirstOrDefault(value => !value.IsNothing) is Value.Entity,
                -1
            );

    /// <summary>How many there are, in words.</summary>
    public static string Count(int count) =>
        count == 1 ? "One thing" : string.Create(CultureInfo.InvariantCulture, $"{count:#,0} things");
}
