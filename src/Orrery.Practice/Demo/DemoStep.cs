using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>One change set of a story: what was written down together, when and by whom.</summary>
/// <param name="Recorded">When it was written down; each step later than the one before.</param>
/// <param name="Cause">Who and why.</param>
/// <param name="Commands">At least one, in an order in which they can be decided together.</param>
public sealed record DemoStep(Instant Recorded, Cause Cause, ImmutableArray<GraphCommand> Commands);
