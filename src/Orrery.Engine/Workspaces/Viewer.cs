namespace Orrery.Engine;

/// <summary>Who asks. Today everybody sees everything; rights will hang on this.</summary>
/// <param name="Name">What history calls them.</param>
/// <param name="Community">In whose words they read, by its key; null for the model's own titles.</param>
public sealed record Viewer(string Name, string? Community = null);
