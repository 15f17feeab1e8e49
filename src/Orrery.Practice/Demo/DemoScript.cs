using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Reads the scripts that demo companies are told in (docs/demo.md).</summary>
public static class DemoScript
{
    /// <summary>The story told by these chapters, or everything that is wrong with them.</summary>
    /// <param name="chapters">File names (for messages) and texts. The first names the story and its packs.</param>
    public static Outcome<DemoStory> Read(params IEnumerable<(string File, string Text)> chapters)
    {
        List<Fault> faults = [];
        var texts = chapters.Select(c => YamlText.Read(c.File, c.Text, faults)).OfType<YamlMap>().ToImmutableArray();
        var story = faults.Count == 0 ? Read(texts, faults) : null;
        return story is null || faults.Count > 0
            ? new Outcome<DemoStory>.Refused([.. faults])
            : new Outcome<DemoStory>.Good(story);
    }

    /// <summary>A story that comes with the product, e.g. <c>harbor-mutual</c>.</summary>
    /// <exception cref="FaultException">There is none of that name, or it cannot be read.</exception>
    public static DemoStory Take(string name) => ReadShelved(name).OrThrow();

    /// <summary>The same, with all faults.</summary>
    internal static Outcome<DemoStory> ReadShelved(string name)
    {
        var prefix = $"packs/demo/{name}/";
        var files = typeof(DemoScript)
            .Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n => (n, Shelved.Text(n)))
            .ToImmutableArray();
        return Read(files.IsEmpty ? [(prefix, Shelved.Text(prefix))] : files);
    }

    private static DemoStory Read(ImmutableArray<YamlMap> chapters, List<Fault> faults)
    {
        var first = chapters[0];
        var name = first.Required("story");
        var title = first.Required("title");
        var catalogue = PackShelf.Open(first.Texts("packs"));
        var words = new StoryWords(catalogue);
        var reader = new StoryReader(words);
        var scenes = chapters.SelectMany(c => reader.Read(c)).ToImmutableArray();
        var steps = new StoryCompiler(name, words, faults).Compile(scenes);
        if (steps.IsEmpty)
            faults.Add(YamlFaults.Missing(first.Place, first.Path, "scenes"));
        return new(name, title, catalogue, steps);
    }
}
