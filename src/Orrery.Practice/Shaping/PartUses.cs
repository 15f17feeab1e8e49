using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>What uses a part of the model, so that taking it away would leave something without it.</summary>
/// <param name="Things">How many things are or were of it: entities, relations or values.</param>
/// <param name="Others">What else builds on it, in words.</param>
public sealed record PartUses(int Things, ImmutableArray<string> Others)
{
    /// <summary>Nothing does.</summary>
    public bool IsNone => Things == 0 && Others.IsEmpty;

    /// <summary>Of a kind, a field or a relation type.</summary>
    /// <remarks>Cost: the things of a kind; for relation types, and their fields, all relations are passed over.</remarks>
    public static PartUses Of(Reading reading, Entity part)
    {
        var symbol = PartText.SymbolOf(part);
        return part.Kind switch
        {
            MetaKinds.Kind => new(
                reading.EverOfKind(symbol).Select(thing => thing.Thing.Id).Distinct().Count(),
                [.. Tied(part, "is-a", "stands below it"), .. Ends(part), .. Views(reading, symbol)]
            ),
            MetaKinds.RelationType => new(
                reading.EverOfType(symbol).Count(),
                [.. Steps(reading, symbol), .. Views(reading, view => Names(view.Query, symbol, symbol.Replace('-', '_')))]
            ),
            _ => new(FieldValues.Of(reading, part).Count(), [.. Lifecycles(reading, part, symbol)]),
        };
    }

    /// <summary>In words, the things first.</summary>
    public IEnumerable<string> Said(string thing, string things) =>
        (Things == 0 ? [] : (string[])[Things == 1 ? $"one {thing}" : $"{Things:#,0} {things}"]).Concat(Others);

    /// <summary>What takes an unused part away, with the fields that only it has.</summary>
    /// <exception cref="FaultException">It is in use.</exception>
    public static IReadOnlyList<GraphCommand> Remove(Reading reading, Entity part)
    {
        if (Of(reading, part) is { IsNone: false } uses)
            throw new FaultException(ShapeFaults.InUse(part.Title, uses.Said("thing of it", "things of it")));
        return
        [
            new GraphCommand.Retire(part.Id, Validity.Always),
            .. OwnFields(part).Select(field => new GraphCommand.Retire(field.Id, Validity.Always)),
        ];
    }

    internal static IEnumerable<Entity> OwnFields(Entity owner) =>
        KindParts.OwnFields(owner).Where(field => field.Relations(Direction.In, "has-field").Count() == 1);

    /// <summary>The views that ask for a kind by name.</summary>
    internal static IEnumerable<string> Views(Reading reading, string kind) =>
        Views(reading, view => view.About == kind || Names(view.Query, kind, kind.Replace("-", "", StringComparison.Ordinal)));

    private static IEnumerable<string> Views(Reading reading, Func<ViewDefinition, bool> names) =>
        SavedViews.Of(reading).Where(view => names(view.Definition)).Select(view => $"the view '{view.Definition.Title}'");

    // Without the relation nobody could meet what the step asks for.
    private static IEnumerable<string> Steps(Reading reading, string type) =>
        reading
            .WithLabel(MetaKinds.Lifecycle)
            .Select(LifecycleReading.Of)
            .Where(lifecycle => lifecycle.Gates.Any(gate => gate.Ask is GateAsk.Relation asked && asked.Type == type))
            .Select(lifecycle => $"a step of '{lifecycle.Title}' asks for it");

    // A label or a type in a query: after a colon or a bar, in its plain form or its quoted one.
    private static bool Names(string query, string symbol, string plain) =>
        new[] { $":{plain}", $":`{symbol}`", $"|{plain}", $"|`{symbol}`" }.Any(written => IsWord(query, written));

    private static bool IsWord(string query, string written)
    {
        for (
            var at = query.IndexOf(written, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = query.IndexOf(written, at + 1, StringComparison.OrdinalIgnoreCase)
        )
        {
            if (
                at + written.Length == query.Length
                || !(char.IsLetterOrDigit(query[at + written.Length]) || query[at + written.Length] == '_')
            )
                return true;
        }

        return false;
    }

    private static IEnumerable<string> Tied(Entity part, string type, string says) =>
        part.Relations(Direction.In, type).Select(tie => tie.From).OfType<Entity>().Select(other => $"'{other.Title}' {says}");

    private static IEnumerable<string> Ends(Entity kind) =>
        Tied(kind, "from-kind", "starts at it").Concat(Tied(kind, "to-kind", "ends at it")).Distinct();

    private static IEnumerable<string> Lifecycles(Reading reading, Entity field, string symbol) =>
        KindParts.OwnerOf(field)?["lifecycle"].AsText is { } lifecycle
        && reading.Find(EntityRef.Of(MetaKinds.Lifecycle, lifecycle)) is { } there
        && (there["field"].AsText ?? "status") == symbol
            ? [$"the states of '{there.Title}' are told by it"]
            : [];
}
