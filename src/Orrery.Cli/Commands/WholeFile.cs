namespace Orrery.Cli;

/// <summary>A file that is there whole or not at all.</summary>
internal static class WholeFile
{
    public static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        var draft = path + ".tmp";
        try
        {
            await using (var file = File.Create(draft))
            {
                await write(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }
}
