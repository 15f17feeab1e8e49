namespace Orrery.Server;

/// <summary>What a server is told at its start.</summary>
/// <param name="Port">TCP port; 0 takes a free one.</param>
/// <param name="Person">Whom history names for what is done at the screen.</param>
/// <param name="Host">The address to listen on; only loopback until there is sign-in.</param>
/// <param name="KeysFolder">Where the keys of form tokens are kept, so that an open form survives a restart; null keeps them in memory.</param>
public sealed record ServerOptions(int Port, string Person, string Host = "127.0.0.1", string? KeysFolder = null)
{
    /// <summary>The largest file that can be attached here.</summary>
    public long LargestFileInBytes { get; init; } = 10_000_000;
}
