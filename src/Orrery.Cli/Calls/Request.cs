using System.CommandLine;

namespace Orrery.Cli;

/// <summary>A command line that was understood, and who typed it.</summary>
/// <param name="Parsed">What it says.</param>
/// <param name="Args">Its words, as another process would have to be given them.</param>
/// <param name="Terminal">Whose.</param>
internal sealed record Request(ParseResult Parsed, IReadOnlyList<string> Args, Terminal Terminal)
{
    /// <summary>What the caller passed on the standard input, where the command takes it; it travels with the command line.</summary>
    public string? Input { get; init; }
}
