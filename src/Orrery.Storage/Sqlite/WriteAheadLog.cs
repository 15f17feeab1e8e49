namespace Orrery.Storage;

/// <summary>Gives the write-ahead log its room before SQLite opens it: flushing into room already there is several times faster than growing a file.</summary>
internal static class WriteAheadLog
{
    /// <summary>The log's first size; the log is folded into the file well before it is full, so it rarely grows.</summary>
    public const int Room = 8 << 20;

    /// <summary>Extends a log that is missing or shorter. SQLite takes zeros after the last frame for the end of the log.</summary>
    public static void Prepare(string path)
    {
        using var log = File.OpenHandle(path + "-wal", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
        var length = RandomAccess.GetLength(log);
        if (length >= Room)
            return;
        var zeros = new byte[1 << 20];
        while (length < Room)
        {
            var count = (int)Math.Min(zeros.Length, Room - length);
            RandomAccess.Write(log, zeros.AsSpan(0, count), length);
            length += count;
        }

        RandomAccess.FlushToDisk(log);
    }
}
