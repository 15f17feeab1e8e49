using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;

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

    /// <summary>All change sets in order of recording: first the model (the packs), then the company. Nothing is recorded at or after <paramref name="now"/>.</summary>
    /// <remarks>Pure: the same moment gives the same steps with the same ids; another moment moves dates only.</remarks>
    public IEnumerable<DemoStep> Play(Instant now)
    {
        var days = Period.DaysBetween(new LocalDate(1970, 1, 1), TodayFor(now));
        var shift = new StoryShift(days);
        var told = _steps.Select(shift.Move);
        return _steps is [var first, ..] ? told.Prepend(Adoption(shift.Move(first.Recorded))) : told;
    }

    private DemoStep Adoption(Instant firstStep) =>
        new(
            firstStep.Minus(Duration.FromDays(1)),
            new Cause("Orrery", Origin.Product, $"Adopted the packs {string.Join(", ", Model.Packs.Select(p => p.Title))}"),
            Model.ToCommands()
        );
}
