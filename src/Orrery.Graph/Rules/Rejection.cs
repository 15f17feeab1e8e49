namespace Orrery.Graph;

/// <summary>Something a source states that breaks a rule of the workspace and is left out, as if the source had not said it.</summary>
/// <param name="Record">Foreign id of what it is said of; of a relation, its start.</param>
/// <param name="Path">The field; of a relation its type, and its field after a dot.</param>
/// <param name="Value">The offending value, kind or end, as text; a long one is cut.</param>
/// <param name="Fault">The rule, and what to do about it.</param>
public sealed record Rejection(string Record, string Path, string Value, Fault Fault)
{
    private const int LongestValue = 200;

    internal static string Told(Value value) =>
        ValueText.Of(value) is { Length: > LongestValue } text ? $"{text.AsSpan(0, LongestValue)}..." : ValueText.Of(value);
}

/// <summary>What becomes of a statement of which a part breaks a rule.</summary>
public enum Strictness
{
    /// <summary>The part is left out and told; the rest is taken over.</summary>
    WhatFits,

    /// <summary>Nothing is taken over.</summary>
    AllOrNothing,
}
