namespace Orrery.Query;

/// <summary>Refusals of patterns that the text alone shows.</summary>
internal static partial class QueryFaults
{
    public static QueryException BadRange(TextSpan at, ReadOnlySpan<char> written) =>
        Compile(
            QueryError.SyntaxError,
            "InvalidRelationshipPattern",
            at,
            $"{Quoted(written)} says no number of hops.",
            "Write * for any number, *2 for exactly two, *1..3 for one to three, *..3 or *2.. for an open end."
        );

    public static QueryException ParameterAsProperties(TextSpan at, string parameter, string clause) =>
        Compile(
            QueryError.SyntaxError,
            "InvalidParameterUse",
            at,
            $"{clause} does not take the properties of a pattern from the parameter {parameter}.",
            $"Name the properties: {{key: {parameter}.key}}."
        );

    public static QueryException CreatesManyHops(TextSpan at, string clause) =>
        Compile(
            QueryError.SyntaxError,
            "CreatingVarLength",
            at,
            $"{clause} cannot make a relation of any number of hops.",
            "Leave out the * and its range, and write each relation."
        );

    public static QueryException CreatesUndirected(TextSpan at) =>
        Compile(
            QueryError.SyntaxError,
            "RequiresDirectedRelationship",
            at,
            "A relation that is made needs one direction.",
            "Write -[:TYPE]-> or <-[:TYPE]-."
        );

    public static QueryException DeletesLabels(TextSpan at) =>
        Compile(
            QueryError.SyntaxError,
            "InvalidDelete",
            at,
            "DELETE takes entities, relations and paths, not labels.",
            "To take a label away, write REMOVE n:Label."
        );

    public static QueryException ImplicitArguments(TextSpan at, string procedure) =>
        Compile(
            QueryError.SyntaxError,
            "InvalidArgumentPassingMode",
            at,
            $"{procedure} stands among other clauses without its arguments.",
            $"Write them: CALL {procedure}(...). They are taken from the parameters only where CALL is the whole query."
        );
}
