using Orrery.Import;

namespace Orrery.Cli;

/// <summary>What a kind of loss means, in a summary.</summary>
internal static class LossWords
{
    public static string Of(LossKind kind) =>
        kind switch
        {
            LossKind.Unmapped => "values the mapping does not read",
            LossKind.Rejected => "values that could not be read",
            LossKind.Placeholder => "placeholders (TBD, n/a), left out",
            LossKind.Coerced => "values read with an assumption",
            LossKind.Doubled => "things said twice",
            LossKind.Unresolved => "references to what nobody states",
            LossKind.Retired => "references to what is stated no more",
            LossKind.Refused => "things left out, for they break a rule",
            _ => throw new System.Diagnostics.UnreachableException($"No words for {kind}."),
        };
}
