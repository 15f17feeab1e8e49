using System.Collections.Frozen;

namespace Orrery.Query;

/// <summary>Every function of values, by name in any case.</summary>
internal static class FunctionCatalogue
{
    /// <summary>The language's own and others; one of the language's own is not taken over.</summary>
    public static FrozenDictionary<string, Function> With(IEnumerable<AddedFunction> added) =>
        All
            .Values.Concat(added.Select(function => function.ToFunction()))
            .ToFrozenDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyDictionary<string, Function> All { get; } =
        (
            (Function[])
                [
                    .. TextFunctions.All,
                    .. NumberFunctions.All,
                    .. ListFunctions.All,
                    .. ConversionFunctions.All,
                    .. TimeFunctions.All,
                    .. DurationFunctions.All,
                ]
        ).ToFrozenDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);
}
