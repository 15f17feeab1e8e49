using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>The rows of a procedure for every row before it.</summary>
/// <param name="input">Where rows come from.</param>
/// <param name="procedure">What is called.</param>
/// <param name="arguments">One for every input.</param>
/// <param name="at">Where the call is written.</param>
/// <param name="yields">Which outputs go into which slots.</param>
/// <param name="keepsRow">Whether a row stays when the procedure yields none: one that only acts.</param>
internal sealed class ProcedurePlan(
    Plan input,
    Procedure procedure,
    Placed[] arguments,
    TextSpan at,
    (int Output, int Slot)[] yields,
    bool keepsRow
) : Plan(input)
{
    public override string Describe() => $"Rows of {procedure.Name}";

    public override Step Open(Frame frame) => new Called(frame, frame.Open(Input!), procedure, arguments, at, yields, keepsRow);

    private sealed class Called(
        Frame frame,
        Step input,
        Procedure procedure,
        Placed[] arguments,
        TextSpan at,
        (int Output, int Slot)[] yields,
        bool keepsRow
    ) : InnerStep(input)
    {
        private IEnumerator<ImmutableArray<Value>>? _rows;

        public override void Begin()
        {
            _rows = null;
            base.Begin();
        }

        public override bool Next()
        {
            while (true)
            {
                if (_rows is not null && IsMoved(_rows))
                {
                    frame.Meter.Look();
                    foreach (var (output, slot) in yields)
                        frame.Slots[slot] = Cell.Of(_rows.Current[output], frame.Graph);
                    return true;
                }

                _rows = null;
                if (!Input.Next())
                    return false;
                var values = arguments.Select((argument, i) => Fit(argument.Evaluator.Evaluate(frame).ToValue(frame.Graph), i));
                _rows = RowsOf([.. values]);
                if (!keepsRow)
                    continue;
                while (IsMoved(_rows))
                    frame.Meter.Look();
                _rows = null;
                return true;
            }
        }

        private IEnumerator<ImmutableArray<Value>> RowsOf(ImmutableArray<Value> values)
        {
            try
            {
                return procedure.Call(frame.Looking, values).GetEnumerator();
            }
            catch (FaultException refusal)
            {
                throw QueryFaults.Refused(refusal.Fault).At(at);
            }
            catch (QueryException refused) when (refused.Fault.At is null)
            {
                throw refused.At(at);
            }
        }

        private bool IsMoved(IEnumerator<ImmutableArray<Value>> rows)
        {
            try
            {
                return rows.MoveNext();
            }
            catch (FaultException refusal)
            {
                throw QueryFaults.Refused(refusal.Fault).At(at);
            }
            catch (QueryException refused) when (refused.Fault.At is null)
            {
                throw refused.At(at);
            }
        }

        private Value Fit(Value value, int input)
        {
            var wanted = procedure.Inputs[input];
            return ProcedureTypes.TryFit(value, wanted.Type, out var fitted)
                ? fitted
                : throw QueryFaults.ProcedureArgument(procedure.Name, wanted, value).At(arguments[input].At);
        }
    }
}

/// <summary>Which values a procedure's argument takes.</summary>
internal static class ProcedureTypes
{
    public static bool TryFit(Value value, ProcedureType type, out Value fitted)
    {
        fitted = (value, type) switch
        {
            (Value.Integer i, ProcedureType.Float) => Value.Of((double)i.Number),
            _ => value,
        };
        return (fitted, type) switch
        {
            (Value.Null, _) or (_, ProcedureType.Any) => true,
            (Value.Bool, ProcedureType.Boolean) => true,
            (Value.Integer, ProcedureType.Integer or ProcedureType.Number) => true,
            (Value.Float, ProcedureType.Float or ProcedureType.Number) => true,
            (Value.Text, ProcedureType.String) => true,
            (Value.Map, ProcedureType.Map) => true,
            (Value.List, ProcedureType.List) => true,
            (Value.Entity, ProcedureType.Node) => true,
            (Value.Relation, ProcedureType.Relationship) => true,
            (Value.Date or Value.DateTime or Value.LocalDateTime or Value.Text, ProcedureType.Temporal) => true,
            _ => false,
        };
    }

    /// <summary>Whether a static type can never fit.</summary>
    public static bool IsExcluded(StaticType given, ProcedureType type) =>
        given switch
        {
            StaticType.Any or StaticType.Null => false,
            _ when type == ProcedureType.Any => false,
            StaticType.Bool => type != ProcedureType.Boolean,
            StaticType.Integer => type is not (ProcedureType.Integer or ProcedureType.Float or ProcedureType.Number),
            StaticType.Float => type is not (ProcedureType.Float or ProcedureType.Number),
            StaticType.Text => type is not (ProcedureType.String or ProcedureType.Temporal),
            StaticType.Map => type != ProcedureType.Map,
            StaticType.List or StaticType.Relations => type != ProcedureType.List,
            StaticType.Node => type != ProcedureType.Node,
            StaticType.Relation => type != ProcedureType.Relationship,
            _ => false,
        };
}
