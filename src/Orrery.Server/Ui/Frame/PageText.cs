using System.Buffers;
using System.Text;

namespace Orrery.Server;

/// <summary>The text of a page, in UTF-8 and in borrowed memory, until it is sent.</summary>
internal sealed class PageText : TextWriter
{
    private const int CharactersAtATime = 8 * 1024;
    private const int BytesAtFirst = 128 * 1024;

    private readonly char[] _pending = ArrayPool<char>.Shared.Rent(CharactersAtATime);
    private readonly Encoder _encoder = Encoding.UTF8.GetEncoder();
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(BytesAtFirst);
    private int _pendingCount;
    private int _count;

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        if (_pendingCount == _pending.Length)
            Encode(flush: false);
        _pending[_pendingCount++] = value;
    }

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        while (buffer.Length > _pending.Length - _pendingCount)
        {
            var fits = _pending.Length - _pendingCount;
            buffer[..fits].CopyTo(_pending.AsSpan(_pendingCount));
            _pendingCount += fits;
            buffer = buffer[fits..];
            Encode(flush: false);
        }

        buffer.CopyTo(_pending.AsSpan(_pendingCount));
        _pendingCount += buffer.Length;
    }

    /// <summary>All of it. Good until this is disposed of.</summary>
    public ReadOnlyMemory<byte> InUtf8()
    {
        Encode(flush: true);
        return _bytes.AsMemory(0, _count);
    }

    protected override void Dispose(bool disposing)
    {
        ArrayPool<char>.Shared.Return(_pending);
        ArrayPool<byte>.Shared.Return(_bytes);
        base.Dispose(disposing);
    }

    private void Encode(bool flush)
    {
        Widen(Encoding.UTF8.GetMaxByteCount(_pendingCount));
        _count += _encoder.GetBytes(_pending.AsSpan(0, _pendingCount), _bytes.AsSpan(_count), flush);
        _pendingCount = 0;
    }

    private void Widen(int more)
    {
        if (_bytes.Length - _count >= more)
            return;
        var wider = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, _count + more));
        _bytes.AsSpan(0, _count).CopyTo(wider);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = wider;
    }
}
