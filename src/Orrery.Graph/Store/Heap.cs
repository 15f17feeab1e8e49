using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Orrery.Graph;

/// <summary>Bytes of any length behind an eight-byte slot (chunk number and offset). Append-only; short texts that recur share a slot.</summary>
internal sealed class Heap
{
    private const int ChunkSize = 1 << 18;
    private const int SharedTexts = 1 << 16;
    private const int LongestShared = 40;

    private readonly Dictionary<string, long> _shared = new(StringComparer.Ordinal);
    private byte[][] _chunks = new byte[16][];
    private int _last = -1;
    private int _used = ChunkSize;
    private long _end = -1;

    /// <summary>Puts UTF-8 away; a short text that was put away before gets its slot again. Writer only.</summary>
    public long Put(string text)
    {
        if (text.Length <= LongestShared && _shared.TryGetValue(text, out var known))
            return known;
        var count = Encoding.UTF8.GetByteCount(text);
        var slot = Reserve(count, out var room);
        Encoding.UTF8.GetBytes(text, room);
        if (text.Length <= LongestShared && _shared.Count < SharedTexts)
            _shared[text] = slot;
        return slot;
    }

    /// <summary>Puts bytes away. Writer only.</summary>
    public long Put(ReadOnlySpan<byte> bytes)
    {
        var slot = Reserve(bytes.Length, out var room);
        bytes.CopyTo(room);
        return slot;
    }

    public ReadOnlySpan<byte> Get(long slot)
    {
        var chunk = Volatile.Read(ref _chunks)[(int)(slot >> 32)];
        var at = (int)slot;
        var length = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = chunk[at++];
            length |= (next & 0x7f) << shift;
            if (next < 0x80)
                return chunk.AsSpan(at, length);
        }
    }

    /// <summary>Asks for bytes that will be read soon.</summary>
    public void Hint(long slot) =>
        Prefetch.Of(
            ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Volatile.Read(ref _chunks)[(int)(slot >> 32)]), (int)slot)
        );

    public string GetText(long slot) => Encoding.UTF8.GetString(Get(slot));

    /// <summary>All chunks in order, as far as they are in use. Safe beside the writer: holds at least what was put away before the call.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Chunks()
    {
        var end = Volatile.Read(ref _end);
        var (chunks, last, used) = (Volatile.Read(ref _chunks), (int)(end >> 32), (int)end);
        for (var i = 0; i <= last; i++)
            yield return i < last ? chunks[i] : chunks[i].AsMemory(0, used);
    }

    /// <summary>Takes a loaded chunk as the next one. Before any <c>Put</c>.</summary>
    public void Adopt(byte[] chunk)
    {
        Widen();
        _chunks[++_last] = chunk;
        _used = chunk.Length;
        NoteEnd();
    }

    private long Reserve(int count, out Span<byte> room)
    {
        var prefix = PrefixLength(count);
        if (_last < 0 || _chunks[_last].Length - _used < prefix + count)
        {
            Widen();
            Volatile.Write(ref _chunks[_last + 1], new byte[Math.Max(ChunkSize, prefix + count)]);
            _last++;
            _used = 0;
        }

        var slot = ((long)_last << 32) | (uint)_used;
        var at = _used;
        for (var left = (uint)count; ; left >>= 7)
        {
            _chunks[_last][at++] = (byte)(left < 0x80 ? left : left | 0x80);
            if (left < 0x80)
                break;
        }

        room = _chunks[_last].AsSpan(at, count);
        _used = at + count;
        NoteEnd();
        return slot;
    }

    // Chunk and offset in one word: whoever saves must not see the one without the other.
    private void NoteEnd() => Volatile.Write(ref _end, ((long)_last << 32) | (uint)_used);

    private void Widen()
    {
        if (_last + 1 < _chunks.Length)
            return;
        var wider = new byte[_chunks.Length * 2][];
        _chunks.CopyTo(wider, 0);
        Volatile.Write(ref _chunks, wider);
    }

    private static int PrefixLength(int count)
    {
        var length = 1;
        for (var left = (uint)count; left >= 0x80; left >>= 7)
            length++;
        return length;
    }
}
