using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>Finds the things that pasted cells name, among those there are and those that are pasted with them.</summary>
/// <param name="reading">What there is.</param>
/// <param name="request">What each column becomes.</param>
/// <param name="pasted">The ids of the things that are pasted, by title.</param>
internal sealed class PasteOthers(Reading reading, PasteRequest request, Dictionary<string, Id> pasted)
{
    private readonly Dictionary<string, ILookup<string, Id>> _known = new(StringComparer.Ordinal);

    /// <summary>The relations that a row states and that are not there yet; or why they cannot be.</summary>
    public (ImmutableArray<GraphCommand> Ties, string? Unknown) Ties(
        ImmutableArray<string> cells,
        Id thing,
        Entity? there,
        Validity during,
        Func<Id> newId
    )
    {
        var ties = ImmutableArray.CreateBuilder<GraphCommand>();
        foreach (var (column, target) in request.Targets.Index())
        {
            if (target is not PasteTarget.Relation { Choice: var choice })
                continue;
            foreach (
                var name in cells[column]
                    .Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            )
            {
                var (other, unknown) = Find(choice, name);
                if (unknown is not null)
                    return ([], unknown);
                if (there is not null && IsTied(there, choice, other))
                    continue;
                var (from, to) = choice.Direction == Direction.Out ? (thing, other) : (other, thing);
                ties.Add(new GraphCommand.Relate(newId(), choice.Type.Symbol, from, to, Properties.None, during));
            }
        }

        return (ties.DrainToImmutable(), null);
    }

    private static bool IsTied(Entity there, RelationChoice choice, Id other) =>
        there
            .Relations(choice.Direction, choice.Type.Symbol)
            .Any(relation => (choice.Direction == Direction.Out ? relation.ToId : relation.FromId) == other);

    private (Id, string?) Find(RelationChoice choice, string name)
    {
        Id[] found = [.. Known(choice)[name].Take(2)];
        return found switch
        {
            [var only] => (only, null),
            [_, _, ..] => (default, $"Several things are called “{name}”: write the ref of the one that is meant."),
            _ when EntityRef.TryParse(name, out var reference) && reading.Find(reference) is { Id: var id } => (id, null),
            _ when MayBePasted(choice) && pasted.TryGetValue(name, out var id) => (id, null),
            _ => (default, $"Nothing here is called “{name}”."),
        };
    }

    private bool MayBePasted(RelationChoice choice) => choice.OtherKinds.IsEmpty || choice.OtherKinds.Any(request.Kind.IsA);

    private ILookup<string, Id> Known(RelationChoice choice)
    {
        if (!_known.TryGetValue(choice.Key, out var known))
            _known[choice.Key] = known = Candidates(choice)
                .ToLookup(entity => entity.Title, entity => entity.Id, StringComparer.OrdinalIgnoreCase);
        return known;
    }

    private IEnumerable<Entity> Candidates(RelationChoice choice) =>
        choice.OtherKinds.IsEmpty
            ? reading.Entities().Where(entity => !entity.Labels.Any(MetaKinds.Describes))
            : choice.OtherKinds.SelectMany(reading.OfKind).DistinctBy(entity => entity.Id);
}
