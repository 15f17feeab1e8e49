using System.Collections.Frozen;

namespace Orrery.Query;

/// <summary>What a query can call, and what it may not work out.</summary>
/// <param name="Procedures">By name.</param>
/// <param name="Functions">Functions of values by name in any case; those that look at the graph and those that aggregate are known to the planner.</param>
/// <param name="Guard">Of whom no figures are worked out.</param>
internal sealed record Callables(
    FrozenDictionary<string, Procedure> Procedures,
    FrozenDictionary<string, Function> Functions,
    PeopleGuard Guard
);
