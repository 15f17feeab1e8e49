using Orrery.Query;

namespace Orrery.Server;

/// <summary>What became of a view that somebody opens.</summary>
public abstract record ViewOutcome
{
    private ViewOutcome() { }

    /// <summary>It is drawn.</summary>
    public sealed record Shown(ShownView View) : ViewOutcome;

    /// <summary>Its question was refused.</summary>
    public sealed record Refused(QueryFault Fault) : ViewOutcome;

    /// <summary>Its question is none for a view.</summary>
    public sealed record Unfit(Orrery.Graph.Fault Fault) : ViewOutcome;

    /// <summary>A parameter has no value yet.</summary>
    public sealed record Unfilled : ViewOutcome;

    /// <summary>The answer takes longer than a page should: it comes by itself.</summary>
    /// <param name="Ticket">Who brings it is given the answer that is on its way.</param>
    public sealed record Asking(string Ticket) : ViewOutcome;

    /// <summary>Whoever waited for it has stopped it.</summary>
    public sealed record Stopped : ViewOutcome;
}

/// <summary>The page of a view.</summary>
/// <param name="Visit">Who looks.</param>
/// <param name="Request">What the address asks.</param>
/// <param name="Saved">The view it began from, or null.</param>
/// <param name="Outcome">What became of it.</param>
public sealed record ViewView(Visit Visit, ViewRequest Request, Orrery.Practice.SavedView? Saved, ViewOutcome Outcome)
{
    public string Title => Saved is { } saved ? Visit.Words.View(saved) : "Unsaved view";

    /// <summary>Whether it is shown otherwise than it was saved.</summary>
    public bool IsChanged => Saved is { Definition: var saved } && Request.Differs(saved);
}

/// <summary>The list of saved views.</summary>
public sealed record ViewListView(Visit Visit, System.Collections.Immutable.ImmutableArray<Orrery.Practice.SavedView> Views);
