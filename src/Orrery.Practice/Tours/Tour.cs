using System.Collections.Immutable;

namespace Orrery.Practice;

/// <summary>A short guided walk through a company: a few places, each with what to see there.</summary>
/// <param name="Pack">The pack it comes with.</param>
/// <param name="Title">What it is called.</param>
/// <param name="About">What one knows at its end, in a sentence.</param>
/// <param name="Steps">At least one, in order.</param>
public sealed record Tour(string Pack, string Title, string About, ImmutableArray<TourStep> Steps);

/// <summary>One place of a tour.</summary>
/// <param name="Title">What one looks at.</param>
/// <param name="Says">What to see there, in a sentence or two.</param>
/// <param name="At">The address of the page within its workspace, e.g. <c>e/bet:triage</c> or <c>v/bets-by-state?at=2026-01-31</c>; empty for its first page.</param>
public sealed record TourStep(string Title, string Says, string At);
