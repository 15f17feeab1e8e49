using System.Collections.Immutable;

namespace Orrery.Graph;

/// <summary>A large change waits mostly for memory: what its later parts will look up is fetched meanwhile (bench/, "apply", "bulk").</summary>
internal sealed partial class GraphMemory
{
    private void HintAhead(ImmutableArray<GraphEvent> events, int at)
    {
        if (at + (2 * Prefetch.Ahead) >= events.Length)
            return;
        switch (events[at + (2 * Prefetch.Ahead)])
        {
            case GraphEvent.RelationCreated later:
                Ids.HintSlot(later.From.Value);
                Ids.HintSlot(later.To.Value);
                Ids.HintSlot(later.Subject.Value);
                break;
            case GraphEvent.FieldSet later:
                Ids.HintSlot(later.Subject.Value);
                break;
        }

        switch (events[at + Prefetch.Ahead])
        {
            case GraphEvent.RelationCreated soon:
                Ids.HintRow(soon.From.Value);
                Ids.HintRow(soon.To.Value);
                break;
            case GraphEvent.FieldSet soon:
                Ids.HintRow(soon.Subject.Value);
                break;
        }

        switch (events[at + (Prefetch.Ahead / 2)])
        {
            case GraphEvent.RelationCreated next:
                HintEnds(next.From, next.To);
                break;
            case GraphEvent.FieldSet next when Ids.Guess(next.Subject.Value) is { } node:
                _epoch.Facts.HintTail(node);
                break;
        }
    }

    /// <summary>The same for what commands speak of, a while before they are decided.</summary>
    public void HintAhead(IReadOnlyList<GraphCommand> commands, int at)
    {
        if (at + (2 * Prefetch.Ahead) >= commands.Count)
            return;
        switch (commands[at + (2 * Prefetch.Ahead)])
        {
            case GraphCommand.Relate later:
                Ids.HintSlot(later.Subject.Value);
                Ids.HintSlot(later.From.Value);
                Ids.HintSlot(later.To.Value);
                break;
            case GraphCommand.SetField later:
                Ids.HintSlot(later.Subject.Value);
                break;
        }

        switch (commands[at + Prefetch.Ahead])
        {
            case GraphCommand.Relate soon:
                Ids.HintRow(soon.From.Value);
                Ids.HintRow(soon.To.Value);
                break;
            case GraphCommand.SetField soon:
                Ids.HintRow(soon.Subject.Value);
                break;
        }

        switch (commands[at + (Prefetch.Ahead / 2)])
        {
            case GraphCommand.Relate next:
                HintEnds(next.From, next.To);
                break;
            case GraphCommand.SetField next when Ids.Guess(next.Subject.Value) is { } node:
                _epoch.Facts.HintTail(node);
                if (node >= 0)
                    _epoch.Facts.HintPlace(node);
                break;
        }
    }

    private void HintEnds(Id from, Id to)
    {
        if (Ids.Guess(from.Value) is >= 0 and var start)
            _epoch.Tail.Hint(start, Direction.Out);
        if (Ids.Guess(to.Value) is >= 0 and var end)
            _epoch.Tail.Hint(end, Direction.In);
    }
}
