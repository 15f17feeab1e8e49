using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Cli;

/// <summary>A pack that people name: by its symbol, from the shelf, or by a file.</summary>
internal static class PackSource
{
    public const string Help = "A pack of the shelf ('orrery pack list' names them), or a YAML file.";

    /// <summary>The pack.</summary>
    /// <exception cref="FaultException">There is none, or it cannot be read; the first fault of a file that 'orrery pack lint' would list whole.</exception>
    public static async Task<Pack> TakeAsync(Call call, string nameOrFile) =>
        IsFile(nameOrFile)
            ? PackReader.Read(nameOrFile, await ReadAsync(call.PathOf(nameOrFile), call.Cancel)).OrThrow()
            : PackShelf.Take(nameOrFile);

    public static Task<string> ReadAsync(string path, CancellationToken cancel) =>
        File.ReadAllTextAsync(Files.Require(path), cancel);

    private static bool IsFile(string text) =>
        text.EndsWith(".yaml", StringComparison.Ordinal)
        || text.EndsWith(".yml", StringComparison.Ordinal)
        || text.AsSpan().ContainsAny('/', '\\');
}
