using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Orrery.Graph;
using Orrery.Storage;
using Orrery.Testing;

namespace Orrery.Tests.Storage;

public sealed class SegmentCodecTests
{
    [Fact]
    public void A_segment_is_read_as_it_was_written_and_written_as_it_was_read() =>
        Prop.ForAll(
                Some.ChangeSetsAfter(new Revision(41)).ToArbitrary(),
                changes =>
                {
                    var bytes = SegmentCodec.Encode(changes.AsSpan());
                    var read = SegmentCodec.Decode(bytes, open: null);

                    Assert.Equal(changes.AsEnumerable(), read);
                    Assert.Equal(bytes, SegmentCodec.Encode(read.AsSpan()));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void A_flipped_or_missing_byte_is_refused_or_read_never_worse() =>
        Prop.ForAll(
                Some.ChangeSetsAfter(Revision.Start).ToArbitrary(),
                Gen.Choose(0, int.MaxValue).ToArbitrary(),
                Gen.Choose(1, 255).ToArbitrary(),
                (changes, place, flip) =>
                {
                    var bytes = SegmentCodec.Encode(changes.AsSpan());
                    var checksum = SegmentCodec.Checksum(bytes);
                    Assert.False(Reads(bytes.AsSpan(0, place % bytes.Length)));
                    bytes[place % bytes.Length] ^= (byte)flip;
                    Reads(bytes);
                    Assert.NotEqual(checksum, SegmentCodec.Checksum(bytes));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Random_bytes_are_refused() =>
        Prop.ForAll(
                Gen.Choose(0, 200)
                    .SelectMany(length => Gen.ArrayOf(Gen.Choose(0, 255).Select(b => (byte)b), length))
                    .ToArbitrary(),
                bytes =>
                {
                    Reads(bytes);
                    Reads([SegmentCodec.Version, .. bytes]);
                    Reads([SegmentCodec.Version, 1, 1, 1, 1, (byte)'x', .. bytes]);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void A_refusal_says_at_which_byte()
    {
        var bytes = SegmentCodec.Encode([Sample(new GraphEvent.SubjectErased(default))]);

        var refusal = Assert.Throws<InvalidDataException>(() => SegmentCodec.Decode([.. bytes, 7], open: null));

        Assert.Equal($"At byte {bytes.Length} of {bytes.Length + 1}: Bytes follow the last change set.", refusal.Message);
    }

    [Fact]
    public void A_count_that_cannot_be_true_takes_no_memory()
    {
        byte[] bytes = [SegmentCodec.Version, 1, 0xff, 0xff, 0xff, 0xff, 0x07, 0];
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.False(Reads(bytes));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void A_later_format_is_refused_by_its_number()
    {
        var refusal = Assert.Throws<InvalidDataException>(() => SegmentCodec.Decode([9, 1, 0, 0], open: null));

        Assert.Contains("segment format 9", refusal.Message);
    }

    [Fact]
    public void Personal_values_are_opened_wherever_they_stand()
    {
        var sealedValue = new Value.Personal(Id.Named("anna"), [1, 2, 3], null);
        var nested = Value.Of(Value.Of(1L), new Value.Map(Properties.Of(("name", sealedValue))));
        var bytes = SegmentCodec.Encode([Sample(Field(sealedValue), Field(nested))]);

        var read = SegmentCodec.Decode(bytes, personal => personal with { Clear = Value.Of("Anna") });

        var values = read[0].Events.Cast<GraphEvent.FieldSet>().Select(e => e.Value).ToList();
        Assert.Equal("Anna", values[0].AsText);
        Assert.Equal("Anna", ((Value.Map)((Value.List)values[1]).Items[1]).Entries["name"].AsText);
    }

    [Fact]
    public void The_checksum_is_crc32c() => Assert.Equal(0xE3069283u, SegmentCodec.Checksum("123456789"u8)); // RFC 3720 B.4's polynomial

    internal static ChangeSet Sample(params ImmutableArray<GraphEvent> events) =>
        new(new Revision(1), Instant.FromUnixTimeSeconds(1_700_000_000), new Cause("anna", Origin.Screen), events);

    private static GraphEvent.FieldSet Field(Value value) => new(Id.Named("x"), "name", value, Validity.Always);

    private static bool Reads(ReadOnlySpan<byte> bytes)
    {
        try
        {
            _ = SegmentCodec.Decode(bytes, open: null);
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
