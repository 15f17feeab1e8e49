using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>A label as a question: does a node have it, or a kind below it?</summary>
/// <param name="written">As the query has it.</param>
/// <param name="vocabulary">What it means.</param>
/// <param name="ground">Where its numbers are.</param>
internal sealed class LabelTest(string written, Vocabulary vocabulary, Ground ground)
{
    private readonly ImmutableArray<string> _names = vocabulary.Narrow(written);

    /// <summary>As the query has it.</summary>
    public string Written => written;

    /// <summary>Whether relations that are pointed at have it.</summary>
    public bool IsRelation { get; } = written == Vocabulary.RelationLabel;

    public LabelFilter Filter { get; } =
        new([.. vocabulary.Narrow(written).Select(ground.FindLabel).Where(number => number >= 0).Distinct()]);

    /// <summary>Whether some name is new to the branch: the test may have to be made again later.</summary>
    public bool HasUnknown => _names.Any(name => ground.FindLabel(name) < 0);

    /// <summary>How many nodes may have it.</summary>
    public long Estimate => Filter.Labels.Sum(label => (long)ground.CountOf(label));

    public bool Passes(ImmutableArray<string> labels) => labels.Any(label => _names.Contains(label));
}
