using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Texts that are built into the assembly under their path in the repository.</summary>
internal static class Shelved
{
    /// <summary>Whether there is such a text.</summary>
    public static bool Has(string name) => typeof(Shelved).Assembly.GetManifestResourceInfo(name) is not null;

    /// <summary>The whole text.</summary>
    /// <exception cref="FaultException">There is no such text.</exception>
    public static string Text(string name)
    {
        using var stream =
            typeof(Shelved).Assembly.GetManifestResourceStream(name)
            ?? throw new FaultException(
                new(
                    FaultKind.NotFound,
                    "shelf.not-found",
                    $"Nothing called '{name}' comes with Orrery.",
                    "See the names with: orrery pack list"
                )
            );
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
