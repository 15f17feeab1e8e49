using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>What communities call a kind that goes is what they call the kind that stays; where they have a word for that already, the other is only understood.</summary>
internal sealed class MergedWords(Reading reading, Entity from, Entity into)
{
    public IEnumerable<GraphCommand> Commands()
    {
        var speaking = reading
            .Model.Signifiers.Where(word => word.Of == into.Id)
            .Select(word => word.Community)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var word in reading.Model.Signifiers.Where(word => word.Of == from.Id))
        {
            if (reading.Find(word.Id) is not { } entity)
                continue;
            yield return Say(entity, "of", into.Ref!.ToString());
            if (speaking.Contains(word.Community))
                yield return Say(entity, "status", "deprecated");
        }
    }

    // Words begin at some day, before which they say nothing: they are compared with no earlier value.
    private static GraphCommand.SetField Say(Entity word, string field, string said) =>
        new(word.Id, field, Value.Of(said), Validity.Always);
}
