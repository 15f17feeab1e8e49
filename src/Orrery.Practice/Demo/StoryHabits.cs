using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Reads what comes back: numbers counted every month, meetings held, words from owners, confirmations.</summary>
internal sealed class StoryHabits(StoryWords words)
{
    /// <summary>The scenes that one habit leads to.</summary>
    public IEnumerable<StoryScene> Read(YamlMap habit)
    {
        ImmutableArray<StoryScene> scenes =
            habit.Has("count") ? [.. Count(habit, new(habit))]
            : habit.Has("hold") ? [.. Hold(habit, new(habit))]
            : habit.Has("tell") ? [.. Tell(habit, new(habit))]
            : [.. Confirm(habit, new(habit))];
        habit.Close();
        return scenes;
    }

    /// <summary>A field that follows a course: straight between the given points, with a little unevenness.</summary>
    private IEnumerable<StoryScene> Count(YamlMap habit, Rhythm rhythm)
    {
        var subject = habit.Required("count");
        var field = habit.Text("field") ?? "observed";
        var course = Course(habit);
        var wobble = habit.Number("wobble");
        var decimals = (int)habit.Number("decimals");
        var definition = words.Field(StoryWords.KindOf(subject), field);
        if (definition is null || course.IsEmpty)
        {
            habit.Faults.Add(StoryFaults.UnknownWord(habit.Place, subject, field));
            yield break;
        }

        foreach (var day in rhythm.Days())
        {
            var number = Math.Round(At(course, day) + (wobble * Chance.Wobble($"{subject} {field} {day}")), decimals);
            StoryLine line =
                definition.Kind == FieldKind.Series
                    ? new StoryLine.Observe(habit.Place, subject, field, number)
                    : new StoryLine.Say(habit.Place, subject, [new(field, Value(definition.Kind, number))], default);
            yield return rhythm.Scene(day, line);
        }
    }

    private static Value Value(FieldKind kind, double number) =>
        kind switch
        {
            FieldKind.Percent => Orrery.Graph.Value.Of(Math.Round(number / 100, 4)),
            FieldKind.Money => new Value.Money((decimal)number * 1000, "USD"),
            _ => Orrery.Graph.Value.Of(number),
        };

    private static ImmutableArray<(int Day, double Number)> Course(YamlMap habit)
    {
        if (habit.Map("course") is not { } course)
            return [];
        var points = new List<(int, double)>();
        foreach (var when in course.Keys)
        {
            if (StoryTime.TryRead(when, 0, out var day) && double.TryParse(course.Text(when), out var number))
                points.Add((day, number));
            else
                course.Faults.Add(StoryFaults.BadTime(course.PlaceOf(when), when));
        }

        return [.. points.OrderBy(p => p.Item1)];
    }

    private static double At(ImmutableArray<(int Day, double Number)> course, int day)
    {
        var after = course.FirstOrDefault(p => p.Day >= day, course[^1]);
        var before = course.LastOrDefault(p => p.Day <= day, course[0]);
        return after.Day == before.Day
            ? after.Number
            : before.Number + ((after.Number - before.Number) * (day - before.Day) / (after.Day - before.Day));
    }

    /// <summary>A ritual is held: each topic is one occurrence, with what came of it.</summary>
    private IEnumerable<StoryScene> Hold(YamlMap habit, Rhythm rhythm)
    {
        var ritual = habit.Required("hold");
        var name = habit.Required("title");
        var topics = habit.Mappings("topics", "topic");
        foreach (var (topic, day) in topics.Zip(rhythm.Days()))
        {
            var title = $"{name}: {topic.Required("topic")}";
            var key = EntityRef.KeyFor(title);
            var lines = new StoryLines(words, day, $"ritual-occurrence:{key}").Read(topic);
            List<Said> fields =
            [
                new("title", Orrery.Graph.Value.Of(title)),
                new("held-on", Orrery.Graph.Value.Of(StoryTime.Date(day))),
            ];
            if (topic.Text("notes") is { } notes)
                fields.Add(new("notes", Orrery.Graph.Value.Of(notes)));
            var held = new StoryLine.Relate(topic.Place, new($"ritual-occurrence:{key}", "occurrence-of", ritual), [], default);
            var why = topic.Text("why");
            topic.Close();
            yield return rhythm.Scene(
                day,
                why,
                [new StoryLine.Add(topic.Place, "ritual-occurrence", key, [.. fields], [held], default), .. lines]
            );
        }
    }

    /// <summary>An owner says in two sentences how it goes, and when there will be more.</summary>
    private static IEnumerable<StoryScene> Tell(YamlMap habit, Rhythm rhythm)
    {
        var subject = habit.Required("tell");
        foreach (var (line, day) in habit.Texts("words").Zip(rhythm.Days()))
        {
            ImmutableArray<Said> fields =
            [
                new("update", Orrery.Graph.Value.Of(line)),
                new("next-word", Orrery.Graph.Value.Of(StoryTime.Date(StoryTime.Workday(day + rhythm.EveryInDays)))),
            ];
            yield return rhythm.Scene(day, new StoryLine.Say(habit.Place, subject, fields, default));
        }
    }

    /// <summary>Somebody looks at things again; not all on one day, and now and then a look is missed.</summary>
    private static IEnumerable<StoryScene> Confirm(YamlMap habit, Rhythm rhythm) =>
        habit
            .Texts("confirm")
            .SelectMany(subject =>
                rhythm
                    .Days(Chance.Of(subject) % rhythm.EveryInDays)
                    .Where(day => Chance.Of($"{subject} {day}") % 9 != 0)
                    .Select(day => rhythm.Scene(day, new StoryLine.Confirm(habit.Place, subject)))
            );
}
