using System.Collections.Immutable;

namespace Orrery.Graph;

/// <summary>
/// A reading by number, for whoever visits millions: entities are numbers from 0, relations the complement of theirs, labels, types and fields small integers.
/// Numbers hold for one branch as long as it is open; they are never stored or shown.
/// </summary>
/// <param name="reading">What is read.</param>
/// <param name="isAnyTime">Whether whatever held at any time counts, with the latest labels and the latest value of each field.</param>
public sealed partial class Ground(Reading reading, bool isAnyTime)
{
    /// <summary>The number of nothing.</summary>
    public const int None = int.MinValue;

    /// <summary>The number of the field that every entity's title is kept in.</summary>
    public const int TitleField = GraphMemory.TitleField;

    // Every so many reads one is counted for all: a counter shared by readers would cost more than the reads.
    private const int ReadsCounted = 1_024;

    private readonly GraphMemory _memory = reading.Memory;
    private readonly FieldColumns? _columns = isAnyTime ? null : reading.CurrentColumns;
    private readonly Lifetimes? _lives = isAnyTime ? null : reading.CurrentLifetimes;
    private int _reads;

    /// <summary>The reading it is the ground of.</summary>
    public Reading Reading => reading;

    /// <summary>Whether valid time is left out.</summary>
    public bool IsAnyTime => isAnyTime;

    /// <summary>One more than the largest entity number; some of them are not there to be seen.</summary>
    public int EntityCount { get; } = reading.Memory.Entities.Count;

    /// <summary>One more than the largest relation number.</summary>
    public int RelationCount { get; } = reading.Memory.Relations.Count;

    /// <summary>How many names of labels, types and fields there are: while it stays the same, an unknown name stays unknown.</summary>
    public int NameCount => _memory.Labels.Count + _memory.Types.Count + _memory.Fields.Count;

    /// <summary>All labels that ever occurred.</summary>
    public IEnumerable<string> Labels => _memory.Labels.Names;

    /// <summary>All relation types that ever occurred.</summary>
    public IEnumerable<string> Types => _memory.Types.Names;

    /// <summary>All fields that ever occurred, those the product keeps for itself left out.</summary>
    public IEnumerable<string> Fields => _memory.Fields.Names.Where(name => !FieldReading.IsOurs(name));

    /// <summary>What all readings of one branch share, to tell by identity whether numbers still mean the same.</summary>
    public object Branch => _memory;

    /// <summary>The number of a label, or -1.</summary>
    public int FindLabel(string name) => _memory.Labels.Find(name);

    /// <summary>The number of a relation type, or -1.</summary>
    public int FindType(string name) => _memory.Types.Find(name);

    /// <summary>The number of a field, or -1; fields that the product keeps for itself are not found.</summary>
    public int FindField(string name) => FieldReading.IsOurs(name) ? -1 : _memory.Fields.Find(name);

    /// <summary>The name of a relation type.</summary>
    public string TypeName(int type) => _memory.Types[type];

    /// <summary>The name of a label.</summary>
    public string LabelName(int label) => _memory.Labels[label];

    /// <summary>The number of what has this id, seen or not; <see cref="None"/> for an unknown one.</summary>
    public int Find(Id id)
    {
        if (_memory.Ids.Guess(id.Value) is >= 0 and var likely)
            _memory.Epoch.HintPlaces(_memory, likely);
        if (_memory.Ids.Find(id.Value) is not { } node)
            return None;
        if (node >= 0)
            _memory.Epoch.HintContents(_memory, node);
        return node;
    }

    /// <summary>The number of the entity that this ref leads to, seen or not.</summary>
    public int Find(EntityRef entityRef) => reading.EntityOf(entityRef) ?? None;

    /// <summary>What never changes about it.</summary>
    public Id IdOf(int node) => new(node >= 0 ? _memory.Entities[node].Id : _memory.Relations[~node].Id);

    /// <summary>An entity as an answer holds it.</summary>
    public Value ValueOf(int node) => _memory.EntityValues.Of(node, IdOf(node));

    /// <summary>Whether an entity or a relation is there to be seen.</summary>
    public bool Sees(int node)
    {
        if (isAnyTime)
            return SeesAtAnyTime(node);
        if (node < 0 || HasExistenceFacts(node))
            return reading.Sees(node);
        // The common case out of one row: nothing was ever said of its existence but when it was made known (bench/, "query").
        ref var row = ref _memory.Entities[node];
        return row.From <= reading.At && reading.At < row.To && row.Revision <= reading.Revision && !reading.Mask.Hides(node);
    }

    /// <summary>The next entities that are there to be seen, in order of number.</summary>
    /// <param name="next">Where to go on; moves past what was looked at.</param>
    /// <param name="into">Filled from the beginning.</param>
    /// <returns>How many; fewer than there is room for only at the end.</returns>
    public int TakeSeen(ref int next, Span<int> into)
    {
        var count = 0;
        for (var entity = next; entity < EntityCount && count < into.Length; next = ++entity)
        {
            if (SeesEntity(entity))
                into[count++] = entity;
        }

        return count;
    }

    // Out of the column of lives where it tells; the same answer as Sees (bench/, "query").
    internal bool SeesEntity(int entity)
    {
        if (_lives is not { } lives || entity >= lives.Count)
            return Sees(entity);
        if (lives.Holds(entity, reading.Minute))
            return !reading.Mask.Hides(entity);
        return !lives.Tells(entity, reading.Minute) && Sees(entity);
    }

    private bool HasExistenceFacts(int entity) => (_memory.EntityFlags[entity] & GraphMemory.HasExistence) != 0;

    private bool SeesAtAnyTime(int node) =>
        _memory.RevisionOf(node) <= reading.Revision
        && !reading.IsHidden(node)
        && _memory.Visible(node, reading.Revision) is not [];

    /// <summary>The title of an entity, or null.</summary>
    public string? TitleOf(int entity) => reading.TitleOf(entity);

    /// <summary>Entities by words of their titles, best first: those with all words, the shortest titles first.</summary>
    /// <param name="text">Words in any case; the last may be the beginning of one.</param>
    /// <param name="most">How many are wanted.</param>
    /// <remarks>Cost: the entities that ever had the rarest word; the first search of a branch also makes the index.</remarks>
    public IReadOnlyList<(int Node, double Score)> Search(string text, int most) => TitleSearch.Run(this, text, most);

    /// <summary>The entity of a number that is there.</summary>
    public Entity EntityOf(int node) => new(reading, node);

    /// <summary>The relation of a number (the complement of its node number).</summary>
    public Relation RelationOf(int relation) => new(reading, relation);

    /// <summary>The ends and the type of a relation; ends are nodes.</summary>
    public (int Start, int End, int Type) EndsOf(int relation)
    {
        ref var row = ref _memory.Relations[relation];
        return (row.Start, row.End, row.Type);
    }

    /// <summary>Asks memory for what tells an entity's labels and title, which will be read soon.</summary>
    public void HintCard(int entity) => _memory.Epoch.Cards.Hint(entity);

    /// <summary>Asks memory for a field of an entity that will be read soon.</summary>
    public void HintField(int entity, int field) => _columns?.Find(field)?.Hint(entity);

    /// <summary>The labels of an entity, by name.</summary>
    public ImmutableArray<string> LabelsOf(int entity) => _memory.LabelSets.NamesOf(LabelSetOf(entity));

    /// <summary>A small number that stands for all labels of an entity together: equal numbers, equal labels.</summary>
    public int LabelSet(int entity) => LabelSetOf(entity);

    /// <summary>The label set of each of some nodes, for whoever reads nothing else of them; -1 for a relation.</summary>
    public void LabelSets(ReadOnlySpan<int> nodes, Span<int> sets)
    {
        for (var i = 0; i < nodes.Length; i++)
        {
            sets[i] =
                nodes[i] < 0 ? -1
                : (_memory.EntityFlags[nodes[i]] & GraphMemory.HasLabels) == 0 ? _memory.EntityLabels[nodes[i]]
                : LabelSetOf(nodes[i]);
        }
    }

    /// <summary>The labels that a label set stands for, by name.</summary>
    public ImmutableArray<string> LabelsOfSet(int set) => _memory.LabelSets.NamesOf(set);

    /// <summary>Whether an entity has one of some labels.</summary>
    public bool Has(int entity, LabelFilter labels) => labels.Passes(_memory.LabelSets, LabelSetOf(entity));

    /// <summary>Whether a set of labels has one of some labels.</summary>
    public bool Passes(LabelFilter labels, int set) => labels.Passes(_memory.LabelSets, set);

    /// <summary>The value of a field; nothing where there is none. Small values come in <paramref name="bits"/>, without an allocation.</summary>
    /// <returns>Where to look: <paramref name="bits"/> for whole numbers, fractions and truth values, else <paramref name="value"/>.</returns>
    /// <remarks>A field that is read often gets a column of its own (bench/, "query").</remarks>
    public PlainShape Read(int node, int field, out long bits, out Value? value)
    {
        (bits, value) = (0, null);
        if (field <= GraphMemory.LabelsField)
            return PlainShape.Nothing;
        if (_columns?.Find(field) is { } column && column.TryGet(node, reading.Minute, out var tag, out var payload))
            return Unpack(new() { FieldAndTag = tag, Payload = payload }, out bits, out value);
        if (field == GraphMemory.TitleField && node >= 0 && !isAnyTime && reading.TitleSlotOf(node) is >= 0 and var slot)
        {
            value = _memory.Texts[slot];
            return PlainShape.Other;
        }

        if (node >= 0 && (++_reads & (ReadsCounted - 1)) == 0)
            _columns?.Note(field, ReadsCounted);
        return TryFind(node, field, out var fact) ? Unpack(fact, out bits, out value) : PlainShape.Nothing;
    }

    /// <summary>A mark of an entity's value of a field, cheaper than the value: equal marks, equal values.</summary>
    /// <returns>False where there is no column that tells: read the value.</returns>
    public bool TryStamp(int entity, int field, out ValueStamp stamp)
    {
        if (
            entity >= 0
            && _columns?.Find(field) is { } column
            && column.TryGet(entity, reading.Minute, out var tag, out var payload)
        )
        {
            stamp = new(payload, tag);
            return true;
        }

        stamp = default;
        return false;
    }

    /// <summary>The value that a mark stands for; see <see cref="Read(int, int, out long, out Value?)"/>.</summary>
    public PlainShape Read(ValueStamp stamp, out long bits, out Value? value) =>
        Unpack(new() { FieldAndTag = stamp.Tag, Payload = stamp.Payload }, out bits, out value);

    private PlainShape Unpack(in Fact fact, out long bits, out Value? value)
    {
        (bits, value) = (fact.Payload, null);
        switch (fact.Tag)
        {
            case FactTags.Nothing or FactTags.Series or FactTags.SeriesGone:
                return PlainShape.Nothing;
            case FactTags.Integer:
                return PlainShape.Integer;
            case FactTags.Float:
                return PlainShape.Float;
            case FactTags.No or FactTags.Yes:
                bits = fact.Tag == FactTags.Yes ? 1 : 0;
                return PlainShape.Bool;
            case FactTags.Text:
                value = _memory.Texts[fact.Payload];
                return PlainShape.Other;
            default:
                value = _memory.ValueOf(fact);
                return PlainShape.Other;
        }
    }

    /// <summary>All fields of an entity or a relation that have a value, by name.</summary>
    public ImmutableSortedDictionary<string, Value> FieldsOf(int node)
    {
        if (!isAnyTime)
            return FieldReading.Fields(reading, node);
        var fields = Properties.None.ToBuilder();
        foreach (var name in Fields)
        {
            if (
                TryFind(node, _memory.Fields.Find(name), out var fact)
                && fact.Tag != FactTags.Nothing
                && !FactTags.IsSeries(fact.Tag)
            )
                fields[name] = _memory.ValueOf(fact);
        }

        return fields.ToImmutable();
    }

    /// <summary>How many entities were ever given a label: an estimate for planning.</summary>
    public int CountOf(int label) =>
        (_memory.Postings.TryGetValue(label, out var posted) ? posted.Count : 0)
        + (_memory.LaterPostings.TryGetValue(label, out var later) ? later.Count : 0);

    /// <summary>How many relations of a type there are: an estimate for planning, from what is laid out for reading.</summary>
    public int CountOfType(int type) => reading.Epoch.CountOfType(type);

    /// <summary>The entities that carry a label and are there, in order of first recording.</summary>
    public LabelCursor WithLabel(int label) => new(this, label);

    /// <summary>The relations of a node, one way.</summary>
    /// <param name="node">Whose.</param>
    /// <param name="direction">Which way.</param>
    /// <param name="types">Of which types.</param>
    /// <param name="readsTitles">Whether the titles at the other end will be read right after each step: they are asked of memory ahead.</param>
    public EdgeCursor Edges(int node, Direction direction, TypeFilter types, bool readsTitles = false) =>
        new(this, node, direction, types, readsTitles);

    /// <summary>The relations that others point at or start from, in order of number: those that are matched as nodes.</summary>
    public IEnumerable<int> RelationsAsEnds() =>
        _memory
            .StartingAtRelation.Keys.Concat(_memory.EndingAtRelation.Keys)
            .Distinct()
            .Order()
            .Where(relation => Sees(~relation) && IsAnEnd(relation));

    internal GraphMemory Memory => _memory;

    /// <summary>About how long the title is, without reading it; -1 for an entity without one.</summary>
    internal int TitleLength(int entity) => reading.TitleLengthOf(entity);

    // At any time: those it has last, as of each field the value it has last.
    internal int LabelSetOf(int entity) =>
        isAnyTime ? _memory.LabelsOf(entity, reading.Revision, Ticks.End - 1) : reading.LabelsOf(entity);

    internal bool Shows(in Edge edge)
    {
        if (isAnyTime)
            return Sees(~edge.Number);
        return reading.Holds(edge) && !reading.IsHidden(edge.Other);
    }

    // Known at this revision: a relation that only later ones point at is not an end yet.
    private bool IsAnEnd(int relation) =>
        _memory
            .StartingAtRelation.GetValueOrDefault(relation, [])
            .Concat(_memory.EndingAtRelation.GetValueOrDefault(relation, []))
            .Any(above => Sees(~above));

    private bool TryFind(int node, int field, out Fact found)
    {
        if (!isAnyTime)
            return _memory.Epoch.Facts.TryFind(node, field, reading.Revision, reading.At, out found);
        found = default;
        if (_memory.Timeline(node, field, reading.Revision) is not [.., var last])
            return false;
        found = last.Fact;
        return true;
    }
}

/// <summary>Stands for a value of a field while a reading is open: equal marks of one field, equal values; different ones may be equal too.</summary>
public readonly record struct ValueStamp
{
    internal ValueStamp(long payload, byte tag) => (Payload, Tag) = (payload, tag);

    internal long Payload { get; }

    internal byte Tag { get; }

    /// <summary>Whether there is no value.</summary>
    public bool IsNothing => Tag is FactTags.Nothing or FactTags.Series;

    /// <summary>The whole number that is the value, if it is one.</summary>
    public bool TryGetInteger(out long number)
    {
        number = Payload;
        return Tag == FactTags.Integer;
    }

    /// <summary>Spreads well; cheap.</summary>
    public override int GetHashCode() => (int)((ulong)(Payload + Tag) * 0x9E3779B97F4A7C15UL >> 40);
}

/// <summary>Where <see cref="Ground.Read(int, int, out long, out Value?)"/> puts a value.</summary>
public enum PlainShape
{
    /// <summary>There is none.</summary>
    Nothing,

    /// <summary>The bits are a whole number.</summary>
    Integer,

    /// <summary>The bits are those of a double.</summary>
    Float,

    /// <summary>The bits are 1 for true.</summary>
    Bool,

    /// <summary>A value object.</summary>
    Other,
}
