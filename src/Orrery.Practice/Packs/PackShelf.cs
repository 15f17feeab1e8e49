using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>The packs that come with the product, read from the assembly.</summary>
public static class PackShelf
{
    private const string Prefix = "packs/";

    /// <summary>Names of all packs on the shelf, sorted.</summary>
    public static IEnumerable<string> Names =>
        typeof(PackShelf)
            .Assembly.GetManifestResourceNames()
            .Where(n =>
                n.StartsWith(Prefix, StringComparison.Ordinal) && !n[Prefix.Length..].Contains('/', StringComparison.Ordinal)
            )
            .Select(n => Path.GetFileNameWithoutExtension(n))
            .Order(StringComparer.Ordinal);

    /// <summary>The pack of that name, without checking it against others.</summary>
    /// <exception cref="FaultException">There is none, or it cannot be read.</exception>
    public static Pack Take(string name) =>
        PackReader.Read($"{Prefix}{name}.yaml", Shelved.Text($"{Prefix}{name}.yaml")).OrThrow();

    /// <summary>These packs and all they need, together.</summary>
    /// <exception cref="FaultException">A pack is missing, or they do not fit together.</exception>
    public static Catalogue Open(params IEnumerable<string> names)
    {
        var packs = new Dictionary<string, Pack>(StringComparer.Ordinal);
        var wanted = new Queue<string>(names);
        while (wanted.TryDequeue(out var name))
        {
            if (packs.ContainsKey(name))
                continue;
            packs[name] = Take(name);
            foreach (var need in packs[name].Needs)
                wanted.Enqueue(need);
        }

        return Catalogue.Of(packs.Values).OrThrow();
    }
}
