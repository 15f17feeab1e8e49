namespace Orrery.Graph;

/// <summary>What sort of refusal it is; skins map it to a status or an exit code.</summary>
public enum FaultKind
{
    /// <summary>The request makes no sense as it stands.</summary>
    Invalid,

    /// <summary>What was named does not exist, or not for this viewer.</summary>
    NotFound,

    /// <summary>It clashes with what is there now.</summary>
    Conflict,

    /// <summary>The asker may not.</summary>
    Denied,

    /// <summary>A stated limit was reached.</summary>
    Limit,

    /// <summary>The world failed us: disk, file, network.</summary>
    Broken,
}

/// <summary>A refusal: what is wrong, and what to do about it. The same text on every skin.</summary>
/// <param name="Kind">What sort.</param>
/// <param name="Code">A stable name, e.g. <c>kind.unknown</c>; its section in docs/faults.md.</param>
/// <param name="Message">What is wrong, with the offending value.</param>
/// <param name="Remedy">What to type or do next.</param>
public sealed partial record Fault(FaultKind Kind, string Code, string Message, string Remedy)
{
    /// <summary>Message and remedy in one line.</summary>
    public override string ToString() => $"{Message} {Remedy}";
}
