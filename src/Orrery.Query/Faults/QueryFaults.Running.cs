using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Refusals while a query runs: values, changes, limits.</summary>
internal static partial class QueryFaults
{
    public static QueryException NotATruthValue() =>
        Run(
            QueryError.TypeError,
            "InvalidArgumentType",
            "A condition came out as something other than true, false or null.",
            "Compare it with something."
        );

    public static QueryException InvalidArgument(string what, string wanted, Value value) =>
        Run(QueryError.TypeError, "InvalidArgumentValue", $"{what} was given {ValueText.Of(value)}.", $"Give it {wanted}.");

    public static QueryException ProcedureArgument(string procedure, ProcedureField input, Value value) =>
        Run(
            QueryError.ProcedureError,
            "InvalidArgumentType",
            $"{procedure} was given {ValueText.Of(value)} as {input.Name}.",
            $"Give it a value of type {input.Type}."
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
            $"{ValueText.Of(value)} cannot be the value of a property.",
            "Store single values, or a list of them."
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
        Limit("RowsLimit", $"The answer has more than {most} rows.", "Add LIMIT, or narrow the pattern.");

    public static QueryException LooksLimit(long most) =>
        Limit(
            "LooksLimit",
            $"The query looked at {most} things and is not done.",
            "Begin at something rarer, name relation types, or bound the hops: [*..4]."
        );

    public static QueryException MemoryLimit(long most) =>
        Limit(
            "MemoryLimit",
            $"The query keeps more than {most >> 20} MB of rows.",
            "Group or sort fewer rows: narrow the pattern first."
        );

    public static QueryException TimeLimit(TimeSpan most) =>
        Limit(
            "TimeLimit",
            $"The query ran for {most.TotalSeconds:0.#} seconds and is not done.",
            "Begin at something rarer, name relation types, or bound the hops: [*..4]."
        );

    private static QueryException Limit(string detail, string message, string remedy) =>
        new(
            new(QueryError.LimitReached, QueryPhase.Runtime, detail, null, new(FaultKind.Limit, CodeOf(detail), message, remedy))
        );
}
