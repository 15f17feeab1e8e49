using NodaTime.Text;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Values of an answer as one line of text.</summary>
public static class AnswerWords
{
    private const int MostForPeople = 1_000;

    /// <summary>The text of a value.</summary>
    /// <param name="value">Of an answer.</param>
    /// <param name="reading">That it was answered through, to name entities.</param>
    /// <param name="isForPeople">Titles, as people read them; else refs or ids, as programs read them.</param>
    public static string Of(Value value, Reading reading, bool isForPeople) =>
        value switch
        {
            Value.Entity e => Entity(e.Id, reading, isForPeople),
            Value.Relation r => Relation(r.Id, reading, isForPeople),
            Value.Path p => Path(p, reading, isForPeople),
            Value.List l => List(l, reading, isForPeople),
            Value.Map m =>
                $"{{{string.Join(", ", m.Entries.Select(entry => $"{entry.Key}: {Of(entry.Value, reading, isForPeople)}"))}}}",
            Value.Text t => t.Characters,
            Value.Null => isForPeople ? "" : "null",
            _ when isForPeople => ValueText.Of(value),
            _ => Exact(value),
        };

    // Nothing is rounded away for programs, and times are those of ISO 8601.
    private static string Exact(Value value) =>
        value switch
        {
            Value.Bool truth => truth.Flag ? "true" : "false",
            Value.Float { Number: var number } => number.ToString("R", System.Globalization.CultureInfo.InvariantCulture),
            Value.DateTime stamp => OffsetDateTimePattern.Rfc3339.Format(stamp.Stamp)
                + (stamp.Zone is { } zone ? $"[{zone}]" : ""),
            Value.LocalDateTime stamp => LocalDateTimePattern.ExtendedIso.Format(stamp.Stamp),
            Value.LocalTime clock => LocalTimePattern.ExtendedIso.Format(clock.Clock),
            Value.Time clock => OffsetTimePattern.Rfc3339.Format(clock.Clock),
            Value.Duration => TimeText.Find(value) ?? ValueText.Of(value),
            Value.Personal { Clear: { } clear } => Exact(clear),
            _ => ValueText.Of(value),
        };

    // People are told that there is more; programs get all of it.
    private static string List(Value.List list, Reading reading, bool isForPeople)
    {
        var most = isForPeople ? MostForPeople : int.MaxValue;
        var items = list.Items.Take(most).Select(item => Of(item, reading, isForPeople));
        var more = list.Items.Length > most ? $", and {list.Items.Length - most} more" : "";
        return $"[{string.Join(", ", items)}{more}]";
    }

    private static string Entity(Id id, Reading reading, bool isForPeople) =>
        reading.FindAnyTime(id) is not { } entity
            ? (reading.FindRelationAnyTime(id) is null ? id.ToString() : Relation(id, reading, isForPeople))
        : isForPeople ? entity.Title
        : entity.Ref?.ToString() ?? id.ToString();

    private static string Relation(Id id, Reading reading, bool isForPeople) =>
        reading.FindRelationAnyTime(id) is { } relation
            ? $"{Entity(relation.FromId, reading, isForPeople)} -{relation.Type}-> {Entity(relation.ToId, reading, isForPeople)}"
            : id.ToString();

    private static string Path(Value.Path path, Reading reading, bool isForPeople)
    {
        var text = Entity(path.Steps[0], reading, isForPeople);
        for (var i = 1; i + 1 < path.Steps.Length; i += 2)
        {
            var relation = reading.FindRelationAnyTime(path.Steps[i]);
            var isForward = relation is null || relation.FromId == path.Steps[i - 1];
            var type = relation?.Type ?? "?";
            text += (isForward ? $" -{type}-> " : $" <-{type}- ") + Entity(path.Steps[i + 1], reading, isForPeople);
        }

        return text;
    }
}
