namespace Orrery.Graph;

/// <summary>A large decision waits mostly for memory: what its commands will look up is asked for before they are decided (bench/, "bulk").</summary>
internal sealed partial class GraphMemory
{
    /// <summary>Asks for what a command about one node will look at, while its names and values are judged.</summary>
    public void HintFactsOf(int node)
    {
        _epoch.Facts.HintTail(node);
        if (node >= 0)
            EntityLabels.Hint(node);
    }

    /// <summary>Asks for what the next <see cref="Mentions.AtOnce"/> commands will look up. Safe beside the writer.</summary>
    public void LookAhead(IReadOnlyList<GraphCommand> commands, int first)
    {
        if (commands.Count - first < 2)
            return;
        Span<Guid> ids = stackalloc Guid[3 * Mentions.AtOnce];
        Span<int> nodes = stackalloc int[3 * Mentions.AtOnce];
        var count = 0;
        for (int i = first, last = Math.Min(commands.Count, first + Mentions.AtOnce); i < last; i++)
        {
            switch (commands[i])
            {
                case GraphCommand.SetField c:
                    ids[count++] = c.Subject.Value;
                    break;
                case GraphCommand.Relate c:
                    (ids[count], ids[count + 1], ids[count + 2]) = (c.Subject.Value, c.From.Value, c.To.Value);
                    count += 3;
                    break;
                case GraphCommand.Retire c:
                    ids[count++] = c.Subject.Value;
                    break;
            }
        }

        Ids.FindAll(ids[..count], nodes);
        _epoch.Facts.HintAll(nodes[..count]);
    }
}
