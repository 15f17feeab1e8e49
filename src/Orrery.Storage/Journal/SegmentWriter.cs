using System.Diagnostics;
using Orrery.Graph;

namespace Orrery.Storage;

/// <summary>Writes one segment: the texts that recur go into a table in front, the rest refers to them.</summary>
/// <param name="events">About how many events it will hold: room is found for them once, not again and again.</param>
internal sealed class SegmentWriter(int events)
{
    private const int BytesAnEvent = 48;

    private readonly ByteWriter _body = new(512 + (events * BytesAnEvent));
    private readonly ByteWriter _table = new(256);
    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);
    private Cause? _cause;
    private Id _subject;
    private Validity _during;
    private long _pen;

    public byte[] Write(ReadOnlySpan<ChangeSet> changes)
    {
        foreach (var change in changes)
            ChangeSet(change);

        var head = new ByteWriter(24);
        head.Byte(SegmentCodec.Version);
        head.Count((ulong)changes[0].Revision.Value);
        head.Count((ulong)changes.Length);
        head.Count((ulong)_texts.Count);
        return [.. head.Written, .. _table.Written, .. _body.Written];
    }

    private void ChangeSet(ChangeSet change)
    {
        Instant(change.Recorded);
        Cause(change.Cause);
        _body.Count((ulong)change.Events.Length);
        foreach (var happened in change.Events)
            Event(happened);
    }

    private void Cause(Cause cause)
    {
        if (cause == _cause)
        {
            _body.Byte(0);
            return;
        }

        _cause = cause;
        _body.Byte(checked((byte)cause.Origin));
        Common(cause.Actor);
        CommonOrNone(cause.Why);
        CommonOrNone(cause.Source);
    }

    private void Event(GraphEvent happened)
    {
        switch (happened)
        {
            case GraphEvent.FieldSet e:
                Begin(EventTag.FieldSet, e.Subject, e.During);
                Common(e.Field);
                ValueCodec.Write(_body, e.Value);
                break;
            case GraphEvent.EntityCreated e:
                Begin(EventTag.EntityCreated, e.Subject, e.Exists);
                Labels(e.Labels.AsSpan());
                CommonOrNone(e.Ref?.Kind);
                if (e.Ref is { } given)
                    _body.Text(given.Key);
                break;
            case GraphEvent.RelationCreated e:
                Begin(EventTag.RelationCreated, e.Subject, e.Exists);
                Common(e.Type);
                _body.Id(e.From);
                _body.Id(e.To);
                break;
            case GraphEvent.Retired e:
                Begin(EventTag.Retired, e.Subject, e.During);
                break;
            case GraphEvent.Restored e:
                Begin(EventTag.Restored, e.Subject, e.During);
                break;
            case GraphEvent.LabelsSet e:
                Begin(EventTag.LabelsSet, e.Subject, e.During);
                Labels(e.Labels.AsSpan());
                break;
            default:
                RareEvent(happened);
                break;
        }
    }

    private void RareEvent(GraphEvent happened)
    {
        switch (happened)
        {
            case GraphEvent.RefGiven e:
                Begin(EventTag.RefGiven, e.Subject);
                Common(e.Ref.Kind);
                _body.Text(e.Ref.Key);
                break;
            case GraphEvent.SeriesAppended e:
                Begin(EventTag.SeriesAppended, e.Subject);
                Common(e.Field);
                Points(e.Points.AsSpan());
                break;
            case GraphEvent.SourceRead e:
                _body.Byte(EventTag.SourceRead);
                Common(e.Source);
                _body.Text(e.File);
                Instant(e.From);
                _body.Text(e.Digest);
                break;
            case GraphEvent.RefWithdrawn e:
                Begin(EventTag.RefWithdrawn, e.Subject);
                break;
            case GraphEvent.SeriesWithdrawn e:
                Begin(EventTag.SeriesWithdrawn, e.Subject);
                Common(e.Field);
                _body.Count((ulong)e.Added.Value);
                break;
            case GraphEvent.SubjectErased e:
                Begin(EventTag.SubjectErased, e.Subject);
                break;
            default:
                throw new UnreachableException($"{happened.GetType().Name} has no bytes.");
        }
    }

    private void Points(ReadOnlySpan<Observation> points)
    {
        _body.Count((ulong)points.Length);
        foreach (var point in points)
        {
            Instant(point.At);
            _body.Long(BitConverter.DoubleToInt64Bits(point.Value));
        }
    }

    private void Begin(byte tag, Id subject)
    {
        var same = subject == _subject;
        _body.Byte(same ? (byte)(tag | EventTag.SameSubject) : tag);
        Subject(subject, same);
    }

    private void Begin(byte tag, Id subject, Validity during)
    {
        var same = subject == _subject;
        var sameDuring = during == _during;
        _body.Byte((byte)(tag | (same ? EventTag.SameSubject : 0) | (sameDuring ? EventTag.SameValidity : 0)));
        Subject(subject, same);
        if (sameDuring)
            return;
        _during = during;
        Instant(during.From);
        Instant(during.To);
    }

    private void Subject(Id subject, bool same)
    {
        if (same)
            return;
        _subject = subject;
        _body.Id(subject);
    }

    // 0 and 1 are the ends of the scale; else the distance to the last instant written, zigzag, plus two.
    private void Instant(NodaTime.Instant instant)
    {
        var ticks = Ticks.Of(instant);
        if (ticks is Ticks.Beginning or Ticks.End)
        {
            _body.Byte(ticks is Ticks.Beginning ? (byte)0 : (byte)1);
            return;
        }

        var delta = ticks - _pen;
        _body.Count(((ulong)((delta << 1) ^ (delta >> 63))) + 2);
        _pen = ticks;
    }

    private void Labels(ReadOnlySpan<string> labels)
    {
        _body.Count((ulong)labels.Length);
        foreach (var label in labels)
            Common(label);
    }

    private void Common(string text) => _body.Count((ulong)Place(text));

    private void CommonOrNone(string? text) => _body.Count(text is null ? 0 : (ulong)Place(text) + 1);

    private int Place(string text)
    {
        if (_texts.TryGetValue(text, out var place))
            return place;
        _table.Text(text);
        _texts.Add(text, _texts.Count);
        return _texts.Count - 1;
    }
}
