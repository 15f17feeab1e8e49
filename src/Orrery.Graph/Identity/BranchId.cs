namespace Orrery.Graph;

/// <summary>A line of change sets of one workspace. Today every workspace has one, <see cref="Main"/>; what-ifs become others.</summary>
/// <param name="Name">Lower-case, no spaces.</param>
public sealed record BranchId(string Name)
{
    /// <summary>The branch everybody works on.</summary>
    public static readonly BranchId Main = new("main");

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
