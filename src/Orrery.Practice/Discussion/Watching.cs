using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Who wants to hear of what.</summary>
public static class Watching
{
    /// <summary>What somebody watches, and since which revision.</summary>
    /// <remarks>Cost: linear in all watches.</remarks>
    public static IEnumerable<(Id About, Revision Since)> Of(Reading reading, string person) =>
        reading
            .WithLabel(MetaKinds.Watch)
            .Where(watch => watch["person"].AsText == person)
            .Select(watch => (Id.TryParse(watch["about"].AsText ?? "", out var about) ? about : (Id?)null, watch.Since))
            .Where(watch => watch.Item1 is not null)
            .Select(watch => (watch.Item1!.Value, watch.Since));

    /// <summary>Whether somebody watches a thing.</summary>
    public static bool Does(Reading reading, string person, Id about) => reading.Find(IdOf(person, about)) is not null;

    /// <summary>What makes somebody watch a thing, or stop.</summary>
    public static GraphCommand Change(Reading reading, string person, Id about, bool watches)
    {
        var id = IdOf(person, about);
        var since = Validity.Since(reading.Now);
        return !watches ? new GraphCommand.Retire(id, since)
            : reading.FindAnyTime(id) is not null ? new GraphCommand.Restore(id, since)
            : new GraphCommand.CreateEntity(
                id,
                [MetaKinds.Watch],
                null,
                Properties.Of(("about", Value.Of(about.ToString())), ("person", Value.Of(person))),
                since
            );
    }

    private static Id IdOf(string person, Id about) => Id.Named("watch", person, about.ToString());
}
