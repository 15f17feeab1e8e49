namespace Orrery.Cli;

/// <summary>Where a command does its work: in this process, or in the server that owns the data folder.</summary>
internal interface ISite
{
    /// <summary>Runs a command on the workspaces of the data folder it names.</summary>
    /// <returns>The exit code.</returns>
    Task<int> RunAsync(Request request, Func<Call, Task> run, CancellationToken cancel);
}
