using System.Collections.Immutable;
using System.Diagnostics;
using NodaTime;

namespace Orrery.Graph;

/// <summary>The canonical bytes of a value: equal values have equal bytes. Tags are a storage format (docs/journal.md): add, never reuse.</summary>
public static class ValueCodec
{
    /// <summary>How deep lists and maps may nest, the value itself included.</summary>
    internal const int DeepestNesting = 64;

    // Lists in lists may each announce all bytes that are left: room is taken as items come, not on their word.
    private const int MostRoomAhead = 1024;

    /// <summary>Appends the canonical bytes.</summary>
    public static void Write(ByteWriter writer, Value value)
    {
        switch (value)
        {
            case Value.Null:
                writer.Byte(0);
                break;
            case Value.Bool b:
                writer.Byte(b.Flag ? (byte)2 : (byte)1);
                break;
            case Value.Integer i:
                writer.Byte(3);
                writer.Signed(i.Number);
                break;
            case Value.Float f:
                writer.Byte(4);
                writer.Long(Bits(f.Number));
                break;
            case Value.Text t:
                writer.Byte(5);
                writer.Text(t.Characters);
                break;
            case Value.List l:
                writer.Byte(6);
                writer.Count((ulong)l.Items.Length);
                foreach (var item in l.Items)
                    Write(writer, item);
                break;
            case Value.Map m:
                WriteMap(writer, m);
                break;
            default:
                WriteRare(writer, value);
                break;
        }
    }

    /// <summary>The canonical bytes as an array of their own.</summary>
    public static byte[] ToBytes(Value value)
    {
        var writer = new ByteWriter(64);
        Write(writer, value);
        return writer.Written.ToArray();
    }

    /// <summary>Reads one value.</summary>
    /// <exception cref="InvalidDataException">The bytes are no value, or nest deeper than 64.</exception>
    public static Value Read(ref ByteReader reader)
    {
        try
        {
            return Read(ref reader, DeepestNesting);
        }
        catch (Exception e) when (e is ArgumentException or OverflowException)
        {
            throw new InvalidDataException(e.Message, e);
        }
    }

    /// <summary>Reads the one value these bytes are.</summary>
    public static Value FromBytes(ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        return Read(ref reader);
    }

    private static void WriteMap(ByteWriter writer, Value.Map map)
    {
        writer.Byte(7);
        writer.Count((ulong)map.Entries.Count);
        foreach (var (name, value) in map.Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            writer.Text(name);
            Write(writer, value);
        }
    }

    private static void WriteRare(ByteWriter writer, Value value)
    {
        switch (value)
        {
            case Value.Date d:
                writer.Byte(8);
                WriteDay(writer, d.Day);
                break;
            case Value.DateTime d:
                writer.Byte(9);
                WriteLocal(writer, d.Stamp.LocalDateTime);
                writer.Signed(d.Stamp.Offset.Seconds);
                writer.Text(d.Zone ?? "");
                break;
            case Value.LocalDateTime d:
                writer.Byte(10);
                WriteLocal(writer, d.Stamp);
                break;
            case Value.LocalTime t:
                writer.Byte(11);
                writer.Signed(t.Clock.NanosecondOfDay);
                break;
            case Value.Time t:
                writer.Byte(12);
                writer.Signed(t.Clock.TimeOfDay.NanosecondOfDay);
                writer.Signed(t.Clock.Offset.Seconds);
                break;
            case Value.Duration d:
                writer.Byte(13);
                writer.Signed(d.Months);
                writer.Signed(d.Days);
                writer.Signed(d.Seconds);
                writer.Signed(d.Nanoseconds);
                break;
            default:
                WriteOurs(writer, value);
                break;
        }
    }

    private static void WriteOurs(ByteWriter writer, Value value)
    {
        switch (value)
        {
            case Value.Money m:
                writer.Byte(14);
                foreach (var part in decimal.GetBits(m.Amount == 0 ? 0 : m.Amount / 1.0000000000000000000000000000m))
                    writer.Signed(part);
                writer.Text(m.Currency);
                break;
            case Value.Interval i:
                writer.Byte(15);
                WriteEnd(writer, i.Low);
                WriteEnd(writer, i.High);
                break;
            case Value.Period p:
                writer.Byte(16);
                WriteEnd(writer, p.Start);
                WriteEnd(writer, p.End);
                break;
            case Value.Personal p:
                writer.Byte(17);
                writer.Id(p.Subject);
                writer.Bytes(p.Cipher.AsSpan());
                break;
            default:
                throw new UnreachableException($"{value.GetType().Name} is an answer, never stored.");
        }
    }

    private static Value Read(ref ByteReader reader, int depth)
    {
        if (depth == 0)
            throw new InvalidDataException($"A value nests deeper than {DeepestNesting}.");
        var tag = reader.Byte();
        return tag switch
        {
            0 => Value.Nothing,
            1 => new Value.Bool(false),
            2 => new Value.Bool(true),
            3 => new Value.Integer(reader.Signed()),
            4 => new Value.Float(BitConverter.Int64BitsToDouble(reader.Long())),
            5 => new Value.Text(reader.Text()),
            6 => ReadList(ref reader, depth),
            7 => ReadMap(ref reader, depth),
            8 => new Value.Date(ReadDay(ref reader)),
            9 => ReadDateTime(ref reader),
            10 => new Value.LocalDateTime(ReadLocal(ref reader)),
            11 => new Value.LocalTime(LocalTime.FromNanosecondsSinceMidnight(reader.Signed())),
            12 => new Value.Time(
                LocalTime.FromNanosecondsSinceMidnight(reader.Signed()).WithOffset(Offset.FromSeconds(Small(ref reader)))
            ),
            13 => new Value.Duration(reader.Signed(), reader.Signed(), reader.Signed(), Small(ref reader)),
            14 => ReadMoney(ref reader),
            15 => new Value.Interval(ReadNumberEnd(ref reader), ReadNumberEnd(ref reader)),
            16 => new Value.Period(ReadDayEnd(ref reader), ReadDayEnd(ref reader)),
            17 => new Value.Personal(reader.Id(), [.. reader.Bytes()], null),
            _ => throw new InvalidDataException($"No value begins with tag {tag}."),
        };
    }

    private static Value.List ReadList(ref ByteReader reader, int depth)
    {
        var left = reader.Length();
        var items = ImmutableArray.CreateBuilder<Value>(Math.Min(left, MostRoomAhead));
        for (; left > 0; left--)
            items.Add(Read(ref reader, depth - 1));
        return new(items.DrainToImmutable());
    }

    private static Value.Map ReadMap(ref ByteReader reader, int depth)
    {
        var entries = Properties.None.ToBuilder();
        for (var left = reader.Length(); left > 0; left--)
            entries[reader.Text()] = Read(ref reader, depth - 1);
        return new(entries.ToImmutable());
    }

    private static Value.DateTime ReadDateTime(ref ByteReader reader)
    {
        var local = ReadLocal(ref reader);
        var offset = Offset.FromSeconds(Small(ref reader));
        return new(local.WithOffset(offset), reader.Text() is { Length: > 0 } zone ? zone : null);
    }

    private static Value.Money ReadMoney(ref ByteReader reader)
    {
        int[] parts = [Small(ref reader), Small(ref reader), Small(ref reader), Small(ref reader)];
        return new(new decimal(parts), reader.Text());
    }

    // Equal numbers have equal bytes: one not-a-number, one zero.
    internal static long Bits(double number) =>
        BitConverter.DoubleToInt64Bits(
            double.IsNaN(number) ? double.NaN
            : number == 0 ? 0
            : number
        );

    private static int Small(ref ByteReader reader) => checked((int)reader.Signed());

    private static void WriteDay(ByteWriter writer, LocalDate day) => writer.Signed(Period.DaysBetween(Epoch, day));

    private static LocalDate ReadDay(ref ByteReader reader) => Epoch.PlusDays(Small(ref reader));

    private static void WriteLocal(ByteWriter writer, LocalDateTime stamp)
    {
        WriteDay(writer, stamp.Date);
        writer.Signed(stamp.TimeOfDay.NanosecondOfDay);
    }

    private static LocalDateTime ReadLocal(ref ByteReader reader) =>
        ReadDay(ref reader).At(LocalTime.FromNanosecondsSinceMidnight(reader.Signed()));

    private static void WriteEnd(ByteWriter writer, double? end)
    {
        writer.Byte(end is null ? (byte)0 : (byte)1);
        if (end is { } number)
            writer.Long(Bits(number));
    }

    private static void WriteEnd(ByteWriter writer, LocalDate? end)
    {
        writer.Byte(end is null ? (byte)0 : (byte)1);
        if (end is { } day)
            WriteDay(writer, day);
    }

    private static double? ReadNumberEnd(ref ByteReader reader) =>
        reader.Byte() == 0 ? null : BitConverter.Int64BitsToDouble(reader.Long());

    private static LocalDate? ReadDayEnd(ref ByteReader reader) => reader.Byte() == 0 ? null : ReadDay(ref reader);

    private static readonly LocalDate Epoch = new(1970, 1, 1);
}
