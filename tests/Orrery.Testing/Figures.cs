namespace Orrery.Testing;

/// <summary>Figures of the long tests, kept in the folder that <c>ORRERY_FIGURES</c> names; nowhere when it names none.</summary>
public static class Figures
{
    /// <summary>Adds a line to the figures of a subject.</summary>
    public static void Log(string subject, string line)
    {
        if (Environment.GetEnvironmentVariable("ORRERY_FIGURES") is { Length: > 0 } folder)
            File.AppendAllLines(Path.Combine(folder, $"figures-{subject}.txt"), [line]);
    }
}
