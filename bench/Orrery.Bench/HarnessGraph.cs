using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Bench;

/// <summary>The harness's files as change sets of 1,000 events in order of their time.</summary>
/// <remarks>
/// The peers' table of relations keeps those that the events remove again, so a removal is taken as planned: recorded in its place, valid from 2040.
/// "Now" is 2025: all answers agree with the peers'; the intervals are there and are tested.
/// </remarks>
internal sealed class HarnessGraph(string folder)
{
    public const int EventsPerChange = 1_000;
    public static readonly Instant Now = Instant.FromUtc(2025, 6, 1, 0, 0);
    public static readonly Instant Planned = Instant.FromUtc(2040, 1, 1, 0, 0);
    private static readonly string[] Kinds =
    [
        "product",
        "objective",
        "metric",
        "team",
        "person",
        "initiative",
        "feature",
        "work",
        "insight",
        "customer",
        "release",
        "decision",
    ];

    public static IReadOnlyList<string> KindNames => Kinds;

    public JsonElement Queries { get; } = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "queries.json"))).RootElement;

    public string[] TypeNames => [.. Queries.GetProperty("names").EnumerateArray().Select(name => name.GetString()!)];

    public int[] Numbers(string name) => [.. Queries.GetProperty(name).EnumerateArray().Select(number => number.GetInt32())];

    public int EntityCount => File.ReadLines(Path.Combine(folder, "nodes.csv")).Count();

    public static Id EntityId(int number) => Mixed((ulong)number, 1);

    public IEnumerable<ChangeSet> Changes()
    {
        var nodes = File.ReadLines(Path.Combine(folder, "nodes.csv")).Select(line => line.Split(',')).ToArray();
        var types = TypeNames;
        var revision = 0L;
        var last = Instant.MinValue;
        foreach (var lines in File.ReadLines(Path.Combine(folder, "events.csv")).Chunk(EventsPerChange))
        {
            var events = ImmutableArray.CreateBuilder<GraphEvent>(EventsPerChange * 4);
            foreach (var line in lines)
                last = Add(events, line, nodes, types);
            yield return new(new(++revision), last, new("harness", Origin.Import), events.DrainToImmutable());
        }
    }

    /// <summary>The file's events, with their places from 1.</summary>
    public IEnumerable<(int At, int Entity, char Kind, int Property, long Value)> Events() =>
        File.ReadLines(Path.Combine(folder, "events.csv"))
            .Select(line => line.Split(','))
            .Select(cells =>
                (
                    int.Parse(cells[0]),
                    int.Parse(cells[2]),
                    cells[3][0],
                    int.Parse(cells[4]),
                    long.Parse(cells[5], CultureInfo.InvariantCulture)
                )
            );

    private static Instant Add(ImmutableArray<GraphEvent>.Builder events, string line, string[][] nodes, string[] types)
    {
        var cells = line.Split(',');
        var (entity, kind, property) = (int.Parse(cells[2]), cells[3][0], int.Parse(cells[4]));
        var (at, value) = (Instant.FromUnixTimeSeconds(long.Parse(cells[1])), long.Parse(cells[5], CultureInfo.InvariantCulture));
        switch (kind)
        {
            case '0':
                Create(events, entity, property, nodes[entity], at);
                break;
            case '1':
                events.Add(new GraphEvent.FieldSet(EntityId(entity), $"p{property}", Value.Of(value), Validity.Since(at)));
                break;
            case '2':
                events.Add(
                    new GraphEvent.RelationCreated(
                        RelationId(entity, property, (int)value),
                        types[property],
                        EntityId(entity),
                        EntityId((int)value),
                        Validity.Since(at)
                    )
                );
                break;
            default:
                events.Add(new GraphEvent.Retired(RelationId(entity, property, (int)value), Validity.Since(Planned)));
                break;
        }

        return at;
    }

    private static void Create(ImmutableArray<GraphEvent>.Builder events, int entity, int type, string[] node, Instant at)
    {
        var (id, since) = (EntityId(entity), Validity.Since(at));
        events.Add(new GraphEvent.EntityCreated(id, [Kinds[type]], null, since));
        events.Add(new GraphEvent.FieldSet(id, "title", Value.Of(node[2]), since));
        events.Add(new GraphEvent.FieldSet(id, "amount", Value.Of(long.Parse(node[3])), since));
        events.Add(new GraphEvent.FieldSet(id, "status", Value.Of($"s{node[4]}"), since));
    }

    public static Id RelationId(int from, int type, int to) => Mixed(((ulong)from << 32) | (uint)to, (ulong)type + 2);

    // SplitMix64, twice: ids as random as UUIDs, and the same in every run.
    private static Id Mixed(ulong a, ulong b)
    {
        Span<ulong> halves = [Mix(a * 31 + b), Mix(a ^ (b << 60) ^ 0x5555)];
        return new(MemoryMarshal.Read<Guid>(MemoryMarshal.AsBytes(halves)));
    }

    private static ulong Mix(ulong z)
    {
        z += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
