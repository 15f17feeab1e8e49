using System.Collections.Frozen;

namespace Orrery.Query;

/// <summary>Every function of values, by name in any case.</summary>
internal static class FunctionCatalogue
{
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
