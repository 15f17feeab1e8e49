using Orrery.Graph;

namespace Orrery.Import;

/// <summary>What a transform makes of a value.</summary>
internal abstract record Transformed
{
    private Transformed() { }

    /// <summary>A value; <see cref="Value.Null"/> when there was none.</summary>
    /// <param name="Value">What it means.</param>
    /// <param name="Coerced">What was assumed or left out to read it; null when it was plain.</param>
    public sealed record Done(Value Value, string? Coerced = null) : Transformed;

    /// <summary>A text that says that there is nothing: <c>TBD</c>, <c>n/a</c>. Reported, not kept.</summary>
    public sealed record Placeholder(string Why) : Transformed;

    /// <summary>A text that cannot be read so. Reported, and kept as text where the mapping says where.</summary>
    public sealed record Rejected(string Why) : Transformed;

    public static readonly Transformed Nothing = new Done(Value.Nothing);

    public static Transformed Of(Value value, string? coerced = null) => new Done(value, coerced);

    public static Transformed Of(string text, string? coerced = null) => new Done(Value.Of(text), coerced);
}
