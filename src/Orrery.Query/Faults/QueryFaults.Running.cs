using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Refusals while a query runs: values, changes, limits.</summary>
internal static partial class QueryFaults
{
    public static QueryException NotATruthValue(Value? value) =>
        Run(
            QueryError.TypeError,
            "InvalidArgumentType",
            $"A condition came out as {(value is null ? "a thing or a number" : TypeNames.WithValue(value))}, not as true, false or null.",
            "Compare it with something, or ask whether it is there: ... IS NOT NULL."
        );

    public static QueryException InvalidArgument(string what, string wanted, Value value) =>
        Run(
            QueryError.TypeError,
            "InvalidArgumentValue",
            $"{what} was given {TypeNames.WithValue(value)}.",
            $"Give it {wanted}."
        );

    public static QueryException ProcedureArgument(string procedure, ProcedureField input, Value value) =>
        Run(
            QueryError.ProcedureError,
            "InvalidArgumentType",
            $"{procedure} was given {TypeNames.WithValue(value)} as {input.Name}.",
            $"Give it {TypeNames.Of(input.Type)}."
        );

    public static QueryException MapElementAccessByNonString() =>
        Run(
            QueryError.TypeError,
            "MapElementAccessByNonString",
            "A property was asked for by something that is no text.",
            "Name it as text: n['title']."
        );

    public static QueryException DeletedEntityAccess() =>
        Run(
            QueryError.EntityNotFound,
            "DeletedEntityAccess",
            "The query looks into what it has deleted.",
            "Read what is needed before DELETE, with WITH."
        );

    public static QueryException DeleteConnected() =>
        Run(
            QueryError.ConstraintVerificationFailed,
            "DeleteConnectedNode",
            "Something to be deleted still has relations.",
            "Write DETACH DELETE to end these too."
        );

    public static QueryException InvalidPropertyType(Value value) =>
        Run(
            QueryError.TypeError,
            "InvalidPropertyType",
            $"{Capital(TypeNames.Of(value))} cannot be the value of a field.",
            "Store single values or a list of them; things are joined by relations."
        );

    public static QueryException MergeOfNull() =>
        Run(
            QueryError.SemanticError,
            "MergeReadOwnWrites",
            "MERGE looks for a property that is null, which is never found.",
            "Leave the property out, or use CREATE."
        );

    public static QueryException EndMissing() =>
        Run(
            QueryError.TypeError,
            "InvalidArgumentValue",
            "A relation to be created has an end that is null.",
            "Make sure that both ends were found."
        );

    public static QueryException RowsLimit(long most) =>
        Limit("RowsLimit", $"The answer has more than {Number(most)} rows.", "Add LIMIT, or narrow the pattern.");

    public static QueryException ChangesLimit(long most) =>
        Limit(
            "ChangesLimit",
            $"The query would write for more than {Number(most)} rows.",
            "Narrow the pattern, or write some of it at a time: WITH ... ORDER BY ... SKIP ... LIMIT ..."
        );

    public static QueryException LooksLimit(long most) =>
        Limit(
            "LooksLimit",
            $"The query looked at {Number(most)} things and is not done.",
            "Begin at something rarer, name relation types, or bound the hops: [*..4]."
        );

    public static QueryException MemoryLimit(long most) =>
        Limit(
            "MemoryLimit",
            $"The query keeps more than {most >> 20} MB of rows and values.",
            "Group, sort or collect less: narrow the pattern first, or count() instead of collecting."
        );

    public static QueryException TimeLimit(TimeSpan most) =>
        Limit(
            "TimeLimit",
            $"The query ran for {most.TotalSeconds:0.#} seconds and is not done.",
            "Begin at something rarer, name relation types, or bound the hops: [*..4]."
        );

    public static QueryException Busy(int places) =>
        Limit(
            "TooManyLong",
            $"As many long queries are under way here as may run at once ({places}), and others wait.",
            "Ask again in a moment, or narrow the question so that it is quick."
        );

    private static string Number(long most) => most.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);

    private static string Capital(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}";

    private static QueryException Limit(string detail, string message, string remedy) =>
        new(
            new(QueryError.LimitReached, QueryPhase.Runtime, detail, null, new(FaultKind.Limit, CodeOf(detail), message, remedy))
        );
}
