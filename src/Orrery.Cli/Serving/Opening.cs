namespace Orrery.Cli;

/// <summary>What a server begins with.</summary>
/// <param name="Path">The page to start at.</param>
/// <param name="Meanwhile">What is still to be done while it serves; ends when it is told to stop.</param>
internal sealed record Opening(string Path, Func<CancellationToken, Task> Meanwhile)
{
    /// <summary>A start page, and nothing else to do.</summary>
    public static Opening At(string path) => new(path, _ => Task.CompletedTask);
}
