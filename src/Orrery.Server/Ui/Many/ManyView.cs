using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>What the page of many things shows.</summary>
/// <param name="Visit">Who looks.</param>
/// <param name="Chosen">How the things were chosen.</param>
/// <param name="Things">Which they are.</param>
/// <param name="Change">What is to be done with them.</param>
/// <param name="Choices">What can be chosen.</param>
/// <param name="Plan">What would become of each; null when not all is said yet, or it cannot be read.</param>
/// <param name="Meanwhile">What somebody changed since the plan was first looked at, in words.</param>
/// <param name="Back">The page they were chosen on.</param>
/// <param name="Problem">Why nothing was done, or null.</param>
public sealed record ManyView(
    Visit Visit,
    Chosen Chosen,
    ImmutableArray<Id> Things,
    ManyChange Change,
    ManyChoices Choices,
    ManyPlan? Plan,
    ImmutableArray<Sentence> Meanwhile,
    string Back,
    Fault? Problem
);
