using System.Collections.Immutable;
using System.Security.Cryptography;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Import;

/// <summary>A folder with the files of a mapping's sources.</summary>
public sealed class SourceFolder
{
    private const int DeepestFolder = 8;

    private readonly string _root;
    private readonly Lazy<LookupTables> _tables;

    private SourceFolder(Mapping mapping, string root, ImmutableArray<SourceFile> files, ImportLimits limits)
    {
        (Mapping, _root, Files, Limits) = (mapping, root, files, limits);
        _tables = new(() => LookupReader.Read(Mapping.Lookups, TryBytes, limits));
    }

    /// <summary>How its files are read.</summary>
    public Mapping Mapping { get; }

    /// <summary>How much of a file is read before it is refused.</summary>
    public ImportLimits Limits { get; }

    /// <summary>In order of the date they hold from, then of the mapping's sources. Any other order gives the same history.</summary>
    public ImmutableArray<SourceFile> Files { get; }

    /// <summary>The files in a folder that the mapping's sources read; others are passed over.</summary>
    /// <exception cref="FaultException">The folder cannot be read, or holds none.</exception>
    public static SourceFolder Open(Mapping mapping, string folder, ImportLimits limits)
    {
        var files = PathsIn(folder).SelectMany(path => AsSourceFile(mapping, path)).ToList();
        var order = mapping.Sources.Select(s => s.Source).ToList();
        return files.Count == 0
            ? throw ImportFaults.NoFiles(folder, mapping.Sources.Select(s => s.Files.Text))
            : new(
                mapping,
                folder,
                [
                    .. files
                        .OrderBy(f => f.From ?? Instant.MaxValue)
                        .ThenBy(f => order.IndexOf(f.Source))
                        .ThenBy(f => f.Path, StringComparer.Ordinal),
                ],
                limits
            );
    }

    /// <summary>One file, read by the source whose pattern the end of its path matches.</summary>
    /// <exception cref="FaultException">No source reads it.</exception>
    public static SourceFolder OfFile(Mapping mapping, string file, ImportLimits limits)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file));
        var path = Path.GetFileName(file);
        for (var steps = 0; folder is not null && steps < DeepestFolder; steps++)
        {
            var found = AsSourceFile(mapping, path).ToImmutableArray();
            if (!found.IsEmpty)
                return new(mapping, folder, found, limits);
            path = $"{Path.GetFileName(folder)}/{path}";
            folder = Path.GetDirectoryName(folder);
        }

        throw ImportFaults.NoSource(Path.GetFileName(file), mapping.Sources.Select(s => s.Files.Text));
    }

    /// <summary>Reads and translates one file: pure but for reading the bytes.</summary>
    /// <param name="file">One of <see cref="Files"/>.</param>
    /// <param name="now">From when it holds where the source gives no date.</param>
    public Translation Translate(SourceFile file, Instant now)
    {
        try
        {
            return Translate(file, now, Bytes(file.Path));
        }
        catch (FaultException refused)
        {
            return new Translation.Refused(file.Path, refused.Fault);
        }
    }

    /// <summary>Translates these files one after the other, each when it is asked for.</summary>
    public IEnumerable<Translation> Translate(IEnumerable<SourceFile> files, Instant now) => files.Select(f => Translate(f, now));

    /// <summary>Translates these files on several threads, in the order given, a few ahead of what is asked for.</summary>
    public IEnumerable<Translation> TranslateAhead(IEnumerable<SourceFile> files, Instant now, int threads) =>
        files
            .AsParallel()
            .AsOrdered()
            .WithDegreeOfParallelism(threads)
            .WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(f => Translate(f, now));

    private Translation.Stated Translate(SourceFile file, Instant now, byte[] bytes)
    {
        var source = Mapping.Sources.First(s => s.Source == file.Source);
        var from = file.From ?? now;
        var date = from == Instant.MinValue ? "" : from.InUtc().Date.ToString("uuuu-MM-dd", null);
        return new Translator(source, file.Path, date, _tables.Value, Limits).Translate(
            Mapping.System,
            bytes,
            from,
            Convert.ToHexStringLower(SHA256.HashData(bytes))
        );
    }

    private static IEnumerable<SourceFile> AsSourceFile(Mapping mapping, string path)
    {
        foreach (var source in mapping.Sources)
        {
            if (!source.Files.TryMatch(path, out var date))
                continue;
            Instant? from = source.Holds switch
            {
                Holding.Always => Instant.MinValue,
                Holding.SinceRead => null,
                _ => date!.Value.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant(),
            };
            yield return new(source.Source, path, from);
        }
    }

    private static IEnumerable<string> PathsIn(string folder)
    {
        try
        {
            return
            [
                .. Directory
                    .EnumerateFiles(
                        folder,
                        "*",
                        new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = DeepestFolder }
                    )
                    .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/')),
            ];
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw ImportFaults.Unreadable(folder, wrong.Message);
        }
    }

    private byte[]? TryBytes(string path) => File.Exists(Path.Combine(_root, path)) ? Bytes(path) : null;

    /// <summary>The size is looked at before a byte is read.</summary>
    private byte[] Bytes(string path)
    {
        try
        {
            var file = new FileInfo(Path.Combine(_root, path));
            if (file.Length > Limits.FileBytes)
                throw ImportFaults.TooLarge(path, file.Length, Limits.FileBytes);
            return File.ReadAllBytes(file.FullName);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw ImportFaults.Unreadable(path, wrong.Message);
        }
    }
}
