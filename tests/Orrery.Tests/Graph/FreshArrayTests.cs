using Orrery.Graph;

namespace Orrery.Tests.Graph;

/// <summary>Arrays whose memory a second thread fetches while they are filled.</summary>
public sealed class FreshArrayTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData((6 << 20) + 3)]
    public void What_was_written_is_there_when_it_is_given_out(int length)
    {
        for (var round = 0; round < 4; round++)
        {
            var array = FreshArray.Filled<byte>(length, bytes => Fill(bytes));

            Assert.Equal(length, array.Length);
            Assert.DoesNotContain(array.Index(), byteAt => byteAt.Item != (byte)(byteAt.Index * 31));
        }
    }

    private static void Fill(byte[] bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)(i * 31);
    }
}
