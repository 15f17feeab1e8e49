using Orrery.Graph;

namespace Orrery.Import;

/// <summary>How often something recurs, as people write it down.</summary>
public static class CadenceWords
{
    /// <summary>The record that the transform <c>cadence</c> makes of a text (docs/imports/mapping.md), or null when it understands none.</summary>
    /// <param name="text">E.g. <c>every other Tuesday</c>.</param>
    public static Value.Map? Understand(string text) =>
        Cadences.Read(text) is Transformed.Done { Value: Value.Map record } ? record : null;
}
