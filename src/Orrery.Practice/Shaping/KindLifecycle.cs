using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>What the things of a kind go through, as people choose it. With the states comes the field that holds them.</summary>
public static class KindLifecycle
{
    /// <summary>What a kind says whose things go through nothing, whatever the kinds above it have.</summary>
    public const string None = "none";

    /// <summary>The lifecycles of a workspace, by their titles.</summary>
    public static ImmutableArray<(string Symbol, string Title)> Known(Reading reading) =>
        [
            .. reading
                .WithLabel(MetaKinds.Lifecycle)
                .Select(lifecycle => (Symbol: PartText.SymbolOf(lifecycle), lifecycle.Title))
                .OrderBy(known => known.Title, StringComparer.Ordinal),
        ];

    /// <summary>What is wrong with the lifecycle that is wished.</summary>
    internal static IEnumerable<(string Name, Fault? Fault)> Broken(
        Reading reading,
        Entity? kind,
        IReadOnlyDictionary<string, string> wished
    )
    {
        var said = wished.GetValueOrDefault(PartText.Lifecycle, "");
        if (said is "" or None)
            yield break;
        if (Find(reading, said) is not { } lifecycle)
            yield return (
                PartText.Lifecycle,
                ShapeFaults.NotOneOf("lifecycle", said, [None, .. Known(reading).Select(known => known.Symbol)])
            );
        else if (kind is not null && FieldNow(reading, kind, lifecycle) is { } field)
            yield return (
                PartText.Lifecycle,
                Misfits(reading, kind, field, lifecycle) is > 0 and var count
                    ? ShapeFaults.OtherStates(count, field.Title, lifecycle.Definition.Title, lifecycle.States)
                    : null
            );
    }

    /// <summary>What makes the field of the wished states be there and offer them.</summary>
    internal static IEnumerable<GraphCommand> Field(
        Reading reading,
        FieldOwner owner,
        IReadOnlyDictionary<string, string> wished,
        Entity[] parents
    )
    {
        if (Find(reading, wished.GetValueOrDefault(PartText.Lifecycle, "")) is not { } lifecycle)
            return [];
        var fields = reading.Find(owner.Id) is { } kind ? KindParts.OwnFields(kind) : [];
        var own = fields.FirstOrDefault(field => PartText.SymbolOf(field) == lifecycle.Field);
        var above = parents
            .Select(parent => reading.Model.FindKind(PartText.SymbolOf(parent))?.Fields.GetValueOrDefault(lifecycle.Field))
            .FirstOrDefault(field => field is not null);
        if ((own is null ? above?.Options : StatesIn(own))?.SequenceEqual(lifecycle.States) == true)
            return [];
        var choice = ChoiceOf(reading, lifecycle);
        // A new kind that is a sort of nothing has its title first.
        var order = fields.Select(KindParts.OrderOf).DefaultIfEmpty(parents.Length == 0 ? 0 : -1).Max() + 1;
        return own is not null
            ? choice.Select(said => PartChecks.Set(own, said.Field, said.Value))
            : FieldShaping.Made(
                owner,
                lifecycle.Field,
                above?.Title ?? "State",
                [("required", Value.Of("never")), ("personal", Value.Of(false)), ("order", Value.Of(order)), .. choice]
            );
    }

    private static Lifecycle? Find(Reading reading, string symbol) =>
        reading.WithLabel(MetaKinds.Lifecycle).FirstOrDefault(entity => PartText.SymbolOf(entity) == symbol) is { } found
            ? new Lifecycle(found.Id, LifecycleReading.Of(found), LifecycleReading.StatesOf(found))
            : null;

    private static FieldDefinition? FieldNow(Reading reading, Entity kind, Lifecycle lifecycle) =>
        reading.Model.FindKind(PartText.SymbolOf(kind))?.Fields.GetValueOrDefault(lifecycle.Field);

    // Things of the kind, and of those below that have the field from it, whose value is no state.
    private static int Misfits(Reading reading, Entity kind, FieldDefinition field, Lifecycle lifecycle) =>
        reading
            .Model.WithDescendants(PartText.SymbolOf(kind))
            .Where(below => reading.Model.FindKind(below)?.Fields.GetValueOrDefault(lifecycle.Field)?.Id == field.Id)
            .SelectMany(below => reading.EveryValue(below, lifecycle.Field))
            .Where(held => held.Fact.Value.AsText is not { } text || !lifecycle.States.Contains(text))
            .Select(held => held.Thing)
            .Distinct()
            .Count();

    private static (string Field, Value Value)[] ChoiceOf(Reading reading, Lifecycle lifecycle)
    {
        var shared = reading.Find(EntityRef.Of(MetaKinds.Enumeration, lifecycle.Definition.States));
        var isShared = shared is not null && StatesIn(shared).SequenceEqual(lifecycle.States);
        return
        [
            ("field-kind", Value.Of(FieldKinds.Name(FieldKind.Enum))),
            ("options", PackCommands.List(lifecycle.States)),
            ("option-titles", isShared ? shared!["option-titles"] : PackCommands.List(lifecycle.States)),
            ("enumeration", isShared ? Value.Of(lifecycle.Definition.States) : Value.Nothing),
        ];
    }

    private static IEnumerable<string> StatesIn(Entity part) => PartOptions.Of(part).Select(option => option.Symbol);
}
