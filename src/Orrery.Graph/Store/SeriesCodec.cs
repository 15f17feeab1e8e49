using System.Collections.Immutable;
using NodaTime;

namespace Orrery.Graph;

/// <summary>A batch of observations as bytes: times as differences, numbers as they are.</summary>
public static class SeriesCodec
{
    /// <summary>Count, then for each point the ticks since the one before and eight bytes of value.</summary>
    public static byte[] ToBytes(ImmutableArray<Observation> points)
    {
        var writer = new ByteWriter(8 + (points.Length * 14));
        Write(writer, points);
        return writer.Written.ToArray();
    }

    /// <summary>Appends the batch.</summary>
    public static void Write(ByteWriter writer, ImmutableArray<Observation> points)
    {
        writer.Count((ulong)points.Length);
        var before = 0L;
        foreach (var point in points)
        {
            var ticks = point.At.ToUnixTimeTicks();
            writer.Signed(ticks - before);
            writer.Long(BitConverter.DoubleToInt64Bits(point.Value));
            before = ticks;
        }
    }

    /// <summary>Reads a batch.</summary>
    /// <exception cref="InvalidDataException">The bytes are no batch.</exception>
    public static ImmutableArray<Observation> Read(ref ByteReader reader)
    {
        var points = ImmutableArray.CreateBuilder<Observation>(reader.Length());
        var ticks = 0L;
        while (points.Count < points.Capacity)
        {
            ticks += reader.Signed();
            points.Add(new(Instant.FromUnixTimeTicks(ticks), BitConverter.Int64BitsToDouble(reader.Long())));
        }

        return points.MoveToImmutable();
    }
}
