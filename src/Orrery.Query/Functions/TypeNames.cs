using System.Diagnostics;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>What people call the type of a value.</summary>
internal static class TypeNames
{
    public static string Of(Value value) =>
        value switch
        {
            Value.Null => "null",
            Value.Bool => "a truth value",
            Value.Integer => "a whole number",
            Value.Float => "a float",
            Value.Text => "a text",
            Value.Date => "a date",
            Value.LocalTime => "a local time",
            Value.Time => "a time",
            Value.LocalDateTime => "a local date and time",
            Value.DateTime => "a date and time",
            Value.Duration => "a duration",
            Value.Money => "an amount of money",
            Value.Interval => "an interval",
            Value.Period => "a period",
            Value.List => "a list",
            Value.Map => "a map",
            Value.Personal => "a personal value",
            Value.Entity => "an entity",
            Value.Relation => "a relation",
            Value.Path => "a path",
            _ => throw new UnreachableException($"{value.GetType().Name} has no name."),
        };

    /// <summary>What a procedure or a function takes.</summary>
    public static string Of(ProcedureType type) =>
        type switch
        {
            ProcedureType.Any => "any value",
            ProcedureType.Boolean => "a truth value",
            ProcedureType.Integer => "a whole number",
            ProcedureType.Float or ProcedureType.Number => "a number",
            ProcedureType.String => "a text",
            ProcedureType.Map => "a map",
            ProcedureType.List => "a list",
            ProcedureType.Node => "an entity",
            ProcedureType.Relationship => "a relation",
            ProcedureType.Temporal => "a date, or a date and time",
            _ => throw new UnreachableException($"{type} has no name."),
        };

    /// <summary>The type, and the value where its text is short and safe to show.</summary>
    public static string WithValue(Value value) =>
        value is Value.Bool or Value.Integer or Value.Float or Value.Text && ValueText.Of(value) is { Length: <= 40 } text
            ? $"{Of(value)} ({text})"
            : Of(value);
}
