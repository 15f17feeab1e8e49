using System.Collections.Immutable;

namespace Orrery.Query;

/// <summary>What the language offers to somebody who writes in it, for completion and documentation.</summary>
public static class QueryLanguage
{
    /// <summary>Its words, in capitals, in alphabetical order.</summary>
    public static ImmutableArray<string> Keywords { get; } = [.. Query.Keywords.Words];

    /// <summary>Its functions by name: of values, of the graph, and those that aggregate.</summary>
    public static ImmutableArray<Callable> Functions { get; } =
    [
        .. FunctionCatalogue
            .All.Values.Select(function => new Callable(function.Name, function.Signature, function.Summary))
            .Concat(
                GraphFunctions.All.Values.Select(function => new Callable(function.Name, function.Signature, function.Summary))
            )
            .Concat(
                AggregateCatalogue.All.Values.Select(function => new Callable(
                    function.Name,
                    function.Signature,
                    function.Summary
                ))
            )
            .DistinctBy(function => function.Name, StringComparer.OrdinalIgnoreCase)
            .OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>What CALL can call everywhere, by name; a signature names what it yields.</summary>
    public static ImmutableArray<Callable> Procedures { get; } =
    [
        .. StandardProcedures
            .All.Select(procedure => new Callable(procedure.Name, SignatureOf(procedure), procedure.Summary))
            .OrderBy(procedure => procedure.Name, StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>The language's own functions, and others, by name.</summary>
    public static ImmutableArray<Callable> FunctionsAnd(IEnumerable<AddedFunction> added) =>
        [
            .. Functions
                .Concat(added.Select(function => new Callable(function.Name, function.Signature, function.Summary)))
                .OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase),
        ];

    /// <summary>The standard procedures, and others, by name.</summary>
    public static ImmutableArray<Callable> ProceduresAnd(IEnumerable<Procedure> added) =>
        [
            .. Procedures
                .Concat(added.Select(procedure => new Callable(procedure.Name, SignatureOf(procedure), procedure.Summary)))
                .OrderBy(procedure => procedure.Name, StringComparer.OrdinalIgnoreCase),
        ];

    /// <summary>A procedure with the names of what it takes and of what it yields.</summary>
    public static string SignatureOf(Procedure procedure) =>
        $"{procedure.Name}({Names(procedure.Inputs)}) YIELD {Names(procedure.Outputs)}";

    private static string Names(ImmutableArray<ProcedureField> fields) => string.Join(", ", fields.Select(field => field.Name));
}

/// <summary>A function or a procedure as people look it up.</summary>
/// <param name="Name">As it is called.</param>
/// <param name="Signature">With the names of its arguments.</param>
/// <param name="Summary">What it answers, in one line.</param>
public sealed record Callable(string Name, string Signature, string Summary);
