using System.Collections.Immutable;
using NodaTime;

namespace Orrery.Graph;

/// <summary>The whole graph as known at a revision. Immutable; keeping one costs nothing; read it through <see cref="Read"/>.</summary>
/// <remarks>All snapshots of a branch share one append-only memory and see it up to their revision (docs/decisions/0003).</remarks>
public sealed partial class GraphSnapshot
{
    private readonly ModelInForce _model;

    private GraphSnapshot(GraphMemory memory, int revision, ModelInForce? model)
    {
        (Memory, Number) = (memory, revision);
        _model = model ?? ModelInForce.At(this);
    }

    private GraphSnapshot(GraphSnapshot before, ImmutableArray<Id> touched)
    {
        (Memory, Number) = (before.Memory, before.Number + 1);
        _model = before._model.After(this, touched);
    }

    internal GraphMemory Memory { get; }

    internal int Number { get; }

    /// <summary>The revision it is the graph of.</summary>
    public Revision At => new(Number);

    /// <summary>The kinds, fields and relation types in force; computed once and shared while no model entity changes.</summary>
    public Model Model => _model.Model;

    /// <summary>When its last change set was recorded; the beginning of time for an empty graph.</summary>
    public Instant Recorded => Number == 0 ? Instant.MinValue : Ticks.ToInstant(Memory.Revisions[Number - 1].Recorded);

    /// <summary>How many entities were ever made known.</summary>
    public int EntityCount => GraphMemory.CountUpTo(Memory.Entities, row => row.Revision, Number);

    /// <summary>How many relations were ever made known.</summary>
    public int RelationCount => GraphMemory.CountUpTo(Memory.Relations, row => row.Revision, Number);

    /// <summary>The readings of sources recorded so far, in order of recording.</summary>
    public IEnumerable<SourceReading> SourceReadings => Memory.Sources.Where(reading => reading.Revision <= At);

    /// <summary>A graph in which nothing is recorded yet.</summary>
    /// <param name="open">Opens personal values (fills their clear value) while their subject's key exists; asked at every reading.</param>
    public static GraphSnapshot Empty(Func<Value.Personal, Value.Personal> open) => new(new(open), 0, null);

    /// <summary>A graph in which nothing is recorded yet, and personal values stay closed.</summary>
    public static GraphSnapshot Empty() => Empty(personal => personal);

    internal static GraphSnapshot Over(GraphMemory memory, int revision) => new(memory, revision, null);

    /// <summary>The graph after one more change set. Total: history is applied, never judged again.</summary>
    /// <exception cref="ArgumentException">The change set is not the next one.</exception>
    /// <remarks>Cost: that of its events, when this is the newest snapshot; a copy of everything when another line was begun from here.</remarks>
    public GraphSnapshot Apply(ChangeSet change)
    {
        if (change.Revision != At.Next)
            throw new ArgumentException($"Change set {change.Revision} does not follow revision {At}.", nameof(change));
        if (Memory.TryAppend(Number, change, out var touched))
            return new(this, touched);
        var memory = MemoryCopy.UpTo(Memory, Number);
        memory.TryAppend(Number, change, out touched);
        return new(memory, Number + 1, touched.IsEmpty ? _model.Aside() : null);
    }

    /// <summary>The same graph in a memory of its own: changes can be tried on it without a trace in the line that goes on from here.</summary>
    /// <remarks>Cost: that of all its events once more.</remarks>
    public GraphSnapshot Aside() => new(MemoryCopy.UpTo(Memory, Number), Number, _model.Aside());

    /// <summary>The graph as it was known at an earlier revision.</summary>
    /// <param name="revision">At most <see cref="At"/>; anything later answers this snapshot.</param>
    public GraphSnapshot AsKnownAt(Revision revision) =>
        revision >= At ? this : new(Memory, (int)Math.Max(0, revision.Value), _model.Aside());

    /// <summary>The graph as it was known at an instant.</summary>
    public GraphSnapshot AsKnownAt(Instant recorded)
    {
        var ticks = Ticks.Of(recorded);
        var (low, high) = (0, Number);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Memory.Revisions[middle].Recorded <= ticks)
                low = middle + 1;
            else
                high = middle;
        }

        return AsKnownAt(new Revision(low));
    }

    /// <summary>This graph seen at an instant of valid time by somebody.</summary>
    /// <param name="valid">When in the world.</param>
    /// <param name="now">What "now" and "days ago" mean; never read from a clock inside.</param>
    /// <param name="mask">What the viewer may not see.</param>
    public Reading Read(Instant valid, Instant now, Mask mask) => new(this, valid, now, mask);

    /// <summary>Who changed what when and why at a revision, without the events.</summary>
    /// <param name="revision">From 1 to <see cref="At"/>.</param>
    public RecordedCause CauseOf(Revision revision)
    {
        ref var row = ref Memory.Revisions[(int)revision.Value - 1];
        return new(
            revision,
            Ticks.ToInstant(row.Recorded),
            new(
                Memory.Names[row.Actor],
                (Origin)row.Origin,
                row.Why < 0 ? null : Memory.Heap.GetText(row.Why),
                row.Source < 0 ? null : Memory.Names[row.Source]
            ),
            row.Events
        );
    }

    /// <summary>The source that a revision was imported from, or null: what <see cref="CauseOf"/> tells, without the rest of it.</summary>
    /// <param name="revision">From 1 to <see cref="At"/>.</param>
    public string? SourceOf(Revision revision) =>
        Memory.Revisions[(int)revision.Value - 1].Source is >= 0 and var source ? Memory.Names[source] : null;

    /// <summary>Writes everything up to here as columns: the payload of a snapshot file. Personal values stay closed in it.</summary>
    /// <remarks>Safe beside readers and the writer. About 130 bytes an entity, 90 a relation, 32 a fact.</remarks>
    public void Save(Stream stream) => MemoryFile.Write(Memory, Number, stream);

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <param name="stream">The payload, checked before by whoever keeps the file.</param>
    /// <param name="open">Opens personal values; see <see cref="Empty(Func{Value.Personal, Value.Personal})"/>.</param>
    /// <exception cref="InvalidDataException">The layout is another build's: rebuild from the journal.</exception>
    /// <exception cref="EndOfStreamException">The payload is cut short: rebuild from the journal.</exception>
    public static GraphSnapshot Load(Stream stream, Func<Value.Personal, Value.Personal> open)
    {
        var (memory, revision) = MemoryFile.Read(stream, open);
        return Over(memory, revision);
    }

    /// <summary>Facts and relations that wait to be laid out for reading; see <see cref="Freeze"/>.</summary>
    public int Unfrozen => Memory.TailLength;

    /// <summary>Facts and relations that are laid out for reading.</summary>
    public int Frozen => Memory.Epoch.Facts.FrozenCount + Memory.Epoch.FrozenRelations;

    /// <summary>Lays out what was recorded up to here for faster reading. Safe beside readers and the writer; install the result on the writer's thread.</summary>
    /// <returns>An action that puts it in place; the writer runs it between two change sets.</returns>
    public Action Freeze()
    {
        var next = Memory.Freeze(Number);
        return () => Memory.Install(next);
    }
}

/// <summary>A change set without its events.</summary>
/// <param name="Revision">Its place in the journal.</param>
/// <param name="Recorded">When it was recorded.</param>
/// <param name="Cause">Who, why, from where.</param>
/// <param name="Events">How many events it has.</param>
public sealed record RecordedCause(Revision Revision, Instant Recorded, Cause Cause, int Events);
