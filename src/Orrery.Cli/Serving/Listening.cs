using System.CommandLine;
using Orrery.Graph;
using Orrery.Server;

namespace Orrery.Cli;

/// <summary>Where a server listens, and what it takes.</summary>
/// <param name="Host">An address of this machine.</param>
/// <param name="Port">TCP port; 0 for a free one.</param>
/// <param name="LargestFileInBytes">The largest file that can be attached.</param>
internal sealed record Listening(string Host, int Port, long LargestFileInBytes)
{
    /// <exception cref="FaultException">Others could reach it.</exception>
    public static Listening Of(ParseResult parsed)
    {
        var host = parsed.GetValue<string>(Common.Host)!;
        OrreryServer.RequireLoopback(host);
        return new(host, parsed.GetValue<int>(Common.Port), Common.LargestFileInBytes(parsed));
    }
}
