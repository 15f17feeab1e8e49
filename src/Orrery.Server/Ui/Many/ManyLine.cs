using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>What would become of one of the chosen things.</summary>
public abstract record ManyLine
{
    private ManyLine(Id thing, Sentence said) => (Thing, Said) = (thing, said);

    public Id Thing { get; }

    /// <summary>In words.</summary>
    public Sentence Said { get; }

    /// <summary>It would change.</summary>
    public sealed record Changes(Id Of, Sentence How, ImmutableArray<GraphCommand> Commands) : ManyLine(Of, How);

    /// <summary>It is so already.</summary>
    public sealed record Stays(Id Of, Sentence How) : ManyLine(Of, How);

    /// <summary>It cannot be.</summary>
    public sealed record Cannot(Id Of, Sentence How, Fault Why) : ManyLine(Of, How);
}
