using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Refusals about names: variables, columns, functions, procedures, parameters.</summary>
internal static partial class QueryFaults
{
    public static QueryException UndefinedVariable(string name, TextSpan at, IEnumerable<string> known) =>
        Syntax(
            "UndefinedVariable",
            at,
            $"Nothing is called '{name}' here.",
            Nearest.Advice(
                name,
                known.Where(IsWritten),
                "Name it in a MATCH, UNWIND or WITH before this clause; WITH hands on only what it names."
            )
        );

    public static QueryException VariableAlreadyBound(string name, TextSpan at) =>
        Syntax(
            "VariableAlreadyBound",
            at,
            $"'{name}' is taken already.",
            "Use another name, or leave labels and properties to the first place where it stands."
        );

    public static QueryException VariableTypeConflict(string name, StaticType type, string wanted, TextSpan at) =>
        Syntax(
            "VariableTypeConflict",
            at,
            $"'{name}' is {StaticTypes.Words(type)}, and cannot stand for {wanted} here.",
            "Use another name."
        );

    public static QueryException RelationshipUniqueness(string name, TextSpan at) =>
        Syntax(
            "RelationshipUniquenessViolation",
            at,
            $"'{name}' stands for two relations of one pattern, which are never the same.",
            "Give each relation a name of its own."
        );

    public static QueryException ColumnNameConflict(string name, TextSpan at) =>
        Syntax("ColumnNameConflict", at, $"Two columns are called '{name}'.", "Name one of them with AS.");

    public static QueryException NoExpressionAlias(TextSpan at) =>
        Syntax("NoExpressionAlias", at, "WITH hands this on without a name.", "Name it: ... AS name.");

    public static QueryException NoVariablesInScope(TextSpan at) =>
        Syntax("NoVariablesInScope", at, "There is nothing that * could stand for.", "Name in a MATCH what is to be returned.");

    public static QueryException DifferentColumnsInUnion(TextSpan at) =>
        Syntax(
            "DifferentColumnsInUnion",
            at,
            "The parts of a UNION have different columns.",
            "Let each part return columns of the same names, with AS where need be."
        );

    public static QueryException UnknownFunction(
        string name,
        TextSpan at,
        IEnumerable<string> functions,
        IEnumerable<string> procedures
    ) =>
        Syntax(
            "UnknownFunction",
            at,
            $"No function is called '{name}'.",
            CalledNames.AdviceOnFunction(name, functions, procedures)
        );

    public static QueryException InvalidNumberOfArguments(string signature, int count, TextSpan at) =>
        Syntax(
            "InvalidNumberOfArguments",
            at,
            $"{signature} was given {count} {(count == 1 ? "argument" : "arguments")}.",
            "Give as many as it states; those with a question mark may be left out."
        );

    public static QueryException MissingParameter(string name, TextSpan? at) =>
        Compile(
            QueryError.ParameterMissing,
            "MissingParameter",
            at,
            $"The parameter ${name} was not given.",
            $"Give it: --param {name}=value."
        );

    public static QueryException ProcedureNotFound(
        string name,
        TextSpan at,
        IEnumerable<string> procedures,
        IEnumerable<string> functions
    ) =>
        Compile(
            QueryError.ProcedureError,
            "ProcedureNotFound",
            at,
            $"No procedure is called '{name}'.",
            CalledNames.AdviceOnProcedure(name, procedures, functions)
        );

    public static QueryException UnknownOutput(string name, TextSpan at, IEnumerable<string> known) =>
        Syntax(
            "UndefinedVariable",
            at,
            $"The procedure yields nothing called '{name}'.",
            Nearest.Advice(name, known, "Look at what it yields.")
        );

    public static QueryException InvalidArgumentPassing(TextSpan at) =>
        Syntax(
            "InvalidArgumentPassingMode",
            at,
            "Inside a query a procedure's arguments are written out.",
            "Write them in brackets: CALL name(argument)."
        );

    public static QueryException YieldMissing(string name, TextSpan at) =>
        Syntax("UndefinedVariable", at, $"Nothing says which columns of {name} go on.", "Add YIELD and their names.");

    /// <summary>Of a label that no kind, ancestor or category answers to.</summary>
    public static Fault UnknownKindWarning(string label, IEnumerable<string> known) =>
        new(
            FaultKind.NotFound,
            "query.unknown-kind",
            $"Nothing here is labelled '{label}'.",
            Nearest.Advice(AsSymbol(label), known, "orrery query \"MATCH (k:kind) RETURN k.symbol\" lists all kinds.")
        );

    /// <summary>Of a relation type that the model does not have.</summary>
    public static Fault UnknownTypeWarning(string type, IEnumerable<string> known) =>
        new(
            FaultKind.NotFound,
            "query.unknown-relation-type",
            $"No relation type is called '{type}'.",
            Nearest.Advice(AsSymbol(type), known, "MATCH (t:`relation-type`) RETURN t.symbol lists all types.")
        );

    /// <summary>Of a field that nothing has.</summary>
    public static Fault UnknownFieldWarning(string field, IEnumerable<string> known) =>
        new(
            FaultKind.NotFound,
            "query.unknown-field",
            $"No field is called '{field}'.",
            Nearest.Advice(AsSymbol(field), known, "MATCH (f:field) RETURN f.symbol lists all fields.")
        );

    private static QueryException Syntax(string detail, TextSpan? at, string message, string remedy) =>
        Compile(QueryError.SyntaxError, detail, at, message, remedy);

    // As the model writes its names.
    private static string AsSymbol(string written) => written.Replace('_', '-').ToLowerInvariant();

    // Names of ours begin with a space.
    private static bool IsWritten(string name) => !name.StartsWith(' ');
}
