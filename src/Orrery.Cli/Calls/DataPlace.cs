using Orrery.Graph;

namespace Orrery.Cli;

/// <summary>Where data is kept when nobody says where.</summary>
internal static class DataPlace
{
    private const string Variable = "ORRERY_DATA";

    /// <summary>What the option says, or the environment, or the place the system keeps data.</summary>
    /// <exception cref="FaultException">Nobody says, and there is no home folder.</exception>
    public static string Of(string? option, Terminal terminal, string own) =>
        option is not null ? terminal.PathOf(option)
        : Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } set ? terminal.PathOf(set)
        : Path.Combine(Home(), own);

    private static string Home() =>
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify)
            is { Length: > 0 } home
            ? home
            : throw new FaultException(CliFaults.NoHome());
}
