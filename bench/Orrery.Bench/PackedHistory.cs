using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using NodaTime;
using Orrery.Engine;
using Orrery.Graph;

namespace Orrery.Bench;

/// <summary>
/// The harness's history read from its files into rows without pointers, so that neither reading text nor a heap full of waiting commands is
/// what an import is timed for. Commands are made from the rows when they are asked for, within the time of the import.
/// </summary>
internal sealed class PackedHistory
{
    private static readonly Cause Cause = new("harness", Origin.Import);

    private readonly string[] _types;
    private readonly string[] _properties = [.. Enumerable.Range(0, 64).Select(number => $"p{number}")];
    private readonly ImmutableArray<string>[] _labels =
    [
        .. HarnessGraph.KindNames.Select(kind => (ImmutableArray<string>)[kind]),
    ];
    private readonly Value[] _statuses = [.. Enumerable.Range(0, 32).Select(number => Value.Of($"s{number}"))];
    private readonly string _titles;
    private readonly Node[] _nodes;
    private readonly Row[] _rows;

    public PackedHistory(string folder)
    {
        _types = new HarnessGraph(folder).TypeNames;
        var titles = new System.Text.StringBuilder();
        _nodes = [.. File.ReadLines(Path.Combine(folder, "nodes.csv")).Select(line => NodeOf(line, titles))];
        _titles = titles.ToString();
        _rows = [.. File.ReadLines(Path.Combine(folder, "events.csv")).Select(RowOf)];
    }

    /// <summary>Change sets of 1,000 of the file's events, made when they are asked for.</summary>
    public IEnumerable<Proposal> Proposals()
    {
        for (var first = 0; first < _rows.Length; first += HarnessGraph.EventsPerChange)
        {
            List<GraphCommand> commands = new(HarnessGraph.EventsPerChange * 2);
            var rows = _rows.AsSpan(first, Math.Min(HarnessGraph.EventsPerChange, _rows.Length - first));
            foreach (ref readonly var row in rows)
                Add(commands, in row);
            yield return new(commands, Cause, Instant.FromUnixTimeSeconds(rows[^1].AtSeconds));
        }
    }

    private void Add(List<GraphCommand> commands, in Row row)
    {
        var since = Validity.Since(Instant.FromUnixTimeSeconds(row.AtSeconds));
        switch (row.Kind)
        {
            case '0':
                Create(commands, row.Entity, row.Property, since);
                break;
            case '1':
                commands.Add(
                    new GraphCommand.SetField(
                        HarnessGraph.EntityId(row.Entity),
                        _properties[row.Property],
                        Value.Of(row.Value),
                        since
                    )
                );
                break;
            case '2':
                var (from, to) = (HarnessGraph.EntityId(row.Entity), HarnessGraph.EntityId((int)row.Value));
                commands.Add(new GraphCommand.Relate(RelationOf(in row), _types[row.Property], from, to, Properties.None, since));
                break;
            default:
                commands.Add(new GraphCommand.Retire(RelationOf(in row), Validity.Since(HarnessGraph.Planned)));
                break;
        }
    }

    private void Create(List<GraphCommand> commands, int entity, int kind, Validity since)
    {
        var id = HarnessGraph.EntityId(entity);
        ref readonly var node = ref _nodes[entity];
        commands.Add(new GraphCommand.CreateEntity(id, _labels[kind], null, Properties.None, since));
        var title = _titles[node.TitleAt..(node.TitleAt + node.TitleLength)];
        commands.Add(new GraphCommand.SetField(id, "title", Value.Of(title), since));
        commands.Add(new GraphCommand.SetField(id, "amount", Value.Of(node.Amount), since));
        commands.Add(new GraphCommand.SetField(id, "status", _statuses[node.Status], since));
    }

    private static Id RelationOf(in Row row) => HarnessGraph.RelationId(row.Entity, row.Property, (int)row.Value);

    private static Node NodeOf(string line, System.Text.StringBuilder titles)
    {
        var cells = line.Split(',');
        var at = titles.Length;
        titles.Append(cells[2]);
        return new(long.Parse(cells[3], CultureInfo.InvariantCulture), at, (short)cells[2].Length, short.Parse(cells[4]));
    }

    private static Row RowOf(string line)
    {
        var cells = line.Split(',');
        return new(
            long.Parse(cells[5], CultureInfo.InvariantCulture),
            long.Parse(cells[1], CultureInfo.InvariantCulture),
            int.Parse(cells[2], CultureInfo.InvariantCulture),
            short.Parse(cells[4], CultureInfo.InvariantCulture),
            cells[3][0]
        );
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Node(long Amount, int TitleAt, short TitleLength, short Status);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Row(long Value, long AtSeconds, int Entity, short Property, char Kind);
}
