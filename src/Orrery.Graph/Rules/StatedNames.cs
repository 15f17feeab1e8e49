namespace Orrery.Graph;

/// <summary>What a source calls the things that commands speak of.</summary>
internal sealed class StatedNames
{
    public const string RefTaken = "ref.taken";

    private readonly Dictionary<Id, string> _things = [];
    private readonly Dictionary<Id, StatedRelation> _relations = [];

    public StatedNames(Statement statement)
    {
        foreach (var entity in statement.Entities)
            _things[Id.Named(statement.System, entity.ForeignId)] = entity.ForeignId;
        foreach (var stated in statement.Relations)
        {
            foreach (var end in (ReadOnlySpan<string>)[stated.From, stated.To])
                _things[Id.Named(statement.System, end)] = end;
            _relations[Id.Named(statement.System, stated.Type, stated.From, stated.To, stated.Qualifier)] = stated;
        }
    }

    public Rejection Rejection(GraphCommand command, Fault fault) =>
        command switch
        {
            GraphCommand.CreateEntity c when fault.Code is RefTaken => new(
                NameOf(c.Subject),
                "ref",
                $"{string.Join(", ", c.Labels)}:{c.Key}",
                fault
            ),
            GraphCommand.CreateEntity c => new(NameOf(c.Subject), "kind", string.Join(", ", c.Labels), fault),
            GraphCommand.SetLabels c => new(NameOf(c.Subject), "kind", string.Join(", ", c.Labels), fault),
            GraphCommand.SetField c when _relations.TryGetValue(c.Subject, out var relation) => new(
                relation.From,
                $"{relation.Type}.{Field(c)}",
                Graph.Rejection.Told(c.Value),
                fault
            ),
            GraphCommand.SetField c => new(NameOf(c.Subject), Field(c), Graph.Rejection.Told(c.Value), fault),
            _ when GraphRules.SubjectOf(command) is { } id && _relations.TryGetValue(id, out var relation) => new(
                relation.From,
                relation.Type,
                relation.To,
                fault
            ),
            _ => new(GraphRules.SubjectOf(command) is { } id ? NameOf(id) : "", "existence", "", fault),
        };

    private string NameOf(Id id) => _things.GetValueOrDefault(id) ?? id.ToString();

    private static string Field(GraphCommand.SetField command) => GraphRules.FieldMeant(command.Field);
}
