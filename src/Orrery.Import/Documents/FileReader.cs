using System.Diagnostics;

namespace Orrery.Import;

/// <summary>How a file is written. The names stand in mapping files.</summary>
public enum FileFormat
{
    /// <summary><c>yaml</c>: one document.</summary>
    Yaml,

    /// <summary><c>yaml-documents</c>: many, each after a <c>---</c> line.</summary>
    YamlDocuments,

    /// <summary><c>json</c>.</summary>
    Json,

    /// <summary><c>csv</c>: a table with a header row.</summary>
    Csv,
}

/// <summary>Bytes to documents.</summary>
internal static class FileReader
{
    public static FileContent Read(string file, ReadOnlySpan<byte> bytes, FileFormat format, char delimiter, ImportLimits limits)
    {
        var text = SourceText.Of(file, bytes, limits);
        return format switch
        {
            FileFormat.Yaml => YamlFiles.ReadOne(file, text, limits),
            FileFormat.YamlDocuments => YamlFiles.ReadMany(file, text, limits),
            FileFormat.Json => JsonReader.Read(file, text, limits),
            FileFormat.Csv => CsvReader.Read(file, text, delimiter, limits),
            _ => throw new UnreachableException($"No reader for {format}."),
        };
    }
}
