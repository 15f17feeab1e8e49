using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Storage;

/// <summary>Reads one segment. Trusts nothing: every count and place is checked against what is left.</summary>
internal ref struct SegmentReader(ReadOnlySpan<byte> segment, OpenPersonal? open)
{
    private readonly OpenPersonal? _open = open;
    private readonly RecentTexts _recent = new(segment.Length);
    private readonly ReadOnlySpan<byte> _segment = segment;
    private ByteReader _bytes = new(segment);
    private string[] _texts = [];
    private Cause? _cause;
    private Id _subject;
    private Validity _during;
    private long _pen;

    public readonly int Position => _bytes.Position;

    public ImmutableArray<ChangeSet> Read()
    {
        var version = _bytes.Byte();
        if (version != SegmentCodec.Version)
            throw new InvalidDataException($"This is segment format {version}; this build reads up to {SegmentCodec.Version}.");
        var revision = checked((long)_bytes.Count());
        var changes = new ChangeSet[_bytes.Length()];
        _texts = new string[_bytes.Length()];
        for (var i = 0; i < _texts.Length; i++)
            _texts[i] = _bytes.Text();
        for (var i = 0; i < changes.Length; i++)
            changes[i] = ReadChangeSet(new Revision(checked(revision + i)));
        if (!_bytes.AtEnd)
            throw new InvalidDataException("Bytes follow the last change set.");
        return ImmutableCollectionsMarshal.AsImmutableArray(changes);
    }

    private ChangeSet ReadChangeSet(Revision revision)
    {
        var recorded = Instant();
        var cause = ReadCause();
        var events = new GraphEvent[_bytes.Length()];
        for (var i = 0; i < events.Length; i++)
            events[i] = Event();
        return new(revision, recorded, cause, ImmutableCollectionsMarshal.AsImmutableArray(events));
    }

    private Cause ReadCause()
    {
        var origin = _bytes.Byte();
        if (origin == 0)
            return _cause ?? throw new InvalidDataException("The first change set has no cause.");
        return _cause = new Cause(Common(), (Origin)origin, CommonOrNone(), CommonOrNone());
    }

    private GraphEvent Event()
    {
        var head = _bytes.Byte();
        switch (head & EventTag.Mask)
        {
            case EventTag.FieldSet:
                BeginFact(head);
                return new GraphEvent.FieldSet(_subject, Common(), ReadValue(), _during);
            case EventTag.EntityCreated:
                BeginFact(head);
                return new GraphEvent.EntityCreated(_subject, Labels(), RefOrNone(), _during);
            case EventTag.RelationCreated:
                BeginFact(head);
                return new GraphEvent.RelationCreated(_subject, Common(), _bytes.Id(), _bytes.Id(), _during);
            case EventTag.Retired:
                BeginFact(head);
                return new GraphEvent.Retired(_subject, _during);
            case EventTag.Restored:
                BeginFact(head);
                return new GraphEvent.Restored(_subject, _during);
            case EventTag.LabelsSet:
                BeginFact(head);
                return new GraphEvent.LabelsSet(_subject, Labels(), _during);
            default:
                return RareEvent(head);
        }
    }

    private GraphEvent RareEvent(byte head)
    {
        if (head == EventTag.SourceRead)
            return new GraphEvent.SourceRead(Common(), _bytes.Text(), Instant(), _bytes.Text());
        Begin(head);
        return (head & EventTag.Mask) switch
        {
            EventTag.RefGiven => new GraphEvent.RefGiven(_subject, EntityRef.Of(Common(), _bytes.Text())),
            EventTag.SeriesAppended => new GraphEvent.SeriesAppended(_subject, Common(), Points()),
            EventTag.RefWithdrawn => new GraphEvent.RefWithdrawn(_subject),
            EventTag.SeriesWithdrawn => new GraphEvent.SeriesWithdrawn(_subject, Common(), new(checked((long)_bytes.Count()))),
            EventTag.SubjectErased => new GraphEvent.SubjectErased(_subject),
            _ => throw new InvalidDataException($"No event begins with {head}."),
        };
    }

    private void Begin(byte head)
    {
        if ((head & EventTag.SameSubject) == 0)
            _subject = _bytes.Id();
    }

    private void BeginFact(byte head)
    {
        Begin(head);
        if ((head & EventTag.SameValidity) == 0)
            _during = new(Instant(), Instant());
    }

    private Instant Instant()
    {
        var coded = _bytes.Count();
        if (coded < 2)
            return coded == 0 ? NodaTime.Instant.MinValue : NodaTime.Instant.MaxValue;
        var folded = coded - 2;
        _pen += (long)(folded >> 1) ^ -(long)(folded & 1);
        return NodaTime.Instant.FromUnixTimeTicks(_pen);
    }

    private Value ReadValue()
    {
        if (_recent.TryRead(_segment, ref _bytes) is { } text)
            return text;
        var value = ValueCodec.Read(ref _bytes);
        return _open is null ? value : Opened(value, _open);
    }

    private static Value Opened(Value value, OpenPersonal open) =>
        value switch
        {
            Value.Personal personal => open(personal),
            Value.List list when list.Items.Any(Seals) => new Value.List([.. list.Items.Select(item => Opened(item, open))]),
            // Built anew: a sealed and an opened value are equal, so SetItems would keep the sealed one.
            Value.Map map when map.Entries.Values.Any(Seals) => new Value.Map(
                Properties.None.AddRange(map.Entries.Select(entry => KeyValuePair.Create(entry.Key, Opened(entry.Value, open))))
            ),
            _ => value,
        };

    private static bool Seals(Value value) =>
        value switch
        {
            Value.Personal => true,
            Value.List list => list.Items.Any(Seals),
            Value.Map map => map.Entries.Values.Any(Seals),
            _ => false,
        };

    private ImmutableArray<Observation> Points()
    {
        var points = new Observation[_bytes.Length()];
        for (var i = 0; i < points.Length; i++)
            points[i] = new(Instant(), BitConverter.Int64BitsToDouble(_bytes.Long()));
        return ImmutableCollectionsMarshal.AsImmutableArray(points);
    }

    private ImmutableArray<string> Labels()
    {
        var labels = new string[_bytes.Length()];
        for (var i = 0; i < labels.Length; i++)
            labels[i] = Common();
        return ImmutableCollectionsMarshal.AsImmutableArray(labels);
    }

    private EntityRef? RefOrNone() => CommonOrNone() is { } kind ? EntityRef.Of(kind, _bytes.Text()) : null;

    private string? CommonOrNone() => _bytes.Count() is var place and not 0 ? Text(place - 1) : null;

    private string Common() => Text(_bytes.Count());

    private readonly string Text(ulong place) =>
        place < (ulong)_texts.Length
            ? _texts[place]
            : throw new InvalidDataException($"There are {_texts.Length} texts, not {place + 1}.");
}
