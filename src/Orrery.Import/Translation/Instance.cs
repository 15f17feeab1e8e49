namespace Orrery.Import;

/// <summary>One record of a document, at its place, while its file is translated.</summary>
internal sealed class Instance(RecordMapping mapping, Document document, Place place, Instance? parent, string path)
{
    public RecordMapping Mapping => mapping;

    public Document Document => document;

    public Place Place => place;

    public Instance? Parent => parent;

    /// <summary>Its place with <c>[*]</c> for any item, for reports.</summary>
    public string Path => path;

    /// <summary>Its foreign id once one is formed; null until then, and for ever when none can be.</summary>
    public string? Id { get; set; }

    /// <summary>Which record under its first candidate it is: 1 the first.</summary>
    public int Nth { get; set; } = 1;

    /// <summary>The text that no id could be made of, to be kept as text; null when there is nothing to keep.</summary>
    public string? Unknown { get; set; }

    /// <summary>This path and then that one, for reports.</summary>
    public static string Join(string path, string rest) =>
        (path, rest) switch
        {
            (_, ".") => path,
            ("", _) => rest,
            _ when rest.StartsWith('[') => path + rest,
            _ => $"{path}.{rest}",
        };
}
