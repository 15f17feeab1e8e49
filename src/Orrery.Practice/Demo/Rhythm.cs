using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>How often something comes back, and who writes it down.</summary>
internal sealed class Rhythm
{
    private readonly Place _place;
    private readonly int _from;
    private readonly int _until;
    private readonly string _by;
    private readonly string? _why;
    private readonly Origin _origin;

    public Rhythm(YamlMap habit)
    {
        _place = habit.Place;
        _from = habit.RequiredDay("from");
        _until = habit.Day("until", 0) ?? -1;
        EveryInDays = Length(habit);
        _by = habit.Required("by");
        _why = habit.Text("why");
        _origin = StoryReader.OriginOf(habit);
    }

    public int EveryInDays { get; }

    /// <summary>The working days on which it comes, from its first to its last or to yesterday.</summary>
    public IEnumerable<int> Days(int later = 0)
    {
        for (var day = _from + later; day <= Math.Min(_until, -1); day += EveryInDays)
            yield return StoryTime.Workday(day);
    }

    public StoryScene Scene(int day, StoryLine line) => Scene(day, null, [line]);

    public StoryScene Scene(int day, string? why, ImmutableArray<StoryLine> lines) =>
        new(_place, day, _by, why ?? _why, _origin, lines);

    private static int Length(YamlMap habit)
    {
        var text = habit.Required("every");
        if (StoryTime.TryRead($"in {text}", 0, out var days) && days > 0)
            return days;
        habit.Faults.Add(StoryFaults.BadTime(habit.PlaceOf("every"), text));
        return 7;
    }
}
