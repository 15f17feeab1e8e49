using Orrery.Graph;

namespace Orrery.Server;

/// <summary>A figure that an answer gives.</summary>
/// <param name="Of">What it is the figure of, where there are several; else null.</param>
/// <param name="Amount">The figure; nothing where there was none.</param>
public sealed record Figure(Value? Of, Value Amount);
