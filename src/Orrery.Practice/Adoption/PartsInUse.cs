using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Which parts that packs no longer bring are used here, and by what: these stay, and what they are tied to stays with them.</summary>
internal sealed class PartsInUse
{
    private static readonly string[] ModelTies = ["is-a", "has-field", "from-kind", "to-kind"];

    private readonly Reading _reading;
    private readonly Dictionary<Id, GraphCommand.CreateEntity> _leaving;
    private readonly HashSet<Id> _leavingHere = [];
    private readonly HashSet<Id> _leavingTies;
    private readonly ILookup<Id, GraphCommand.Relate> _tiesFrom;
    private readonly Dictionary<Id, string> _why = [];

    public PartsInUse(Reading reading, PackParts before, PackParts after)
    {
        _reading = reading;
        _tiesFrom = before.Links.Values.ToLookup(l => l.From);
        _leaving = before.Entities.Values.Where(p => !after.Entities.ContainsKey(p.Subject)).ToDictionary(p => p.Subject);
        _leavingTies = [.. before.Links.Keys.Where(id => !after.Links.ContainsKey(id))];
        var here = _leaving.Values.Select(part => (part, ours: Ours(part))).Where(p => p.ours is not null).ToArray();
        _leavingHere.UnionWith(here.Select(p => p.ours!.Id));
        foreach (var (part, ours) in here)
        {
            if (Use(part, ours!) is { } why)
                Hold(part.Subject, why);
        }
    }

    /// <summary>Why a part has to stay, or null.</summary>
    public string? WhyOf(Id part) => _why.GetValueOrDefault(part);

    private Entity? Ours(GraphCommand.CreateEntity part) => _reading.Find(part.Subject) ?? _reading.Find(PackParts.RefOf(part));

    private void Hold(Id part, string why)
    {
        if (!_leaving.TryGetValue(part, out var holder) || !_why.TryAdd(part, why))
            return;
        var because = $"{PackParts.RefOf(holder)} stays";
        foreach (var tie in _tiesFrom[part])
            Hold(tie.To, because);
        if (holder.Fields.GetValueOrDefault("category")?.AsText is { } home)
            Hold(PackCommands.ModelId($"{MetaKinds.Category}:{home}"), because);
    }

    private string? Use(GraphCommand.CreateEntity part, Entity ours) =>
        part.Labels[0] switch
        {
            MetaKinds.Kind when _reading.EverWithLabel(part.Key!).Any() => "things are of this kind",
            MetaKinds.RelationType when _reading.EverOfType(part.Key!).Any() => "things are related so",
            MetaKinds.Field when HasValues(ours) => "values are kept in it",
            MetaKinds.Category when HasKinds(part.Key!) => "kinds are at home there",
            _ => OtherUse(ours),
        };

    // Parts of other packs, or made here, that build on it.
    private string? OtherUse(Entity ours) =>
        ModelTies
            .SelectMany(type => ours.Relations(Direction.In, type))
            .Where(tie => !_leavingTies.Contains(tie.Id))
            .Select(tie => tie.From)
            .FirstOrDefault(from => from is not null && !_leavingHere.Contains(from.Id))
            is { } user
            ? $"{user.Ref} builds on it"
            : null;

    private bool HasKinds(string category) =>
        _reading.WithLabel(MetaKinds.Kind).Any(kind => kind["category"].AsText == category && !_leavingHere.Contains(kind.Id));

    private bool HasValues(Entity field)
    {
        var symbol = field["symbol"].AsText ?? "";
        return field
            .Relations(Direction.In, "has-field")
            .Select(tie => tie.From)
            .OfType<Entity>()
            .Any(owner => HasValues(owner, owner["symbol"].AsText ?? "", symbol));
    }

    private bool HasValues(Entity owner, string symbol, string field) =>
        owner.Labels.Contains(MetaKinds.RelationType)
            ? _reading.EverOfType(symbol).Any(r => !r.Timeline(field).IsEmpty)
            : _reading
                .Model.WithDescendants(symbol)
                .SelectMany(_reading.EverWithLabel)
                .Any(e => !e.Timeline(field).IsEmpty || !e.Series(field).IsEmpty);
}
