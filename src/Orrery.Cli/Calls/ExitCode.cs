namespace Orrery.Cli;

/// <summary>What the process answers its caller with.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Refused, failed or stopped; the fault and its remedy are on the error stream.</summary>
    public const int Refused = 1;

    /// <summary>The command line makes no sense.</summary>
    public const int Usage = 2;
}
