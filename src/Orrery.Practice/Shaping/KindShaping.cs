using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Adds kinds and changes what they say and where they stand.</summary>
public static class KindShaping
{
    /// <summary>A new kind.</summary>
    /// <param name="reading">The workspace now.</param>
    /// <param name="wished">Texts by the names of <see cref="PartText"/>.</param>
    /// <returns>The change, and the symbol that it gives the kind.</returns>
    public static (PartChange Change, string Symbol) Add(Reading reading, IReadOnlyDictionary<string, string> wished)
    {
        var parents = Found(reading, ParentsIn(wished));
        var problems = PartChecks
            .OfTexts(wished, Others(reading, null))
            .Concat(OfParents(reading, wished))
            .Concat(KindTraits.Broken(reading, wished, parents))
            .Concat(KindLifecycle.Broken(reading, null, wished))
            .ToList();
        if (problems.Any(problem => problem.Fault is not null))
            return (PartChange.Refused(problems), "");
        var title = wished[PartText.Title];
        var symbol = Symbols.Fresh(reading, MetaKinds.Kind, title);
        (string, Value)[] own =
        [
            ("plural", PartChecks.Text(wished.GetValueOrDefault(PartText.Plural, ""))),
            ("description", PartChecks.Text(wished.GetValueOrDefault(PartText.Description, ""))),
            ("abstract", Value.Of(false)),
        ];
        var kind = PackCommands.Entity(MetaKinds.Kind, symbol, title, [.. own, .. KindTraits.OfNew(wished, parents)]);
        var ties = parents.Select(parent => Tie(kind.Subject, $"kind:{symbol}", "is-a", parent));
        var states = KindLifecycle.Field(reading, new(kind.Subject, MetaKinds.Kind, symbol), wished, parents);
        return (PartChange.Of([kind, .. parents.Length == 0 ? TitleOf(symbol) : ties, .. states]), symbol);
    }

    /// <summary>Changes what a kind says and where it stands; what is not wished stays.</summary>
    /// <param name="reading">The workspace now.</param>
    /// <param name="kind">The kind's entity.</param>
    /// <param name="wished">Texts by the names of <see cref="PartText"/>.</param>
    public static PartChange Change(Reading reading, Entity kind, IReadOnlyDictionary<string, string> wished)
    {
        var now = PartText.Of(kind);
        var changed = wished
            .Where(text => !IsSame(text.Key, now.GetValueOrDefault(text.Key, ""), text.Value))
            .ToDictionary(StringComparer.Ordinal);
        var wishedParents = ParentsIn(now.SetItems(changed));
        var moves = changed.ContainsKey(PartText.Parent) || changed.ContainsKey(PartText.Also);
        var parents = Found(reading, wishedParents);
        var problems = PartChecks
            .OfTexts(changed, Others(reading, kind))
            .Concat(OfParents(reading, changed))
            .Concat(KindTraits.Broken(reading, changed, parents))
            .Concat(KindLifecycle.Broken(reading, kind, changed))
            .ToList();
        if (moves && problems.TrueForAll(problem => problem.Fault is null))
            problems.Add(OfMove(reading, kind, wishedParents));
        if (problems.Any(problem => problem.Fault is not null))
            return PartChange.Refused(problems);
        IEnumerable<GraphCommand> texts = ((string[])[PartText.Title, PartText.Plural, PartText.Description])
            .Where(changed.ContainsKey)
            .Select(field => PartChecks.Set(kind, field, PartChecks.Text(changed[field])));
        return PartChange.Of(
            texts
                .Concat(moves ? Move(reading, kind, parents, changed.Keys) : [])
                .Concat(KindLifecycle.Field(reading, FieldOwner.Of(kind), changed, parents))
                .Concat(KindTraits.Change(reading, kind, changed, parents))
        );
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

    // What a kind is to be a sort of, first the one whose home it has.
    private static string[] ParentsIn(IReadOnlyDictionary<string, string> texts) =>
        [
            .. PartText
                .Lines(texts.GetValueOrDefault(PartText.Parent, ""))
                .Concat(PartText.Lines(texts.GetValueOrDefault(PartText.Also, "")))
                .Distinct(),
        ];

    private static Entity[] Found(Reading reading, IEnumerable<string> symbols) =>
        [.. symbols.Select(symbol => Find(reading, symbol)).OfType<Entity>()];

    // A form sends what is ticked in its own order.
    private static bool IsSame(string name, string now, string wished) =>
        name is PartText.Also or PartText.Facets
            ? PartText.Lines(now).ToHashSet().SetEquals(PartText.Lines(wished))
            : now == wished;

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

    private static IEnumerable<(string Name, Fault? Fault)> OfParents(
        Reading reading,
        IReadOnlyDictionary<string, string> wished
    ) =>
        from name in (string[])[PartText.Parent, PartText.Also]
        from parent in PartText.Lines(wished.GetValueOrDefault(name, ""))
        where Find(reading, parent) is null
        select (name, (Fault?)ShapeFaults.NotOneOf("kind", parent, reading.Model.Kinds.Keys.Order(StringComparer.Ordinal)));

    private static (string Name, Fault? Fault) OfMove(Reading reading, Entity kind, string[] parents)
    {
        var symbol = PartText.SymbolOf(kind);
        if (parents.Select(reading.Model.FindKind).FirstOrDefault(parent => parent!.IsA(symbol)) is { } below)
            return (
                parents[0] == below.Symbol ? PartText.Parent : PartText.Also,
                ShapeFaults.OwnAncestor(kind.Title, below.Title)
            );
        return (
            PartText.Parent,
            Losses(reading, symbol, parents) is { Length: > 0 } lost ? ShapeFaults.WouldLose(kind.Title, lost) : null
        );
    }

    // Fields with values that it has from where it stands now, and would not have there.
    private static string[] Losses(Reading reading, string symbol, string[] parents)
    {
        var model = reading.Model;
        var own = KindParts.OwnFields(Find(reading, symbol)!).Select(PartText.SymbolOf).ToHashSet(StringComparer.Ordinal);
        var there = parents.SelectMany(parent => model.FindKind(parent)!.Fields.Keys).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. model
                .FindKind(symbol)!
                .Fields.Values.Where(field => !own.Contains(field.Symbol) && !there.Contains(field.Symbol))
                .Where(field => model.WithDescendants(symbol).Any(kind => reading.EveryValue(kind, field.Symbol).Any()))
                .Select(field => field.Title),
        ];
    }

    private static IEnumerable<GraphCommand> Move(
        Reading reading,
        Entity kind,
        Entity[] parents,
        IReadOnlyCollection<string> toldOtherwise
    )
    {
        var ties = kind.Relations(Direction.Out, "is-a").ToArray();
        foreach (var tie in ties.Where(tie => parents.All(parent => parent.Id != tie.ToId)))
            yield return new GraphCommand.Retire(tie.Id, Validity.Always);
        foreach (var parent in parents.Where(parent => ties.All(tie => tie.ToId != parent.Id)))
            yield return Tie(reading, kind.Id, $"kind:{PartText.SymbolOf(kind)}", "is-a", parent);
        // What it and those below it have from above is what stands above them now.
        var above = ties.Select(tie => tie.To).OfType<Entity>().ToArray();
        var below = KindTraits.Family(reading, kind).ToArray();
        foreach (var field in KindTraits.Inherited.Where(field => !toldOtherwise.Contains(field)))
        {
            var from = KindTraits.From(parents, field);
            var (was, now) = (kind[field], from.IsNothing && field == PartText.Category ? kind[field] : from);
            if (was == now || !(above.Length == 0 || was.IsNothing || above.Any(a => a[field] == was)))
                continue;
            foreach (var one in below.Where(one => one[field] == was))
                yield return PartChecks.Set(one, field, now);
        }
    }
}
