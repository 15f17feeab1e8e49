using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>A number, or a few, that computations go by and that a workspace may choose.</summary>
/// <param name="Name">What it is called, and the field of <c>workspace:this</c> that chooses another value.</param>
/// <param name="Title">What it means.</param>
/// <param name="Source">The section of the domain catalogue it comes from, or "ours".</param>
/// <param name="Usual">Its value when nobody chose.</param>
public sealed record Setting(string Name, string Title, string Source, Value Usual);
