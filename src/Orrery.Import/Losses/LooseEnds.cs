using Orrery.Graph;

namespace Orrery.Import;

/// <summary>References that lead nowhere, as losses: the graph finds them once everything is taken over (<see cref="GraphRules.LooseEnds"/>).</summary>
public static class LooseEnds
{
    /// <summary>What of a statement can be loose: its relations to what it does not state itself.</summary>
    public static Statement Candidates(Statement statement)
    {
        var stated = statement.Entities.Select(e => e.ForeignId).ToHashSet(StringComparer.Ordinal);
        return statement with
        {
            Entities = [],
            Relations = [.. statement.Relations.Where(r => !stated.Contains(r.From) || !stated.Contains(r.To))],
        };
    }

    /// <summary>A loss for each relation with an end that is not there at the date of its file.</summary>
    /// <param name="file">What was read.</param>
    /// <param name="loose">Its relations that lead nowhere.</param>
    public static LossReport Of(string file, IEnumerable<LooseEnd> loose) =>
        LossReport.Of(loose.Select(end => LossOf(file, end)));

    private static Loss LossOf(string file, LooseEnd loose)
    {
        var here = loose.End == loose.Relation.To ? loose.Relation.From : loose.Relation.To;
        var (kind, why) = loose.Why switch
        {
            Looseness.Retired => (LossKind.Retired, "is stated no more at that date: the relation waits for it"),
            _ => (LossKind.Unresolved, "nobody states it at that date: the relation waits for it"),
        };
        return new(kind, file, 0, here, loose.Relation.Type, loose.End, why);
    }
}
