using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>What becomes of a pasted row.</summary>
public abstract record PasteRow
{
    private PasteRow(ImmutableArray<string> cells) => Cells = cells;

    public ImmutableArray<string> Cells { get; }

    /// <summary>What makes it so; none where nothing changes.</summary>
    public virtual ImmutableArray<GraphCommand> Commands => [];

    /// <summary>A new thing.</summary>
    public sealed record Adds(ImmutableArray<string> Of, ImmutableArray<GraphCommand> Made) : PasteRow(Of)
    {
        /// <inheritdoc/>
        public override ImmutableArray<GraphCommand> Commands => Made;
    }

    /// <summary>A thing of this title is there: it is changed.</summary>
    public sealed record Updates(ImmutableArray<string> Of, Entity There, ImmutableArray<GraphCommand> Made) : PasteRow(Of)
    {
        /// <inheritdoc/>
        public override ImmutableArray<GraphCommand> Commands => Made;
    }

    /// <summary>A thing of this title is there, and says all of it already, or is to stay as it is.</summary>
    public sealed record Stays(ImmutableArray<string> Of, Entity There) : PasteRow(Of);

    /// <summary>It cannot be taken over.</summary>
    public sealed record Cannot(ImmutableArray<string> Of, string Why) : PasteRow(Of);
}

/// <summary>What becomes of a row whose title a thing has already.</summary>
public enum PasteSame
{
    /// <summary>The thing is changed.</summary>
    Update,

    /// <summary>The row is left out.</summary>
    Leave,

    /// <summary>It becomes a second thing of that title.</summary>
    Add,
}
