namespace Orrery.Query;

/// <summary>A row for each number of a <c>range()</c>, of which no list is made.</summary>
internal sealed class RangePlan(Plan input, FunctionValue range, int slot, string name) : Plan(input)
{
    public override string Describe() => $"Each number of a range as {name}";

    public override Step Open(Frame frame) => new Ranging(frame, frame.Open(Input!), range, slot);

    private sealed class Ranging(Frame frame, Step input, FunctionValue range, int slot) : InnerStep(input)
    {
        private NumberRange _numbers;
        private long _next;

        public override void Begin()
        {
            (_numbers, _next) = (default, 0);
            base.Begin();
        }

        public override bool Next()
        {
            while (_next >= _numbers.Count)
            {
                if (!Input.Next())
                    return false;
                (_numbers, _next) = (range.Numbers(frame) ?? default, 0);
            }

            frame.Meter.Look();
            frame.Slots[slot] = Cell.Of(_numbers[_next++]);
            return true;
        }
    }
}
