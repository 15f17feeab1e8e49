using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Which model entities of a workspace go into a pack that is written from it.</summary>
/// <param name="reading">The workspace.</param>
/// <param name="pack">The pack, or null for what is of none.</param>
/// <param name="reach">The packs whose parts it may name: itself and all it needs.</param>
/// <param name="shared">Refs of what it brought, though another pack that says the same may have brought it first.</param>
internal sealed class PublishedParts(
    Reading reading,
    string? pack,
    ImmutableHashSet<string> reach,
    ImmutableHashSet<string> shared
)
{
    /// <summary>Those of an installed pack.</summary>
    public static PublishedParts Of(Reading reading, string pack, Pack? installed)
    {
        var needs = reading
            .WithLabel(MetaKinds.Pack)
            .ToDictionary(p => p["symbol"].AsText ?? "", p => Publishing.Texts(p["needs"]));
        List<string> reach = [pack];
        for (var i = 0; i < reach.Count; i++)
            reach.AddRange(needs.GetValueOrDefault(reach[i], []).Except(reach));
        return new(reading, pack, [.. reach], [.. Brought(installed)]);
    }

    /// <summary>Those of none.</summary>
    public static PublishedParts OfNoPack(Reading reading) =>
        new(reading, null, [.. reading.WithLabel(MetaKinds.Pack).Select(p => p["symbol"].AsText ?? "")], []);

    public Reading Reading => reading;

    public IEnumerable<Entity> Of(string metaKind) => reading.WithLabel(metaKind).Where(Has);

    /// <summary>Whether a part is the pack's own.</summary>
    public bool Has(Entity part) => part["pack"].AsText == pack || shared.Contains($"{part.Ref}");

    /// <summary>Whether a field belongs to what the pack says of its own kind: not what another pack added to it.</summary>
    public bool MayHold(Entity field) => field["pack"].IsNothing || Has(field);

    /// <summary>Whether the pack may name a kind: not one of a pack it does not need.</summary>
    public bool MayName(Entity kind) => kind["pack"].AsText is not { } owner || reach.Contains(owner) || Has(kind);

    /// <summary>Kinds and relation types of others to which the pack adds. What is of no pack adds to none: it goes out with the kind it was added to.</summary>
    public IEnumerable<Entity> Extended() =>
        pack is null
            ? []
            : reading
                .WithLabel(MetaKinds.Kind)
                .Concat(reading.WithLabel(MetaKinds.RelationType))
                .Where(owner => !Has(owner) && owner["pack"].AsText is { } other && reach.Contains(other) && Adds(owner));

    private static IEnumerable<string> Brought(Pack? installed) =>
        installed is null
            ? []
            :
            [
                .. installed.Categories.Select(c => $"{MetaKinds.Category}:{c.Symbol}"),
                .. installed.Enumerations.Select(e => $"{MetaKinds.Enumeration}:{e.Symbol}"),
                .. installed.Lifecycles.Select(l => $"{MetaKinds.Lifecycle}:{l.Symbol}"),
                .. installed.Kinds.SelectMany(k => Brought(MetaKinds.Kind, k.Symbol, k.Fields)),
                .. installed.RelationTypes.SelectMany(r => Brought(MetaKinds.RelationType, r.Symbol, r.Fields)),
            ];

    private static IEnumerable<string> Brought(string metaKind, string symbol, ImmutableArray<PackField> fields) =>
        fields.Select(f => $"{MetaKinds.Field}:{symbol}.{f.Symbol}").Prepend($"{metaKind}:{symbol}");

    private bool Adds(Entity owner) =>
        ((string[])["has-field", "from-kind", "to-kind"])
            .SelectMany(type => owner.Relations(Direction.Out, type))
            .Any(tie => tie.To is { } part && Has(part));
}
