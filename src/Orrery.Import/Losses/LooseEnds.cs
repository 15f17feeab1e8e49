using Orrery.Graph;

namespace Orrery.Import;

/// <summary>References that lead nowhere, as losses: the graph finds them when a statement is taken over (<see cref="Reconciliation.Unresolved"/>).</summary>
public static class LooseEnds
{
    /// <summary>A loss for each relation with an end that nobody states.</summary>
    /// <param name="statement">What was taken over.</param>
    /// <param name="unresolved">Its relations that lead nowhere.</param>
    /// <param name="wasStated">Whether a foreign id was stated once: then the reference is to something retired.</param>
    public static LossReport Of(Statement statement, IEnumerable<StatedRelation> unresolved, Func<string, bool> wasStated)
    {
        var stated = statement.Entities.Select(e => e.ForeignId).ToHashSet(StringComparer.Ordinal);
        return LossReport.Of(unresolved.Select(relation => LossOf(statement.File, relation, stated, wasStated)));
    }

    private static Loss LossOf(string file, StatedRelation relation, HashSet<string> stated, Func<string, bool> wasStated)
    {
        var (here, there) = stated.Contains(relation.From) ? (relation.From, relation.To) : (relation.To, relation.From);
        return wasStated(there)
            ? new(
                LossKind.Retired,
                file,
                0,
                here,
                relation.Type,
                there,
                "is stated no more at that date: the relation waits for it"
            )
            : new(LossKind.Unresolved, file, 0, here, relation.Type, there, "nobody states it: the relation waits for it");
    }
}
