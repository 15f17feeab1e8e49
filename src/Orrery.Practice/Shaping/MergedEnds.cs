using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Which relation types must learn to join a kind that takes over the things of another.</summary>
internal sealed class MergedEnds(Reading reading, Kind from, Kind into)
{
    /// <summary>Those that name the kind that goes, and those that its things are related by.</summary>
    public IEnumerable<(Entity Type, Direction Direction)> Needed(HashSet<Id> things)
    {
        foreach (var type in reading.WithLabel(MetaKinds.RelationType).Where(type => type.Ref is not null))
        {
            if (reading.Model.FindRelationType(PartText.SymbolOf(type)) is not { } known)
                continue;
            if (Lacks(known.FromKinds) && (known.FromKinds.Contains(from.Symbol) || Joins(known, relation => relation.FromId)))
                yield return (type, Direction.Out);
            if (Lacks(known.ToKinds) && (known.ToKinds.Contains(from.Symbol) || Joins(known, relation => relation.ToId)))
                yield return (type, Direction.In);
        }

        bool Joins(RelationType type, Func<Relation, Id> end) =>
            things.Count > 0 && reading.EverOfType(type.Symbol).Any(relation => things.Contains(end(relation)));
    }

    private bool Lacks(IReadOnlyList<string> kinds) => kinds.Count > 0 && kinds.Any(from.IsA) && !kinds.Any(into.IsA);
}
