namespace Orrery.Query;

/// <summary>A thing that is a person; nothing for everything else.</summary>
internal sealed class PersonOrNothing(int slot, LabelTest[] kinds) : Evaluator
{
    public override Cell Evaluate(Frame frame)
    {
        var cell = frame.Slots[slot];
        return cell.IsNode && cell.Number >= 0 && Array.Exists(kinds, kind => frame.Graph.Has(cell.Number, kind))
            ? cell
            : default;
    }
}

/// <summary>A value that is worked out only of what is no person.</summary>
internal sealed class NobodysValue(Evaluator value, PersonOrNothing[] things, int fewest, TextSpan at) : Evaluator
{
    public override Cell Evaluate(Frame frame) =>
        Array.TrueForAll(things, thing => thing.Evaluate(frame).IsNull)
            ? value.Evaluate(frame)
            : throw QueryFaults.AboutPeople(at, fewest);
}

/// <summary>Groups, each of which has enough people or none.</summary>
/// <param name="input">The groups.</param>
/// <param name="counts">Where the numbers of people are.</param>
/// <param name="fewest">How many are enough.</param>
/// <param name="at">Where the groups stand in the text.</param>
internal sealed class EnoughPeoplePlan(Plan input, int[] counts, int fewest, TextSpan at) : Plan(input)
{
    public override bool IsSingle => Input!.IsSingle;

    public override string Describe() => $"Only of {fewest} people or more";

    public override Step Open(Frame frame) => new Checked(frame, frame.Open(Input!), counts, fewest, at);

    private sealed class Checked(Frame frame, Step input, int[] counts, int fewest, TextSpan at) : InnerStep(input)
    {
        public override bool Next()
        {
            if (!Input.Next())
                return false;
            foreach (var slot in counts)
            {
                if (
                    frame.Slots[slot].ToValue(frame.Graph) is Graph.Value.Integer { Number: > 0 and var people }
                    && people < fewest
                )
                    throw QueryFaults.AboutPeople(at, fewest);
            }

            return true;
        }
    }
}
