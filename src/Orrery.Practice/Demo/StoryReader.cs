using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Reads one chapter of a story: scenes, habits, work.</summary>
internal sealed class StoryReader(StoryWords words)
{
    private static readonly ImmutableDictionary<string, Origin> Origins = ImmutableDictionary
        .Create<string, Origin>(StringComparer.Ordinal)
        .AddRange([
            new("screen", Origin.Screen),
            new("command-line", Origin.CommandLine),
            new("api", Origin.Api),
            new("import", Origin.Import),
            new("agent", Origin.Agent),
        ]);

    /// <summary>All scenes that the chapter tells or that follow from its habits and work.</summary>
    public ImmutableArray<StoryScene> Read(YamlMap chapter)
    {
        chapter.Required("chapter");
        chapter.Text("about");
        var habits = new StoryHabits(words);
        ImmutableArray<StoryScene> scenes =
        [
            .. chapter.Maps("scenes").SelectMany(Scenes),
            .. chapter.Maps("habits").SelectMany(habits.Read),
            .. chapter.Maps("work").SelectMany(StoryWork.Read),
        ];
        chapter.Close();
        return scenes;
    }

    private IEnumerable<StoryScene> Scenes(YamlMap scene)
    {
        var day = StoryTime.Workday(scene.RequiredDay("on"));
        var lines = new StoryLines(words, day, null).Read(scene);
        var whole = new StoryScene(scene.Place, day, scene.Required("by"), scene.Text("why"), OriginOf(scene), lines);
        var apart = scene.Flag("apart");
        scene.Close();
        return apart ? lines.Select(line => whole with { Place = line.Place, Lines = [line] }) : [whole];
    }

    /// <summary>Through what something was written down: <c>via</c>, a screen when left out.</summary>
    public static Origin OriginOf(YamlMap map)
    {
        var via = map.Text("via") ?? "screen";
        return Origins.TryGetValue(via, out var origin)
            ? origin
            : map.Wrong("via", $"one of {string.Join(", ", Origins.Keys.Order(StringComparer.Ordinal))}", Origin.Screen);
    }
}
