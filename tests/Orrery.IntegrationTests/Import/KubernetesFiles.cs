using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;
using Orrery.Import;

[assembly: AssemblyFixture(typeof(Orrery.IntegrationTests.Import.KubernetesFiles))]

namespace Orrery.IntegrationTests.Import;

/// <summary>The Kubernetes project's files, translated once for all tests. Without them the tests are skipped, saying so.</summary>
public sealed class KubernetesFiles
{
    private readonly Lazy<ImmutableSortedDictionary<string, Translation.Stated>> _translated = new(Translate);
    private readonly Lazy<GraphSnapshot> _history;

    public KubernetesFiles() => _history = new(() => Import(Source.Files));

    /// <summary>Where they are: <c>$ORRERY_TEST_DATA/kubernetes</c>, or <c>../shared/data/kubernetes</c> above the repository.</summary>
    public static string? Folder { get; } = Find();

    public static SourceFolder Source =>
        KubernetesImport.Open(Folder ?? throw new InvalidOperationException("Ask SkipWithoutData first."));

    /// <summary>What each file states, by its path.</summary>
    public ImmutableSortedDictionary<string, Translation.Stated> Translated => _translated.Value;

    /// <summary>All files, imported in order of date.</summary>
    public GraphSnapshot History => _history.Value;

    public GraphSnapshot Import(IEnumerable<SourceFile> files) =>
        ImportedGraph.Of(files.Select(f => Translated[f.Path].Statement));

    public static void SkipWithoutData() =>
        Assert.SkipWhen(
            Folder is null,
            "The Kubernetes files are not here: set ORRERY_TEST_DATA to the folder that holds kubernetes/, or put them at ../shared/data."
        );

    private static ImmutableSortedDictionary<string, Translation.Stated> Translate()
    {
        var source = Source;
        return source
            .TranslateAhead(source.Files, Instant.MinValue, threads: 2)
            .Cast<Translation.Stated>()
            .ToImmutableSortedDictionary(t => t.Statement.File, t => t, StringComparer.Ordinal);
    }

    private static string? Find() =>
        Candidates()
            .Select(folder => Path.Combine(folder, "kubernetes"))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "counts.json")));

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("ORRERY_TEST_DATA") is { Length: > 0 } told)
            yield return told;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Orrery.slnx")))
                yield return Path.Combine(folder.FullName, "..", "shared", "data");
        }
    }
}
