namespace Orrery.Engine;

/// <summary>Who asks. Today everybody sees everything; rights will hang on this.</summary>
/// <param name="Name">What history calls them.</param>
public sealed record Viewer(string Name);
