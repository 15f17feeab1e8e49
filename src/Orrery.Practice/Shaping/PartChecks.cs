using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>What must be true of any part of the model that people write.</summary>
internal static class PartChecks
{
    public const int LongestTitle = 200;
    public const int LongestText = 4_000;

    /// <summary>Title and description, under the names of their inputs.</summary>
    /// <param name="wished">What was filled in; what is missing is not judged.</param>
    /// <param name="others">Parts of the same sort that it must be told from.</param>
    public static IEnumerable<(string Name, Fault? Fault)> OfTexts(
        IReadOnlyDictionary<string, string> wished,
        IEnumerable<(string Title, string Said)> others
    )
    {
        if (wished.TryGetValue(PartText.Title, out var title))
            yield return (PartText.Title, OfTitle(title, others));
        foreach (var name in (string[])[PartText.Plural, PartText.Inverse, PartText.Unit])
        {
            if (wished.TryGetValue(name, out var word) && (word.Length > LongestTitle || word.Any(char.IsControl)))
                yield return (name, ShapeFaults.TooLong(name, LongestTitle));
        }

        if (wished.TryGetValue(PartText.Description, out var text) && text.Length > LongestText)
            yield return (PartText.Description, ShapeFaults.TooLong("description", LongestText));
    }

    /// <summary>A field with a value, always; nothing for an empty text.</summary>
    public static GraphCommand.SetField Set(Entity part, string field, Value value) =>
        new(part.Id, field, value, Validity.Always, part[field]);

    public static Value Text(string text) => text.Length == 0 ? Value.Nothing : Value.Of(text);

    private static Fault? OfTitle(string title, IEnumerable<(string Title, string Said)> others)
    {
        if (title.Length is 0 or > LongestTitle || title.Any(char.IsControl))
            return ShapeFaults.TitleMissing(LongestTitle);
        return others.FirstOrDefault(other => other.Title.Equals(title, StringComparison.OrdinalIgnoreCase)) is { Said: { } said }
            ? ShapeFaults.TitleTaken(title, said)
            : null;
    }
}
