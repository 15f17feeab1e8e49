using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>What CALL can call: rows out of arguments, through a reading.</summary>
/// <param name="Name">With its dots.</param>
/// <param name="Summary">What it answers, in one line.</param>
/// <param name="Inputs">Its arguments, in order.</param>
/// <param name="Outputs">The columns it yields; empty for one that only acts.</param>
/// <param name="Call">Its rows, each with a value for every output.</param>
public sealed record Procedure(
    string Name,
    string Summary,
    ImmutableArray<ProcedureField> Inputs,
    ImmutableArray<ProcedureField> Outputs,
    ProcedureCall Call
);

/// <summary>Answers a call of a procedure.</summary>
/// <param name="looking">Through what it looks. Rows are counted by the query; what costs more counts its looks itself.</param>
/// <param name="arguments">One for every input, converted to its type.</param>
/// <exception cref="FaultException">It does not take what it was given.</exception>
public delegate IEnumerable<ImmutableArray<Value>> ProcedureCall(Looking looking, ImmutableArray<Value> arguments);

/// <summary>An argument or a column of a procedure.</summary>
/// <param name="Name">What YIELD and completion call it.</param>
/// <param name="Type">What it takes or holds.</param>
public sealed record ProcedureField(string Name, ProcedureType Type);

/// <summary>The types that procedures state.</summary>
public enum ProcedureType
{
    /// <summary>Anything.</summary>
    Any,

    /// <summary>A truth value.</summary>
    Boolean,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number with a fraction; a whole number is turned into one.</summary>
    Float,

    /// <summary>Any number.</summary>
    Number,

    /// <summary>Text.</summary>
    String,

    /// <summary>A map.</summary>
    Map,

    /// <summary>A list.</summary>
    List,

    /// <summary>An entity.</summary>
    Node,

    /// <summary>A relation.</summary>
    Relationship,

    /// <summary>A moment: a date, a date and time.</summary>
    Temporal,
}
