using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>The procedures that every workspace has. They look across time, which patterns do not.</summary>
public static class StandardProcedures
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<Procedure> All { get; } =
    [.. SearchProcedures.All, .. TimeProcedures.All, .. ModelProcedures.All];

    internal static ProcedureField Field(string name, ProcedureType type) => new(name, type);

    internal static Value TextOf(string? text) => Value.Of(text);
}
