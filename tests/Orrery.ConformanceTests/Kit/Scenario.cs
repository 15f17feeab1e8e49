using System.Collections.Immutable;

namespace Orrery.ConformanceTests;

/// <summary>One scenario of the kit, its outline filled in and the background in front.</summary>
/// <param name="Feature">The path of its file below the kit, e.g. <c>clauses/match/Match1.feature</c>.</param>
/// <param name="Name">As written, e.g. <c>[1] Match non-existent nodes returns empty</c>.</param>
/// <param name="Example">The number of its example, from 1; 0 for one that is no outline.</param>
/// <param name="Steps">In order.</param>
internal sealed record Scenario(string Feature, string Name, int Example, ImmutableArray<Step> Steps)
{
    /// <summary>What it is called in reports and in the list of expected failures.</summary>
    public string Id => Example == 0 ? $"{Feature} {Name}" : $"{Feature} {Name} #{Example}";

    /// <summary>The folder of its file.</summary>
    public string Folder => Feature.LastIndexOf('/') is >= 0 and var end ? Feature[..end] : "";
}

/// <summary>One step with what stands below it.</summary>
/// <param name="Text">Without its keyword.</param>
/// <param name="Document">The text between triple quotes, or null.</param>
/// <param name="Table">Rows of cells; empty for none.</param>
internal sealed record Step(string Text, string? Document, ImmutableArray<ImmutableArray<string>> Table);
