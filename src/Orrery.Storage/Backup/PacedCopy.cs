using Microsoft.Data.Sqlite;
using Microsoft.Win32.SafeHandles;
using SQLitePCL;

namespace Orrery.Storage;

/// <summary>
/// Flushes the file that a <c>vacuum into</c> writes as it grows, and lets others have the processor now and then. Flushed at its end alone, all of it would
/// have to reach the disk before the next flush of any other file is done, the journal's among them ("compacting" in bench/).
/// </summary>
/// <remarks>Both are done by the thread that copies, from where SQLite says how far it is: what is not written yet need not be waited for.</remarks>
internal sealed class PacedCopy : IDisposable
{
    // A row of the journal is copied by some eight steps of SQLite's machine, and holds up to some hundred kilobytes.
    private const int StepsBetween = 16;
    private const long FlushedAfter = 1 << 20;

    private readonly SqliteConnection _copying;
    private readonly string _path;
    private SafeFileHandle? _file;
    private long _flushed;

    private PacedCopy(SqliteConnection copying, string path) => (_copying, _path) = (copying, path);

    /// <summary>Until it is disposed.</summary>
    /// <param name="copying">Who copies.</param>
    /// <param name="path">The copy; it may come into being later.</param>
    public static PacedCopy Begin(SqliteConnection copying, string path)
    {
        var pace = new PacedCopy(copying, path);
        raw.sqlite3_progress_handler(copying.Handle, StepsBetween, static pace => ((PacedCopy)pace).Step(), pace);
        return pace;
    }

    public void Dispose()
    {
        raw.sqlite3_progress_handler(_copying.Handle, 0, null, null);
        _file?.Dispose();
    }

    // Anything but 0 would end the copy. A disk that is broken is told of by whoever flushes last.
    private int Step()
    {
        try
        {
            _file ??= File.Exists(_path)
                ? File.OpenHandle(_path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite)
                : null;
            if (_file is not null && RandomAccess.GetLength(_file) is var length && length - _flushed >= FlushedAfter)
            {
                RandomAccess.FlushToDisk(_file);
                _flushed = length;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _flushed = long.MaxValue;
        }

        Thread.Yield();
        return 0;
    }
}
