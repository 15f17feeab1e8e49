using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>The values of a column in the order in which people expect them.</summary>
internal static class ViewGroups
{
    public const string NothingSaid = "Nothing said";

    private const string NothingKey = "-";
    private const int MostLookedAt = 1_000;

    /// <summary>One group a value: the options of a list of words first, all of them and in their order; then other values by size or title; nothing last.</summary>
    /// <param name="view">Whose column it is.</param>
    /// <param name="column">Its number.</param>
    /// <param name="values">The values that occur, some perhaps often.</param>
    public static ImmutableArray<ViewGroup> Of(ShownView view, int column, IEnumerable<Value> values)
    {
        var fields = FieldsOf(view, column);
        var options = fields.SelectMany(field => field.Options).Distinct().Select(option => Value.Of(option)).ToArray();
        var others = values.Distinct().Except(options).Select(value => Group(view, fields, value)).ToArray();
        return
        [
            .. options.Select(option => Group(view, fields, option)),
            .. others
                .Where(group => !group.Value.IsNothing)
                .OrderBy(group => group.Thing is null ? group.Value : Value.Nothing, ValueOrder.Instance)
                .ThenBy(group => group.Title, StringComparer.OrdinalIgnoreCase)
                .ThenBy(group => group.Key, StringComparer.Ordinal),
            .. others.Where(group => group.Value.IsNothing),
        ];
    }

    /// <summary>One group a value, in the order in which they are told; nothing last.</summary>
    public static ImmutableArray<ViewGroup> AsAsked(ShownView view, int column, IEnumerable<Value> values)
    {
        var fields = FieldsOf(view, column);
        return [.. values.Distinct().OrderBy(value => value.IsNothing).Select(value => Group(view, fields, value))];
    }

    /// <summary>The group of nothing.</summary>
    public static ViewGroup Nothing { get; } = new(Value.Nothing, NothingKey, NothingSaid, null);

    /// <summary>What the values of a column are: the fields of the kinds of things whose they are.</summary>
    public static ImmutableArray<FieldDefinition> FieldsOf(ShownView view, int column)
    {
        if (
            column >= view.Origins.Length
            || view.Origins[column] is not Orrery.Query.ColumnOrigin.FieldOf { Column: var of, Field: var symbol }
        )
            return [.. view.Telling.FieldsOf(view.Columns[column]).Take(1)];
        return
        [
            .. view
                .Answer.Rows.Take(MostLookedAt)
                .Concat(view.Then?.Answer.Rows.Take(MostLookedAt) ?? [])
                .Select(row => row[of] is Value.Entity { Id: var id } ? view.Reading.FindAnyTime(id)?.Kind : null)
                .OfType<string>()
                .Distinct()
                .Select(kind => view.Reading.Model.FindKind(kind)?.Fields.GetValueOrDefault(symbol))
                .OfType<FieldDefinition>()
                .DistinctBy(field => field.Id),
        ];
    }

    /// <summary>The entity that a value is, at whatever moment it is found.</summary>
    public static Entity? ThingOf(ShownView view, Value value) =>
        value is Value.Entity { Id: var id } ? view.Reading.FindAnyTime(id) ?? view.Then?.Reading.FindAnyTime(id) : null;

    private static ViewGroup Group(ShownView view, ImmutableArray<FieldDefinition> fields, Value value)
    {
        if (value.IsNothing)
            return Nothing;
        if (ThingOf(view, value) is { } thing)
            return new(value, thing.ToString(), Titles.Of(thing), thing);
        var title = view.Visit.Values.Of(value, AnswerTelling.FieldFor([.. fields], value));
        return new(value, ValueText.Of(value), title, null);
    }
}
