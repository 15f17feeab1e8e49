using Orrery.Graph;

namespace Orrery.Import;

/// <summary>What a file states and the workspace's rules do not allow, as losses.</summary>
public static class BrokenRules
{
    /// <summary>A loss for each value or relation that was left out.</summary>
    public static LossReport Of(Statement statement, IEnumerable<Rejection> rejected) =>
        LossReport.Of(
            rejected.Select(r => new Loss(
                LossKind.Refused,
                statement.File,
                0,
                r.Record,
                r.Path,
                Loss.Cut(r.Value),
                r.Fault.Message
            ))
        );
}
