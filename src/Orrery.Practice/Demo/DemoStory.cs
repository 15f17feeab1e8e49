using System.Collections.Immutable;
using NodaTime;

namespace Orrery.Practice;

/// <summary>The history of a demo company, ready to be played so that its last day is just before any given moment.</summary>
public sealed class DemoStory
{
    private readonly ImmutableArray<DemoStep> _steps;

    internal DemoStory(string name, string title, Catalogue model, ImmutableArray<DemoStep> steps) =>
        (Name, Title, Model, _steps) = (name, title, model, steps);

    /// <summary>Its symbol, e.g. <c>harbor-mutual</c>.</summary>
    public string Name { get; }

    /// <summary>The company.</summary>
    public string Title { get; }

    /// <summary>The packs it is told with.</summary>
    public Catalogue Model { get; }

    /// <summary>The day that counts as the story's today: the last Thursday not after <paramref name="now"/>. Everything was written down before it.</summary>
    /// <remarks>Playing moves the story by whole weeks, so that its Mondays stay Mondays.</remarks>
    public static LocalDate TodayFor(Instant now)
    {
        var date = now.InUtc().Date;
        return date.DayOfWeek == IsoDayOfWeek.Thursday ? date : date.Previous(IsoDayOfWeek.Thursday);
    }

    /// <summary>When the workspace of the story begins: a day before its first step. Its packs (<see cref="Model"/>) are installed then.</summary>
    public Instant BeginsAt(Instant now) => new StoryShift(DaysTo(now)).Move(_steps[0].Recorded).Minus(Duration.FromDays(1));

    /// <summary>All change sets of the company in order of recording, for a workspace that has the packs. Nothing is recorded at or after <paramref name="now"/>.</summary>
    /// <remarks>Pure: the same moment gives the same steps with the same ids; another moment moves dates only.</remarks>
    public IEnumerable<DemoStep> Play(Instant now) => _steps.Select(new StoryShift(DaysTo(now)).Move);

    private static int DaysTo(Instant now) => Period.DaysBetween(new LocalDate(1970, 1, 1), TodayFor(now));
}
