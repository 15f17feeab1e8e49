using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Adds fields to kinds and relation types, and changes what they say; what a field holds is changed by a <see cref="FieldChange"/>.</summary>
public static class FieldShaping
{
    /// <summary>When a field is asked for.</summary>
    public static readonly ImmutableArray<string> Requirements = ["never", "on-commit", "always"];

    /// <summary>How forms ask for a field, and between which numbers: what of it goes when it holds something else.</summary>
    internal static readonly ImmutableArray<string> Aids = ["editor", "parts", "part-titles", "ends", "min", "max"];

    /// <summary>A new field, after those that are there.</summary>
    /// <param name="reading">The workspace now.</param>
    /// <param name="owner">A kind or a relation type.</param>
    /// <param name="wished">Texts by the names of <see cref="PartText"/>.</param>
    public static PartChange Add(Reading reading, Entity owner, IReadOnlyDictionary<string, string> wished)
    {
        wished = FieldPresets.Spelled(wished);
        var problems = PartChecks.OfTexts(wished, Others(reading, owner, null)).Concat(OfShape(wished)).ToList();
        if (problems.Any(problem => problem.Fault is not null))
            return PartChange.Refused(problems);
        var symbol = Symbols.Fresh(reading, MetaKinds.Field, wished[PartText.Title], $"{PartText.SymbolOf(owner)}.");
        // A field of the same symbol further up would be hidden by this one, or hide it from those below.
        symbol = Symbols.Fresh(symbol, tried => TakenAround(reading, owner, tried));
        var order = KindParts.OwnFields(owner).Select(KindParts.OrderOf).DefaultIfEmpty(-1).Max() + 1;
        return PartChange.Of(
            Commands(
                FieldOwner.Of(owner),
                symbol,
                wished,
                PartOptions.Read(wished.GetValueOrDefault(PartText.Options, ""), []),
                order
            )
        );
    }

    /// <summary>Changes what a field says; what is not wished stays. Of choices, those in use stay.</summary>
    /// <param name="reading">The workspace now.</param>
    /// <param name="field">The field's entity.</param>
    /// <param name="wished">Texts by the names of <see cref="PartText"/>; what it holds is not changed here.</param>
    public static PartChange Change(Reading reading, Entity field, IReadOnlyDictionary<string, string> wished)
    {
        var now = PartText.Of(field);
        var changed = wished
            .Where(text => text.Key != PartText.Holds && now.GetValueOrDefault(text.Key) != text.Value)
            .ToDictionary(StringComparer.Ordinal);
        var (known, options) = (PartOptions.Of(field), ImmutableArray<FieldOption>.Empty);
        var owner = KindParts.OwnerOf(field);
        var problems = PartChecks.OfTexts(changed, owner is null ? [] : Others(reading, owner, field)).ToList();
        if (changed.TryGetValue(PartText.Required, out var required))
            problems.Add(OfRequired(required));
        if (changed.TryGetValue(PartText.Options, out var typed))
        {
            options = PartOptions.Read(typed, known);
            problems.Add((PartText.Options, OfOptions(options) ?? Taken(reading, field, known, options)));
        }

        if (changed.Keys.Any(FieldAsking.Names.Contains))
            problems.AddRange(OfAsking(reading, field, now.SetItems(changed)));

        if (problems.Any(problem => problem.Fault is not null))
            return PartChange.Refused(problems);
        var (symbols, titles) = PartOptions.ToValues(options);
        return PartChange.Of(
            changed.SelectMany(text =>
                text.Key == PartText.Options
                    ? [PartChecks.Set(field, "options", symbols), PartChecks.Set(field, "option-titles", titles)]
                : FieldAsking.Names.Contains(text.Key)
                    ? FieldAsking
                        .Values(now.SetItems(changed), [text.Key])
                        .Select(kept => (GraphCommand)PartChecks.Set(field, kept.Field, kept.Value))
                : [PartChecks.Set(field, text.Key, PartChecks.Text(text.Value))]
            )
        );
    }

    /// <summary>Moves a field among those of its owner.</summary>
    /// <param name="field">The field's entity.</param>
    /// <param name="steps">-1 up, 1 down.</param>
    public static PartChange Move(Entity field, int steps)
    {
        if (KindParts.OwnerOf(field) is not { } owner)
            return PartChange.Of();
        var fields = KindParts.OwnFields(owner).ToList();
        var at = fields.FindIndex(one => one.Id == field.Id);
        if (at < 0 || at + steps < 0 || at + steps >= fields.Count)
            return PartChange.Of();
        var places = fields.Select(KindParts.OrderOf).ToArray();
        // Several may have one place, as imported fields do: then all get one of their own.
        if (places.Distinct().Count() != places.Length)
            places = [.. Enumerable.Range(0, places.Length).Select(i => (long)i)];
        (fields[at], fields[at + steps]) = (fields[at + steps], fields[at]);
        return PartChange.Of(
            fields
                .Zip(places)
                .Where(placed => KindParts.OrderOf(placed.First) != placed.Second)
                .Select(placed => PartChecks.Set(placed.First, "order", Value.Of(placed.Second)))
        );
    }

    internal static IEnumerable<GraphCommand> Commands(
        FieldOwner owner,
        string symbol,
        IReadOnlyDictionary<string, string> wished,
        ImmutableArray<FieldOption> options,
        long order
    )
    {
        var (symbols, titles) = PartOptions.ToValues(options);
        var isPersonal = wished.GetValueOrDefault("personal") == "yes";
        (string, Value)[] said =
        [
            ("field-kind", Value.Of(wished[PartText.Holds])),
            ("unit", PartChecks.Text(wished.GetValueOrDefault(PartText.Unit, ""))),
            ("options", symbols),
            ("option-titles", titles),
            ("personal", Value.Of(isPersonal)),
            ("required", Value.Of(wished.GetValueOrDefault(PartText.Required, "never"))),
            ("order", Value.Of(order)),
            ("description", PartChecks.Text(wished.GetValueOrDefault(PartText.Description, ""))),
            .. FieldAsking.Values(wished, FieldAsking.Names),
        ];
        return Made(owner, symbol, wished[PartText.Title], said);
    }

    /// <summary>A field that says so, and that it is its owner's.</summary>
    internal static IEnumerable<GraphCommand> Made(FieldOwner owner, string symbol, string title, (string, Value)[] said)
    {
        var key = $"{owner.Symbol}.{symbol}";
        var field = PackCommands.Entity(MetaKinds.Field, key, title, [("symbol", Value.Of(symbol)), .. said]);
        return
        [
            field,
            new GraphCommand.Relate(
                PackCommands.ModelId($"{owner.Kind}:{owner.Symbol} has-field field:{key}"),
                "has-field",
                owner.Id,
                field.Subject,
                Properties.None,
                Validity.Always
            ),
        ];
    }

    /// <summary>Whether a field of that symbol stands at a kind, above it or below it.</summary>
    internal static bool TakenAround(Reading reading, Entity owner, string symbol)
    {
        if (owner.Kind != MetaKinds.Kind)
            return reading.Model.FindRelationType(PartText.SymbolOf(owner))?.Fields.ContainsKey(symbol) == true;
        return reading
            .Model.WithDescendants(PartText.SymbolOf(owner))
            .Any(kind => reading.Model.FindKind(kind)?.Fields.ContainsKey(symbol) == true);
    }

    private static IEnumerable<(string, string)> Others(Reading reading, Entity owner, Entity? but)
    {
        var fields =
            owner.Kind == MetaKinds.Kind
                ? reading.Model.FindKind(PartText.SymbolOf(owner))?.Fields.Values
                : reading.Model.FindRelationType(PartText.SymbolOf(owner))?.Fields.Values;
        return (fields ?? []).Where(field => field.Id != but?.Id).Select(field => (field.Title, $"the field '{field.Symbol}'"));
    }

    private static IEnumerable<(string Name, Fault? Fault)> OfShape(IReadOnlyDictionary<string, string> wished)
    {
        var holds = wished.GetValueOrDefault(PartText.Holds, "");
        if (!FieldKinds.TryParse(holds, out var kind))
        {
            yield return (PartText.Holds, ShapeFaults.NotOneOf("kind of value", holds, FieldKinds.Names));
            yield break;
        }

        if (kind is FieldKind.Enum or FieldKind.MultiEnum)
            yield return (PartText.Options, OfOptions(PartOptions.Read(wished.GetValueOrDefault(PartText.Options, ""), [])));
        yield return OfRequired(wished.GetValueOrDefault(PartText.Required, "never"));
        foreach (var problem in FieldAsking.Problems(kind, wished))
            yield return problem;
    }

    private static List<(string, Fault?)> OfAsking(Reading reading, Entity field, ImmutableSortedDictionary<string, string> texts)
    {
        var kind = FieldKinds.TryParse(texts[PartText.Holds], out var known) ? known : FieldKind.Text;
        var problems = FieldAsking.Problems(kind, texts).ToList();
        var range = FieldAsking.RangeOf(texts);
        if (
            problems.Count == 0
            && range != FieldRanges.Of(field)
            && FieldRanges.Beyond(reading, field, range) is > 0 and var beyond
        )
            problems.Add((range.Max is null ? PartText.Min : PartText.Max, ShapeFaults.BeyondRange(beyond, range.Words)));
        return problems;
    }

    private static (string, Fault?) OfRequired(string required) =>
        (
            PartText.Required,
            Requirements.Contains(required) ? null : ShapeFaults.NotOneOf("time to ask for a field", required, Requirements)
        );

    private static Fault? OfOptions(ImmutableArray<FieldOption> options) =>
        options.IsEmpty ? ShapeFaults.NoOptions()
        : options.Length > PartOptions.Most ? ShapeFaults.TooManyOptions(PartOptions.Most)
        : null;

    private static Fault? Taken(
        Reading reading,
        Entity field,
        ImmutableArray<FieldOption> known,
        ImmutableArray<FieldOption> wished
    )
    {
        var gone = known.Where(option => wished.All(kept => kept.Symbol != option.Symbol)).ToArray();
        if (gone.Length == 0)
            return null;
        var uses = FieldValues
            .Of(reading, field)
            .SelectMany(held => held.Fact.Value is Value.List list ? list.Items.AsEnumerable() : [held.Fact.Value])
            .Select(value => value.AsText)
            .OfType<string>()
            .CountBy(text => text)
            .ToDictionary(StringComparer.Ordinal);
        return gone.FirstOrDefault(option => uses.ContainsKey(option.Symbol)) is { } used
            ? ShapeFaults.OptionInUse(used.Title, uses[used.Symbol])
            : null;
    }
}
