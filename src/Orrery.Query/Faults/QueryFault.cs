using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Why a query was refused, in openCypher's terms and in words for people.</summary>
/// <param name="Error">The class of error that openCypher names.</param>
/// <param name="Phase">Whether the text alone showed it.</param>
/// <param name="Detail">openCypher's name of what is wrong, e.g. <c>UndefinedVariable</c>; the fault's code is made of it.</param>
/// <param name="At">Where in the text, or null when no place can be named.</param>
/// <param name="Fault">Message, offending value and remedy; the code is <c>query.</c> and the detail in kebab-case.</param>
public sealed record QueryFault(QueryError Error, QueryPhase Phase, string Detail, TextSpan? At, Fault Fault);

/// <summary>The classes of errors that openCypher names.</summary>
public enum QueryError
{
    /// <summary>The text is no query, or names what is not there to name.</summary>
    SyntaxError,

    /// <summary>The text is a query that cannot make sense.</summary>
    SemanticError,

    /// <summary>A parameter was not given.</summary>
    ParameterMissing,

    /// <summary>A value is of a type that the operation does not take.</summary>
    TypeError,

    /// <summary>A value is out of the range that the operation takes.</summary>
    ArgumentError,

    /// <summary>An arithmetic operation has no result.</summary>
    ArithmeticError,

    /// <summary>What is asked about is not there any more.</summary>
    EntityNotFound,

    /// <summary>The graph would break its own rules.</summary>
    ConstraintVerificationFailed,

    /// <summary>A procedure is not there or is called wrongly.</summary>
    ProcedureError,

    /// <summary>A limit was reached.</summary>
    LimitReached,
}

/// <summary>When an error shows.</summary>
public enum QueryPhase
{
    /// <summary>Before any data is looked at.</summary>
    CompileTime,

    /// <summary>While the rows are found.</summary>
    Runtime,
}
