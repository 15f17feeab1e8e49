namespace Orrery.Practice;

/// <summary>Where something stands in a text, for messages.</summary>
/// <param name="File">The file as people know it, e.g. <c>packs/core.yaml</c>.</param>
/// <param name="Line">From 1.</param>
public readonly record struct Place(string File, int Line)
{
    /// <summary>As compilers write it, so that editors can jump there.</summary>
    public override string ToString() => $"{File}:{Line}";
}
