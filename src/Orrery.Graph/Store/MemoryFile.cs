using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Orrery.Graph;

/// <summary>Writes and reads a memory as plain columns: the payload of a snapshot file. Little-endian; the file around it carries version and checksum.</summary>
internal static class MemoryFile
{
    private const int Layout = 3;

    public static void Write(GraphMemory memory, int revision, Stream stream)
    {
        var (epoch, counts) = (memory.Freeze(revision), Counts.Of(memory, revision));
        var sections = new SectionWriter(stream);
        sections.Numbers(Layout, revision);
        foreach (var table in (ReadOnlySpan<SymbolTable>)[memory.Labels, memory.Types, memory.Fields, memory.Names])
            sections.Texts(table.Names);
        sections.Texts(
            Enumerable.Range(0, memory.LabelSets.Count).Select(set => string.Join('\0', memory.LabelSets.NamesOf(set)))
        );
        WriteRows(memory, counts, sections);
        var chunks = memory.Heap.Chunks().ToArray();
        sections.Numbers(chunks.Length);
        foreach (var chunk in chunks)
            sections.Column([chunk]);
        foreach (var (count, slots) in memory.Ids.Shards(counts.Has))
        {
            sections.Numbers(count);
            sections.Column<long>([slots]);
        }

        WriteEpoch(epoch, sections);
        sections.Texts(
            memory
                .Sources.Where(reading => reading.Revision.Value <= revision)
                .Select(reading =>
                    string.Join(
                        '\0',
                        reading.Source,
                        reading.File,
                        Ticks.Of(reading.From),
                        reading.Digest,
                        reading.Revision.Value
                    )
                )
        );
    }

    public static (GraphMemory Memory, int Revision) Read(Stream stream, Func<Value.Personal, Value.Personal> open)
    {
        var sections = new SectionReader(stream);
        if (sections.Numbers(2) is not [Layout, var revision])
            throw new InvalidDataException("The columns have a layout that this build does not know.");
        var memory = new GraphMemory(open);
        foreach (var table in (ReadOnlySpan<SymbolTable>)[memory.Labels, memory.Types, memory.Fields, memory.Names])
        {
            foreach (var name in sections.Texts())
                table.Take(name);
        }

        foreach (var set in sections.Texts())
            memory.LabelSets.Take(set is "" ? [] : [.. set.Split('\0')]);
        memory.AdoptRows(
            sections.Column<EntityRow>(),
            sections.Column<int>(),
            sections.Column<byte>(),
            sections.Column<RelationRow>(),
            sections.Column<byte>(),
            sections.Column<RefRow>(),
            sections.Column<RevisionRow>()
        );
        for (var left = sections.Numbers(1)[0]; left > 0; left--)
            memory.Heap.Adopt(sections.Column<byte>());
        for (var shard = 0; shard < 256; shard++)
            memory.Ids.Adopt(shard, (int)sections.Numbers(1)[0], sections.Column<long>());
        memory.AdoptEpoch(ReadEpoch(sections, (int)revision, memory), (int)revision);
        foreach (var reading in sections.Texts().Select(text => text.Split('\0')))
            memory.AdoptSource(
                new(reading[0], reading[1], Ticks.ToInstant(long.Parse(reading[2])), reading[3], new(long.Parse(reading[4])))
            );
        return (memory, (int)revision);
    }

    private static void WriteRows(GraphMemory memory, Counts counts, SectionWriter sections)
    {
        sections.Column(memory.Entities.Runs(counts.Entities).Select(run => WithKnownRefs(memory, run, counts.Refs)));
        sections.Column(memory.EntityLabels.Runs(counts.Entities));
        sections.Column(memory.EntityFlags.Runs(counts.Entities));
        sections.Column(memory.Relations.Runs(counts.Relations));
        sections.Column(memory.RelationFlags.Runs(counts.Relations));
        sections.Column(memory.Refs.Runs(counts.Refs));
        sections.Column(memory.Revisions.Runs(counts.Revisions));
    }

    // A ref given after the revision is left out, so its entity must not point at it.
    private static ReadOnlyMemory<EntityRow> WithKnownRefs(GraphMemory memory, ReadOnlyMemory<EntityRow> run, int refs)
    {
        var rows = run.ToArray();
        foreach (ref var row in rows.AsSpan())
        {
            while (row.Ref >= refs)
                row.Ref = memory.Refs[row.Ref].Earlier;
        }

        return rows;
    }

    private static void WriteEpoch(Epoch epoch, SectionWriter sections)
    {
        var (facts, entityAt, relationAt) = epoch.Facts.Frozen;
        sections.Column<Fact>([facts]);
        sections.Column<int>([entityAt]);
        sections.Column<int>([relationAt]);
        sections.Column<Card>([epoch.Cards.Column]);
        foreach (var adjacency in (ReadOnlySpan<Adjacency>)[epoch.Outgoing, epoch.Incoming])
        {
            var (at, edges, types) = adjacency.Columns;
            sections.Column<int>([at]);
            sections.Column<Edge>([edges]);
            sections.Column<ushort>([types]);
        }
    }

    private static Epoch ReadEpoch(SectionReader sections, int revision, GraphMemory memory)
    {
        var facts = new FactBook(sections.Column<Fact>(), sections.Column<int>(), sections.Column<int>());
        var cards = new Cards(sections.Column<Card>());
        var outgoing = new Adjacency(sections.Column<int>(), sections.Column<Edge>(), sections.Column<ushort>());
        var incoming = new Adjacency(sections.Column<int>(), sections.Column<Edge>(), sections.Column<ushort>());
        var lives = Lifetimes.Of(memory, memory.Entities.Count);
        return new(revision, facts, cards, lives, outgoing, incoming, memory.Relations.Count);
    }

    /// <summary>How many rows of each table a revision knows.</summary>
    private sealed record Counts(int Entities, int Relations, int Refs, int Revisions)
    {
        public static Counts Of(GraphMemory memory, int revision) =>
            new(
                GraphMemory.CountUpTo(memory.Entities, row => row.Revision, revision),
                GraphMemory.CountUpTo(memory.Relations, row => row.Revision, revision),
                GraphMemory.CountUpTo(memory.Refs, row => row.Revision, revision),
                revision
            );

        public bool Has(int node) => node >= 0 ? node < Entities : ~node < Relations;
    }
}

/// <summary>Sections of a payload: a length in bytes, then the bytes.</summary>
internal sealed class SectionWriter(Stream stream)
{
    public void Numbers(params ReadOnlySpan<long> numbers) => stream.Write(MemoryMarshal.AsBytes(numbers));

    public void Texts(IEnumerable<string> texts)
    {
        var bytes = new ByteWriter(1 << 12);
        var all = texts.ToArray();
        bytes.Count((ulong)all.Length);
        foreach (var text in all)
            bytes.Text(text);
        Numbers(bytes.Length);
        stream.Write(bytes.Written);
    }

    public void Column<T>(IEnumerable<ReadOnlyMemory<T>> runs)
        where T : struct
    {
        var all = runs.ToArray();
        Numbers(all.Sum(run => (long)run.Length * Unsafe.SizeOf<T>()));
        foreach (var run in all)
            stream.Write(MemoryMarshal.AsBytes(run.Span));
    }
}

/// <summary>Reads what <see cref="SectionWriter"/> wrote.</summary>
internal sealed class SectionReader(Stream stream)
{
    public long[] Numbers(int count)
    {
        var numbers = new long[count];
        stream.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return numbers;
    }

    public List<string> Texts()
    {
        var bytes = new byte[Numbers(1)[0]];
        stream.ReadExactly(bytes);
        var reader = new ByteReader(bytes);
        List<string> texts = [];
        for (var left = reader.Length(); left > 0; left--)
            texts.Add(reader.Text());
        return texts;
    }

    public T[] Column<T>()
        where T : struct =>
        FreshArray.Filled<T>(
            (int)(Numbers(1)[0] / Unsafe.SizeOf<T>()),
            column => stream.ReadExactly(MemoryMarshal.AsBytes(column.AsSpan()))
        );
}
