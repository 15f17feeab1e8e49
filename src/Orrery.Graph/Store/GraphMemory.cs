using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Orrery.Graph;

/// <summary>
/// What all snapshots of one branch share: append-only tables of everything ever recorded, each row with its revision.
/// A snapshot is this plus a revision; a reader skips what is newer. One writer appends, readers never wait (docs/decisions/0003).
/// </summary>
internal sealed partial class GraphMemory
{
    public const int ExistsField = 0;
    public const int LabelsField = 1;
    public const int TitleField = 2;

    /// <summary>Facts about existence were recorded: the row alone does not tell.</summary>
    public const byte HasExistence = 1;

    /// <summary>Facts about labels were recorded.</summary>
    public const byte HasLabels = 2;

    public readonly SymbolTable Labels = new();
    public readonly SymbolTable Types = new();
    public readonly SymbolTable Fields = new();
    public readonly SymbolTable Names = new();
    public readonly LabelSets LabelSets;
    public readonly Heap Heap = new();

    /// <summary>Per label, the entities made known with it, in order.</summary>
    public readonly ConcurrentDictionary<int, Column<int>> Postings = new();

    /// <summary>Per label, the entities that were given it later, with repeats.</summary>
    public readonly ConcurrentDictionary<int, Column<int>> LaterPostings = new();
    public readonly ConcurrentDictionary<int, ImmutableArray<int>> StartingAtRelation = new();
    public readonly ConcurrentDictionary<int, ImmutableArray<int>> EndingAtRelation = new();

    /// <summary>Per claim field of a source, the nodes it was ever set on, with repeats.</summary>
    public readonly ConcurrentDictionary<int, Column<int>> Claimed = new();
    public readonly Func<Value.Personal, Value.Personal> Open;

    /// <summary>Entities in the order in which they were titled, with repeats; empty after loading.</summary>
    public readonly Column<int> Titled = new();

    /// <summary>Texts that were read lately.</summary>
    public readonly TextCache Texts;

    /// <summary>Entities as answers hold them, made lately.</summary>
    public readonly EntityValues EntityValues = new();

    /// <summary>Words of titles.</summary>
    public readonly TitleIndex Titles;

    private const int Nowhere = Mentions.Nowhere;

    private readonly ByteWriter _scratch = new(256);
    private Mentions _mentions;
    private Epoch _epoch = Epoch.Empty();
    private int _tip;
    private int _appending;
    private readonly List<Id> _touched = [];

    public GraphMemory(Func<Value.Personal, Value.Personal> open)
    {
        Open = open;
        LabelSets = new(Labels);
        Titles = new(this);
        Texts = new(Heap);
        Ids = new(Entities, Relations);
        _mentions = new(Ids);
        RefIndex = new(Refs, Heap);
        foreach (var reserved in (ReadOnlySpan<string>)["~exists", "~labels", "title"])
            Fields.Take(reserved);
    }

    public Column<EntityRow> Entities { get; private set; } = new();

    public Column<int> EntityLabels { get; private set; } = new();

    public Column<byte> EntityFlags { get; private set; } = new();

    public Column<RelationRow> Relations { get; private set; } = new();

    public Column<byte> RelationFlags { get; private set; } = new();

    public Column<RefRow> Refs { get; private set; } = new();

    public Column<RevisionRow> Revisions { get; private set; } = new();

    public IdIndex Ids { get; private set; }

    public RefIndex RefIndex { get; private set; }

    /// <summary>Readings of sources, oldest first; replaced as a whole, so that readers never see half a list.</summary>
    public ImmutableList<SourceReading> Sources { get; private set; } = [];

    public Epoch Epoch => Volatile.Read(ref _epoch);

    /// <summary>The newest revision whose rows are here.</summary>
    public int Tip => Volatile.Read(ref _tip);

    /// <summary>Appends one change set after <paramref name="revision"/>; false when that is not the tip (any more) and the caller must fork.</summary>
    /// <param name="revision">The revision it follows.</param>
    /// <param name="change">The change set.</param>
    /// <param name="touched">The kinds, fields, words and the like that it speaks of; some perhaps twice.</param>
    public bool TryAppend(int revision, ChangeSet change, out ImmutableArray<Id> touched)
    {
        touched = [];
        if (Interlocked.CompareExchange(ref _appending, 1, 0) != 0)
            return false;
        try
        {
            if (_tip != revision)
                return false;
            _touched.Clear();
            Append(change);
            touched = [.. _touched];
            Volatile.Write(ref _tip, revision + 1);
            return true;
        }
        catch
        {
            // Half a change set lies in the tables: nobody may go on from here. The next line forks from the last whole one.
            Volatile.Write(ref _tip, int.MaxValue);
            throw;
        }
        finally
        {
            Volatile.Write(ref _appending, 0);
        }
    }

    private void Append(ChangeSet change)
    {
        var revision = _tip + 1;
        NoteRevision(change);
        for (var i = 0; i < change.Events.Length; i++)
        {
            if (i % Mentions.AtOnce == 0)
                LookAhead(change.Events, i);
            var node = Place(change.Events[i], revision);
            if (node != Nowhere)
                NoteModel(node);
            Record(change.Events[i], node, revision);
        }
    }

    private void NoteRevision(ChangeSet change) =>
        Revisions.Add(
            new()
            {
                Recorded = Ticks.Of(change.Recorded),
                Why = change.Cause.Why is { } why ? Heap.Put(why) : -1,
                Actor = Names.Take(change.Cause.Actor),
                Source = change.Cause.Source is { } source ? Names.Take(source) : -1,
                Origin = (int)change.Cause.Origin,
                Events = change.Events.Length,
            }
        );

    // Makes known what is new, and finds whom an event is about.
    private int Place(GraphEvent happened, int revision) =>
        happened switch
        {
            GraphEvent.FieldSet e => MentionedNode(e.Subject),
            GraphEvent.RelationCreated e => AppendRelation(e, revision),
            GraphEvent.EntityCreated e => AppendEntity(e, revision),
            GraphEvent.Retired e => MentionedNode(e.Subject),
            GraphEvent.Restored e => NodeOf(e.Subject),
            GraphEvent.LabelsSet e => NodeOf(e.Subject),
            GraphEvent.RefGiven e => NodeOf(e.Subject),
            GraphEvent.RefWithdrawn e => NodeOf(e.Subject),
            GraphEvent.SeriesAppended e => NodeOf(e.Subject),
            GraphEvent.SeriesWithdrawn e => NodeOf(e.Subject),
            _ => Nowhere,
        };

    private int NodeOf(Id id) => Ids.Find(id.Value) ?? Nowhere;

    private int MentionedNode(Id id) => _mentions.Take(id.Value) ?? Nowhere;

    private void LookAhead(ImmutableArray<GraphEvent> events, int first)
    {
        _mentions.Find(events, first);
        _mentions.Hint(events, first, _epoch.Facts, _epoch.Tail);
    }

    // Total: an event that speaks of something unknown says nothing. Decide never lets one through.
    private void Record(GraphEvent happened, int node, int revision)
    {
        if (happened is GraphEvent.SourceRead read)
            Sources = Sources.Add(new(read.Source, read.File, read.From, read.Digest, new(revision)));
        else if (node != Nowhere)
            RecordOf(node, happened, revision);
    }

    private void RecordOf(int node, GraphEvent happened, int revision)
    {
        switch (happened)
        {
            case GraphEvent.FieldSet e:
                RecordField(node, e, revision);
                break;
            case GraphEvent.EntityCreated { Ref: { } entityRef }:
                AppendRef(node, entityRef, revision);
                break;
            case GraphEvent.Retired e:
                AssertExistence(node, FactTags.No, e.During, revision);
                break;
            case GraphEvent.Restored e:
                AssertExistence(node, FactTags.Yes, e.During, revision);
                break;
            case GraphEvent.LabelsSet e when node >= 0:
                AppendLabels(node, e, revision);
                break;
            case GraphEvent.RefGiven e when node >= 0:
                AppendRef(node, e.Ref, revision);
                break;
            // Observations hold at instants of their own: over an interval they would hide the field's values.
            case GraphEvent.SeriesAppended e:
                var points = Heap.Put(SeriesCodec.ToBytes(e.Points));
                Assert(node, Fields.Take(e.Field), FactTags.Series, points, Validity.Never, revision);
                break;
            case GraphEvent.SeriesWithdrawn e:
                Withdraw(node, e, revision);
                break;
            case GraphEvent.RefWithdrawn when node >= 0:
                AppendRefRow(node, -1, revision);
                break;
        }
    }

    private void RecordField(int node, GraphEvent.FieldSet set, int revision)
    {
        var (tag, payload) = FactTags.Pack(set.Value, Heap, _scratch);
        var field = Fields.Take(set.Field);
        if (tag == FactTags.Yes && set.Field.StartsWith(Claims.Prefix, StringComparison.Ordinal))
            Claimed.GetOrAdd(field, _ => new()).Add(node);
        Assert(node, field, tag, payload, set.During, revision);
    }

    private int AppendEntity(GraphEvent.EntityCreated created, int revision)
    {
        var labels = LabelSets.Take(created.Labels);
        EntityLabels.Add(labels);
        EntityFlags.Add(0);
        var node = Entities.Add(
            new()
            {
                Id = created.Subject.Value,
                From = Ticks.Of(created.Exists.From),
                To = Ticks.Of(created.Exists.To),
                Revision = revision,
                Ref = -1,
            }
        );
        if (!Ids.TryAdd(node))
        {
            // Decide lets no taken id through; a total Apply must survive one. The row stays and exists at no instant.
            (Entities[node].From, Entities[node].To) = (0, 0);
            return Nowhere;
        }

        Post(Postings, node, labels);
        return node;
    }

    private int AppendRelation(GraphEvent.RelationCreated created, int revision)
    {
        var (known, from, to) = (
            _mentions.Take(created.Subject.Value),
            _mentions.Take(created.From.Value),
            _mentions.Take(created.To.Value)
        );
        if (known is not null || from is not { } start || to is not { } end)
            return Nowhere;
        RelationFlags.Add(0);
        var relation = Relations.Add(
            new()
            {
                Id = created.Subject.Value,
                From = Ticks.Of(created.Exists.From),
                To = Ticks.Of(created.Exists.To),
                Start = start,
                End = end,
                Type = Types.Take(created.Type),
                Revision = revision,
            }
        );
        _epoch.Tail.Add(relation, start, end);
        if (!Ids.TryAdd(~relation))
        {
            (Relations[relation].From, Relations[relation].To) = (0, 0);
            return Nowhere;
        }

        NoteEnds(relation);
        return ~relation;
    }

    private void AssertExistence(int node, byte tag, Validity during, int revision)
    {
        (node >= 0 ? EntityFlags : RelationFlags)[node >= 0 ? node : ~node] |= HasExistence;
        Assert(node, ExistsField, tag, 0, during, revision);
        _epoch.MarkIntricate(this, node);
    }

    private void AppendLabels(int node, GraphEvent.LabelsSet set, int revision)
    {
        var labels = LabelSets.Take(set.Labels);
        EntityFlags[node] |= HasLabels;
        Assert(node, LabelsField, FactTags.Labels, labels, set.During, revision);
        Post(LaterPostings, node, labels);
    }

    private void AppendRef(int node, EntityRef entityRef, int revision)
    {
        RefIndex.Add(AppendRefRow(node, Heap.Put(entityRef.ToString()), revision));
    }

    // No text: the entity is addressed by no ref from here on.
    private int AppendRefRow(int node, long text, int revision)
    {
        var row = Refs.Add(
            new()
            {
                Text = text,
                Entity = node,
                Revision = revision,
                Earlier = Entities[node].Ref,
            }
        );
        Volatile.Write(ref Entities[node].Ref, row);
        return row;
    }

    private void Withdraw(int node, GraphEvent.SeriesWithdrawn withdrawn, int revision)
    {
        foreach (var name in (ReadOnlySpan<string>)[withdrawn.Field, Observed.FieldOf(withdrawn.Field)])
        {
            if (Fields.Find(name) is >= 0 and var field)
                Assert(node, field, FactTags.SeriesGone, withdrawn.Added.Value, Validity.Never, revision);
        }
    }

    private void NoteModel(int node)
    {
        if (node < 0)
            node = Relations[~node].Start;
        if (node >= 0 && (LabelSets.Shapes(EntityLabels[node]) || WasEverModel(node)))
            Touch(node);
    }

    private void Touch(int node)
    {
        var part = new Id(Entities[node].Id);
        if (_touched.Count == 0 || _touched[^1] != part)
            _touched.Add(part);
    }

    private bool WasEverModel(int node) =>
        (EntityFlags[node] & HasLabels) != 0
        && Epoch.Facts.Of(node, LabelsField).Exists(fact => LabelSets.Shapes((int)fact.Payload));

    private void Post(ConcurrentDictionary<int, Column<int>> postings, int node, int labels)
    {
        if (LabelSets.Shapes(labels))
            Touch(node);
        foreach (var label in LabelSets[labels])
            postings.GetOrAdd(label, _ => new()).Add(node);
    }

    private void Assert(int node, int field, byte tag, long payload, Validity during, int revision)
    {
        _epoch.Facts.Add(
            node,
            new()
            {
                FieldAndTag = ((uint)field << 8) | tag,
                Revision = revision,
                From = Ticks.Of(during.From),
                To = Ticks.Of(during.To),
                Payload = payload,
            }
        );
        if (node < 0)
            return;
        _epoch.Note(node, field);
        if (field == TitleField)
            Titled.Add(node);
    }
}
