using NodaTime;

namespace Orrery.Graph;

/// <summary>How a fact keeps a value: small ones in its eight bytes, the others as canonical bytes on the heap. Tags are part of the snapshot file's format.</summary>
internal static class FactTags
{
    public const byte Nothing = 0;
    public const byte No = 1;
    public const byte Yes = 2;
    public const byte Integer = 3;
    public const byte Float = 4;
    public const byte Text = 5;
    public const byte Bytes = 6;
    public const byte Day = 8;
    public const byte Labels = 20;
    public const byte Series = 21;

    /// <summary>Observations are withdrawn; the payload is the revision that added them.</summary>
    public const byte SeriesGone = 22;

    /// <summary>Whether a fact is about observations: it is no value, and holds over no interval.</summary>
    public static bool IsSeries(byte tag) => tag is Series or SeriesGone;

    private static readonly LocalDate Epoch = new(1970, 1, 1);

    /// <summary>Writer only: may put bytes on the heap.</summary>
    public static (byte Tag, long Payload) Pack(Value value, Heap heap, ByteWriter scratch)
    {
        switch (value)
        {
            case Value.Null:
                return (Nothing, 0);
            case Value.Bool b:
                return (b.Flag ? Yes : No, 0);
            case Value.Integer i:
                return (Integer, i.Number);
            case Value.Float f:
                return (Float, ValueCodec.Bits(f.Number));
            case Value.Text t:
                return (Text, heap.Put(t.Characters));
            case Value.Date d:
                return (Day, Period.DaysBetween(Epoch, d.Day));
            default:
                scratch.Clear();
                ValueCodec.Write(scratch, value);
                return (Bytes, heap.Put(scratch.Written));
        }
    }

    public static Value Unpack(in Fact fact, Heap heap) =>
        fact.Tag switch
        {
            Nothing => Value.Nothing,
            No => Value.Of(false),
            Yes => Value.Of(true),
            Integer => Value.Of(fact.Payload),
            Float => Value.Of(BitConverter.Int64BitsToDouble(fact.Payload)),
            Text => Value.Of(heap.GetText(fact.Payload)),
            Day => Value.Of(Epoch.PlusDays((int)fact.Payload)),
            Bytes => ValueCodec.FromBytes(heap.Get(fact.Payload)),
            _ => throw new InvalidDataException($"A fact has tag {fact.Tag}, which no value has."),
        };
}
