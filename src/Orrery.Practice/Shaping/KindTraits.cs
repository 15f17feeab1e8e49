using System.Collections.Immutable;
using System.Globalization;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>What a kind says of all its things: where they are at home, how they stand to time, how they are grounded, how trust in them ages.</summary>
internal static class KindTraits
{
    private const long MostDays = 36_500;

    // Numbers of days that people say of a kind.
    private static readonly string[] Spans = [PartText.HalfLife, PartText.ReviewEvery];

    private static readonly ImmutableArray<(string Name, string What, ImmutableArray<string> Words)> Closed =
    [
        (PartText.Temporality, "way of standing to time", PackReader.Temporalities),
        (PartText.Grounding, "grounding", PackReader.Groundings),
        (PartText.Tier, "tier", PackReader.Tiers),
    ];

    /// <summary>What every kind has from the kinds above it, each saying it for itself.</summary>
    public static readonly ImmutableArray<string> Inherited =
    [
        PartText.Category,
        PartText.Lifecycle,
        PartText.Temporality,
        PartText.Grounding,
        .. Spans,
    ];

    // What people may say of a kind; those below that had it from here go along.
    private static readonly string[] Spreading =
    [
        PartText.Category,
        PartText.Lifecycle,
        PartText.Temporality,
        PartText.Grounding,
        .. Spans,
    ];

    /// <summary>What is wrong with what is wished, by its name.</summary>
    /// <param name="reading">The workspace now.</param>
    /// <param name="wished">What was filled in; what is missing is not judged.</param>
    /// <param name="parents">What the kind will be a sort of, first the one whose home it has.</param>
    public static IEnumerable<(string Name, Fault? Fault)> Broken(
        Reading reading,
        IReadOnlyDictionary<string, string> wished,
        IEnumerable<Entity> parents
    )
    {
        foreach (var span in Spans.Where(span => Said(wished, span).Length > 0 && DaysOf(wished[span]) is null))
            yield return (span, ShapeFaults.NoDays(wished[span]));
        foreach (var (name, what, words) in Closed)
        {
            if (Said(wished, name) is { Length: > 0 } said && !words.Contains(said))
                yield return (name, ShapeFaults.NotOneOf(what, said, words));
        }

        var homes = reading.WithLabel(MetaKinds.Category).Select(PartText.SymbolOf).Order(StringComparer.Ordinal).ToArray();
        foreach (var name in (string[])[PartText.Category, PartText.Facets])
        {
            if (PartText.Lines(Said(wished, name)).FirstOrDefault(said => !homes.Contains(said)) is { } unknown)
                yield return (name, ShapeFaults.NotOneOf("category", unknown, homes));
        }

        var above = parents.FirstOrDefault(parent => parent[PartText.Category].AsText is { Length: > 0 });
        if (above is not null && Said(wished, PartText.Category) is { Length: > 0 } home && home != above["category"].AsText)
            yield return (PartText.Category, ShapeFaults.HomeOfParent(home, above.Title, above["category"].AsText!));
    }

    /// <summary>What a new kind says, and what it has from those above it.</summary>
    public static IEnumerable<(string Field, Value Value)> OfNew(IReadOnlyDictionary<string, string> wished, Entity[] parents) =>
        [
            .. Inherited.Select(field => (field, Of(field, Said(wished, field), parents))),
            (PartText.Facets, ValueOf(PartText.Facets, Said(wished, PartText.Facets))),
            (PartText.Tier, Value.Of(Said(wished, PartText.Tier) is { Length: > 0 } tier ? tier : "custom")),
        ];

    /// <summary>What changes of a kind, and of those below it that had the same from it.</summary>
    /// <param name="reading">The workspace now.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="changed">What was changed of it.</param>
    /// <param name="parents">What it will be a sort of.</param>
    public static IEnumerable<GraphCommand> Change(
        Reading reading,
        Entity kind,
        IReadOnlyDictionary<string, string> changed,
        Entity[] parents
    )
    {
        foreach (var name in ((string[])[PartText.Facets, PartText.Tier]).Where(changed.ContainsKey))
            yield return PartChecks.Set(kind, name, ValueOf(name, changed[name]));
        foreach (var name in Spreading.Where(changed.ContainsKey))
        {
            var (was, now) = (kind[name], Of(name, changed[name], parents));
            foreach (var one in Family(reading, kind).Where(one => one[name] == was))
                yield return PartChecks.Set(one, name, now);
        }
    }

    /// <summary>A kind and those below it.</summary>
    public static IEnumerable<Entity> Family(Reading reading, Entity kind) =>
        reading
            .Model.WithDescendants(PartText.SymbolOf(kind))
            .Select(symbol => KindShaping.Find(reading, symbol))
            .OfType<Entity>();

    /// <summary>What those above say, the first that says anything.</summary>
    public static Value From(Entity[] parents, string field) =>
        parents.Select(parent => parent[field]).FirstOrDefault(value => !value.IsNothing) ?? Value.Nothing;

    private static Value Of(string field, string said, Entity[] parents) =>
        said.Length > 0 && ValueOf(field, said) is { IsNothing: false } value ? value : From(parents, field);

    private static Value ValueOf(string field, string said) =>
        Spans.Contains(field)
            ? DaysOf(said) is { } days
                ? Value.Of(days)
                : Value.Nothing
            : field == PartText.Facets
                ? Listed(PartText.Lines(said))
                : PartChecks.Text(said);

    private static Value Listed(string[] words) =>
        words.Length == 0 ? Value.Nothing : new Value.List([.. words.Select(word => Value.Of(word))]);

    private static string Said(IReadOnlyDictionary<string, string> wished, string name) => wished.GetValueOrDefault(name, "");

    private static long? DaysOf(string text) =>
        long.TryParse(text, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= MostDays ? days : null;
}
