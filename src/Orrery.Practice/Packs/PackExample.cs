using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>A few things and relations that show what a pack is for. They are told as a scene of a demo is (docs/demo.md), and never installed unasked.</summary>
/// <param name="Symbol">What it is called for, unique within its pack.</param>
/// <param name="Description">What it shows.</param>
public sealed record PackExample(string Symbol, string Title, string Description, Place Place)
{
    internal YamlMap? Told { get; init; }

    /// <summary>The example as a story of one step, for any day: <see cref="DemoStory.Play"/> says what would be recorded.</summary>
    /// <exception cref="FaultException">It does not fit the packs.</exception>
    public DemoStory In(Catalogue catalogue)
    {
        List<Fault> faults = [];
        var story = Story(catalogue, faults);
        return faults.Count == 0 ? story : throw new FaultException(faults[0]);
    }

    internal IEnumerable<Fault> Faults(Catalogue catalogue)
    {
        List<Fault> faults = [];
        Story(catalogue, faults);
        return faults;
    }

    private DemoStory Story(Catalogue catalogue, List<Fault> faults)
    {
        var words = new StoryWords(catalogue);
        var told = Told?.Anew(faults);
        ImmutableArray<StoryLine> lines = told is null ? [] : new StoryLines(words, -1, self: null).Read(told);
        var scene = new StoryScene(Place, -1, "Worked example", Title, Origin.Product, lines);
        var steps = faults.Count == 0 ? new StoryCompiler(Symbol, words, faults).Compile([scene]) : [];
        return new(Symbol, Title, catalogue, steps);
    }
}
