using Orrery.Graph;

namespace Orrery.Import;

/// <summary>What became of a file.</summary>
public abstract record Translation
{
    private Translation() { }

    /// <summary>It states this.</summary>
    /// <param name="Statement">The whole of what it says.</param>
    /// <param name="Losses">What of it does not carry over as it stands.</param>
    public sealed record Stated(Statement Statement, LossReport Losses) : Translation;

    /// <summary>It cannot be read, so nothing is known about its date.</summary>
    /// <param name="File">Its path.</param>
    /// <param name="Fault">Why, with line and remedy.</param>
    public sealed record Refused(string File, Fault Fault) : Translation;
}
