using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Server;

/// <summary>What became of a question that somebody looks at.</summary>
public abstract record AskOutcome
{
    private AskOutcome() { }

    /// <summary>It was answered.</summary>
    /// <param name="Answer">The rows.</param>
    /// <param name="Reading">What they were read through.</param>
    /// <param name="Took">How long it took.</param>
    public sealed record Answered(Answer Answer, Reading Reading, TimeSpan Took) : AskOutcome;

    /// <summary>It was refused.</summary>
    public sealed record Refused(QueryFault Fault) : AskOutcome;
}
