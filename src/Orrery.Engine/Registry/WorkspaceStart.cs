using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Engine;

/// <summary>How a workspace begins.</summary>
/// <param name="Name">Lower-case letters, digits and dashes.</param>
/// <param name="Title">The company's name, or null.</param>
/// <param name="IsEnforced">One kind an entity, typed fields, known relation types; else anything goes.</param>
/// <param name="Packs">Packs to install, each with those it needs; of the shelf.</param>
public sealed record WorkspaceStart(string Name, string? Title, bool IsEnforced, ImmutableArray<string> Packs)
{
    /// <summary>IANA name.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>A demo's own "now", or null for the clock.</summary>
    public Instant? Now { get; init; }

    /// <summary>When the first change sets count as recorded, for history that is told afterwards; null for the clock.</summary>
    public Instant? Recorded { get; init; }

    /// <summary>The first change sets: the settings, then the packs.</summary>
    internal IEnumerable<Proposal> Proposals()
    {
        yield return Proposal("Began the workspace", [Settings()]);
        if (!Packs.IsEmpty)
            yield return Proposal($"Installed the packs {string.Join(", ", Packs)}", PackShelf.Open(Packs).ToCommands());
    }

    private Proposal Proposal(string why, IReadOnlyList<GraphCommand> commands) =>
        new(commands, new("Orrery", Origin.Product, why), Recorded);

    private GraphCommand.CreateEntity Settings()
    {
        var fields = Properties.Of(
            ("mode", Value.Of(IsEnforced ? "enforced" : "open")),
            ("time-zone", Value.Of(TimeZone)),
            ("title", Value.Of(Title ?? Name))
        );
        return new(
            Id.Named("workspace", Name),
            [MetaKinds.Workspace],
            "this",
            Now is { } now ? fields.Add("now", Value.Of(now)) : fields,
            Validity.Always
        );
    }
}
