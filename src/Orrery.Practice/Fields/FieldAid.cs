using System.Collections.Immutable;

namespace Orrery.Practice;

/// <summary>How a form asks for a field where its kind alone would ask poorly.</summary>
/// <param name="Editor">One of <see cref="FieldEditors"/>; null for what the kind of the field suggests.</param>
/// <param name="Parts">What a record, or each record of a list, consists of, in order; empty where anything goes.</param>
/// <param name="Ends">What is good about each end of a scale, low then high, as "Name: what is good about it"; empty where only its unit says.</param>
public sealed record FieldAid(string? Editor, ImmutableArray<FieldOption> Parts, ImmutableArray<string> Ends)
{
    /// <summary>Nothing special.</summary>
    public static readonly FieldAid None = new(null, [], []);

    /// <inheritdoc/>
    public bool Equals(FieldAid? other) =>
        other is not null
        && Editor == other.Editor
        && Parts.AsSpan().SequenceEqual(other.Parts.AsSpan())
        && Ends.AsSpan().SequenceEqual(other.Ends.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Editor, Parts.Length, Ends.Length);
}
