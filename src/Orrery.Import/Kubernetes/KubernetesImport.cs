using Orrery.Graph;

namespace Orrery.Import;

/// <summary>The Kubernetes project's groups, people, meetings, subprojects, enhancement proposals and releases, month by month. The rules: docs/imports/kubernetes.md.</summary>
public static class KubernetesImport
{
    private const string Resource = "Orrery.Import.Kubernetes.kubernetes.yaml";

    /// <summary>How its files are read.</summary>
    public static Mapping Mapping { get; } = ReadMapping();

    /// <summary>A folder with <c>sigs/DATE.yaml</c>, <c>keps/DATE.yaml</c> and <c>releases.yaml</c>.</summary>
    /// <exception cref="FaultException">The folder cannot be read, or holds none of them.</exception>
    public static SourceFolder Open(string folder) => SourceFolder.Open(Mapping, folder, ImportLimits.Usual);

    private static Mapping ReadMapping()
    {
        using var stream = typeof(KubernetesImport).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        return Mapping.Parse("kubernetes.yaml", reader.ReadToEnd());
    }
}
