using System.Collections.Immutable;
using System.Globalization;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Adds kinds and changes what they say and where they stand.</summary>
public static class KindShaping
{
    private const long MostDays = 36_500;

    // Numbers of days that people say of a kind.
    private static readonly string[] Spans = [PartText.HalfLife, PartText.ReviewEvery];

    // What every kind has from the kinds above it, each saying it for itself.
    private static readonly string[] Inherited = ["category", "lifecycle", "temporality", "grounding", .. Spans];

    /// <summary>A new kind.</summary>
    /// <param name="reading">The workspace now.</param>
    /// <param name="wished">Texts by the names of <see cref="PartText"/>.</param>
    /// <returns>The change, and the symbol that it gives the kind.</returns>
    public static (PartChange Change, string Symbol) Add(Reading reading, IReadOnlyDictionary<string, string> wished)
    {
        var problems = PartChecks
            .OfTexts(wished, Others(reading, null))
            .Append(OfParent(reading, wished.GetValueOrDefault(PartText.Parent, "")))
            .Concat(OfSpans(wished))
            .ToList();
        if (problems.Any(problem => problem.Fault is not null))
            return (PartChange.Refused(problems), "");
        var (title, parent) = (wished[PartText.Title], Find(reading, wished.GetValueOrDefault(PartText.Parent, "")));
        var symbol = Symbols.Fresh(reading, MetaKinds.Kind, title);
        (string, Value)[] own =
        [
            ("plural", PartChecks.Text(wished.GetValueOrDefault(PartText.Plural, ""))),
            ("description", PartChecks.Text(wished.GetValueOrDefault(PartText.Description, ""))),
            ("abstract", Value.Of(false)),
            ("tier", Value.Of("custom")),
        ];
        var inherited = Inherited.Select(field =>
            (
                field,
                Spans.Contains(field) && DaysOf(wished.GetValueOrDefault(field, "")) is { } days
                    ? Value.Of(days)
                    : parent?[field]
                        ?? (
                            field == "category" ? PartChecks.Text(wished.GetValueOrDefault(PartText.Category, "")) : Value.Nothing
                        )
            )
        );
        var kind = PackCommands.Entity(MetaKinds.Kind, symbol, title, [.. own, .. inherited]);
        return (
            parent is null
                ? PartChange.Of([kind, .. TitleOf(symbol)])
                : PartChange.Of([kind, Tie(kind.Subject, $"kind:{symbol}", "is-a", parent)]),
            symbol
        );
    }

    /// <summary>Changes what a kind says and where it stands; what is not wished stays.</summary>
    /// <param name="reading">The workspace now.</param>
    /// <param name="kind">The kind's entity.</param>
    /// <param name="wished">Texts by the names of <see cref="PartText"/>.</param>
    public static PartChange Change(Reading reading, Entity kind, IReadOnlyDictionary<string, string> wished)
    {
        var now = PartText.Of(kind);
        var changed = wished.Where(text => now.GetValueOrDefault(text.Key) != text.Value).ToDictionary(StringComparer.Ordinal);
        var problems = PartChecks.OfTexts(changed, Others(reading, kind)).Concat(OfSpans(changed)).ToList();
        var moves = changed.TryGetValue(PartText.Parent, out var parent);
        if (moves)
            problems.Add(OfMove(reading, kind, parent!));
        if (problems.Any(problem => problem.Fault is not null))
            return PartChange.Refused(problems);
        IEnumerable<GraphCommand> texts = ((string[])[PartText.Title, PartText.Plural, PartText.Description])
            .Where(changed.ContainsKey)
            .Select(field => PartChecks.Set(kind, field, PartChecks.Text(changed[field])));
        var spans = Spans.Where(changed.ContainsKey).SelectMany(span => Spread(reading, kind, span, changed[span]));
        return PartChange.Of(texts.Concat(moves ? Move(reading, kind, Find(reading, parent!)) : []).Concat(spans));
    }

    /// <summary>Offers a part of the model no more, or again.</summary>
    public static PartChange Hide(Entity part, bool isHidden) =>
        PartChange.Of(PartChecks.Set(part, "hidden", isHidden ? Value.Of(true) : Value.Nothing));

    internal static Entity? Find(Reading reading, string symbol) =>
        symbol.Length == 0 ? null : reading.WithLabel(MetaKinds.Kind).FirstOrDefault(kind => PartText.SymbolOf(kind) == symbol);

    // A tie that was there before comes back: its id is taken.
    internal static GraphCommand Tie(Reading? reading, Id from, string fromRef, string type, Entity to)
    {
        var id = PackCommands.ModelId($"{fromRef} {type} kind:{PartText.SymbolOf(to)}");
        return reading?.FindRelationAnyTime(id) is null
            ? new GraphCommand.Relate(id, type, from, to.Id, Properties.None, Validity.Always)
            : new GraphCommand.Restore(id, Validity.Always);
    }

    private static GraphCommand Tie(Id from, string fromRef, string type, Entity to) => Tie(null, from, fromRef, type, to);

    private static IEnumerable<(string Name, Fault? Fault)> OfSpans(IReadOnlyDictionary<string, string> wished) =>
        Spans
            .Where(span => wished.GetValueOrDefault(span, "") is { Length: > 0 } text && DaysOf(text) is null)
            .Select(span => (span, (Fault?)ShapeFaults.NoDays(wished[span])));

    private static long? DaysOf(string text) =>
        long.TryParse(text, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= MostDays ? days : null;

    // Kinds below that had it from here go along.
    private static IEnumerable<GraphCommand> Spread(Reading reading, Entity kind, string span, string text)
    {
        var (was, now) = (kind[span], DaysOf(text) is { } days ? Value.Of(days) : Value.Nothing);
        return reading
            .Model.WithDescendants(PartText.SymbolOf(kind))
            .Select(symbol => Find(reading, symbol))
            .OfType<Entity>()
            .Where(one => one[span] == was)
            .Select(one => PartChecks.Set(one, span, now));
    }

    private static IEnumerable<GraphCommand> TitleOf(string symbol)
    {
        var field = PackCommands.Entity(
            MetaKinds.Field,
            $"{symbol}.title",
            "Title",
            ("symbol", Value.Of("title")),
            ("field-kind", Value.Of(FieldKinds.Name(FieldKind.Text))),
            ("required", Value.Of("always")),
            ("order", Value.Of(0L))
        );
        return
        [
            field,
            new GraphCommand.Relate(
                PackCommands.ModelId($"kind:{symbol} has-field field:{symbol}.title"),
                "has-field",
                PackCommands.ModelId($"kind:{symbol}"),
                field.Subject,
                Properties.None,
                Validity.Always
            ),
        ];
    }

    private static IEnumerable<(string, string)> Others(Reading reading, Entity? but) =>
        reading
            .WithLabel(MetaKinds.Kind)
            .Where(kind => kind.Id != but?.Id)
            .Select(kind => (kind.Title, $"the kind '{PartText.SymbolOf(kind)}'"));

    private static (string Name, Fault? Fault) OfParent(Reading reading, string parent) =>
        (
            PartText.Parent,
            parent.Length == 0 || Find(reading, parent) is not null
                ? null
                : ShapeFaults.NotOneOf("kind", parent, reading.Model.Kinds.Keys.Order(StringComparer.Ordinal))
        );

    private static (string Name, Fault? Fault) OfMove(Reading reading, Entity kind, string parent)
    {
        var symbol = PartText.SymbolOf(kind);
        if (OfParent(reading, parent) is { Fault: not null } unknown)
            return unknown;
        if (reading.Model.FindKind(parent)?.IsA(symbol) == true)
            return (PartText.Parent, ShapeFaults.OwnAncestor(kind.Title, reading.Model.FindKind(parent)!.Title));
        return (
            PartText.Parent,
            Losses(reading, symbol, parent) is { Length: > 0 } lost ? ShapeFaults.WouldLose(kind.Title, lost) : null
        );
    }

    // Fields with values that it has from where it stands now, and would not have there.
    private static string[] Losses(Reading reading, string symbol, string parent)
    {
        var model = reading.Model;
        var own = KindParts.OwnFields(Find(reading, symbol)!).Select(PartText.SymbolOf).ToHashSet(StringComparer.Ordinal);
        var there = model.FindKind(parent)?.Fields;
        return
        [
            .. model
                .FindKind(symbol)!
                .Fields.Values.Where(field => !own.Contains(field.Symbol) && there?.ContainsKey(field.Symbol) != true)
                .Where(field => model.WithDescendants(symbol).Any(kind => reading.EveryValue(kind, field.Symbol).Any()))
                .Select(field => field.Title),
        ];
    }

    private static IEnumerable<GraphCommand> Move(Reading reading, Entity kind, Entity? parent)
    {
        foreach (var tie in kind.Relations(Direction.Out, "is-a"))
            yield return new GraphCommand.Retire(tie.Id, Validity.Always);
        if (parent is not null)
            yield return Tie(reading, kind.Id, $"kind:{PartText.SymbolOf(kind)}", "is-a", parent);
        // What it and those below it have from above is what stands above them now.
        var above = kind.Relations(Direction.Out, "is-a").Select(tie => tie.To).OfType<Entity>().ToArray();
        var below = reading
            .Model.WithDescendants(PartText.SymbolOf(kind))
            .Select(symbol => Find(reading, symbol))
            .OfType<Entity>()
            .ToArray();
        foreach (var field in Inherited)
        {
            var (was, now) = (kind[field], parent?[field] ?? (field == "category" ? kind[field] : Value.Nothing));
            if (was == now || !(above.Length == 0 || was.IsNothing || above.Any(a => a[field] == was)))
                continue;
            foreach (var one in below.Where(one => one[field] == was))
                yield return PartChecks.Set(one, field, now);
        }
    }
}
