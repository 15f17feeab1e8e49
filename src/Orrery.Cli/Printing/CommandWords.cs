using Orrery.Graph;

namespace Orrery.Cli;

/// <summary>What a command would do, in a sentence without its subject.</summary>
internal static class CommandWords
{
    public static string Of(GraphCommand command, Reading reading) =>
        command switch
        {
            GraphCommand.CreateEntity c => $"create {Named(string.Join(", ", c.Labels))}{Fields(c.Fields)}",
            GraphCommand.Relate c => $"relate {Thing(c.From, reading)} {c.Type} {Thing(c.To, reading)}{Fields(c.Fields)}",
            GraphCommand.SetField { Value.IsNothing: true } c => $"remove {c.Field} of {Thing(c.Subject, reading)}",
            GraphCommand.SetField c => $"set {c.Field} of {Thing(c.Subject, reading)} to {ValueText.Of(c.Value)}",
            GraphCommand.SetLabels c => $"make {Thing(c.Subject, reading)} {Named(string.Join(", ", c.Labels))}",
            GraphCommand.Retire c => $"retire {Thing(c.Subject, reading)}",
            _ => command.GetType().Name,
        };

    private static string Named(string labels) => labels.Length == 0 ? "something without a label" : labels;

    private static string Fields(IEnumerable<KeyValuePair<string, Value>> fields)
    {
        var told = string.Join(", ", fields.Select(field => $"{field.Key} {ValueText.Of(field.Value)}"));
        return told.Length == 0 ? "" : $" with {told}";
    }

    private static string Thing(Id id, Reading reading) =>
        reading.Find(id) is { } entity ? entity.Ref?.ToString() ?? entity.Title
        : reading.FindRelation(id) is { } relation ? $"the relation {relation.Type}"
        : "the new one";
}
