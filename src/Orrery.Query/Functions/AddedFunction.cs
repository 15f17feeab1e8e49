using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>A function that another room adds to the language. Pure: equal arguments through equal readings give equal answers.</summary>
/// <param name="Name">With its dots; found in any case.</param>
/// <param name="Summary">What it answers, in one line.</param>
/// <param name="Inputs">Its arguments, in order.</param>
/// <param name="Fewest">How many of them must be given. Nothing for one of these gives nothing.</param>
/// <param name="Call">Answers; throws <see cref="FaultException"/> for what it does not take.</param>
public sealed record AddedFunction(
    string Name,
    string Summary,
    ImmutableArray<ProcedureField> Inputs,
    int Fewest,
    AddedFunctionCall Call
)
{
    /// <summary>E.g. <c>practice.horizon(length, ends?)</c>.</summary>
    public string Signature =>
        $"{Name}({string.Join(", ", Inputs.Select((input, at) => at < Fewest ? input.Name : $"{input.Name}?"))})";

    internal Function ToFunction() => new(Name, Signature, Summary, Fewest, Inputs.Length, Answer);

    private Value Answer(ReadOnlySpan<Value> given, CallSurroundings around)
    {
        var fitted = ImmutableArray.CreateBuilder<Value>(given.Length);
        for (var i = 0; i < given.Length; i++)
        {
            var value = Clear.Of(given[i]);
            if (value is Value.Null && i < Fewest)
                return Value.Nothing;
            if (!ProcedureTypes.TryFit(value, Inputs[i].Type, out var fit))
                throw QueryFaults.ArgumentMisfit($"{Name}()", value, $"{TypeNames.Of(Inputs[i].Type)} as {Inputs[i].Name}");
            fitted.Add(fit);
        }

        try
        {
            return Call(fitted.MoveToImmutable(), around.Looking!);
        }
        catch (FaultException refusal)
        {
            throw QueryFaults.Refused(refusal.Fault);
        }
    }
}

/// <summary>Answers a call of an added function.</summary>
/// <param name="arguments">As many as were given, of the types that are stated.</param>
/// <param name="looking">Through what it looks.</param>
public delegate Value AddedFunctionCall(ImmutableArray<Value> arguments, Looking looking);
