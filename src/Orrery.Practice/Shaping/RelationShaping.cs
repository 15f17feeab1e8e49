using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Adds relation types and changes what they say, what they join and how many there may be.</summary>
public static class RelationShaping
{
    /// <summary>A new type of relation.</summary>
    /// <param name="reading">The workspace now.</param>
    /// <param name="wished">Texts by the names of <see cref="PartText"/>.</param>
    /// <returns>The change, and the symbol that it gives the type.</returns>
    public static (PartChange Change, string Symbol) Add(Reading reading, IReadOnlyDictionary<string, string> wished)
    {
        var problems = PartChecks.OfTexts(wished, Others(reading, null)).Concat(OfEnds(reading, wished)).ToList();
        if (problems.Any(problem => problem.Fault is not null))
            return (PartChange.Refused(problems), "");
        var symbol = Symbols.Fresh(reading, MetaKinds.RelationType, wished[PartText.Title]);
        var (from, to) = PartText.Limits(wished.GetValueOrDefault(PartText.Count, "many"));
        (string, Value)[] said =
        [
            ("inverse", PartChecks.Text(wished.GetValueOrDefault(PartText.Inverse, ""))),
            ("description", PartChecks.Text(wished.GetValueOrDefault(PartText.Description, ""))),
            ("from-max", Limit(from)),
            ("to-max", Limit(to)),
            ("causal", Yes(wished.GetValueOrDefault(PartText.Causal, ""))),
            .. PartText.Flags.Select(flag => (flag, Yes(wished.GetValueOrDefault(flag, "")))),
        ];
        var type = PackCommands.Entity(MetaKinds.RelationType, symbol, wished[PartText.Title], said);
        var ends = new[] { (PartText.From, "from-kind"), (PartText.To, "to-kind") }.SelectMany(end =>
            PartText
                .Lines(wished.GetValueOrDefault(end.Item1, ""))
                .Distinct()
                .Select(kind => Tie(null, type.Subject, symbol, end.Item2, KindShaping.Find(reading, kind)!))
        );
        var fields = Yes(wished.GetValueOrDefault(PartText.Causal, "")).IsNothing
            ? []
            : CausalFields.Missing(new(type.Subject, MetaKinds.RelationType, symbol), _ => false, -1);
        return (PartChange.Of(ends.Prepend(type).Concat(fields)), symbol);
    }

    /// <summary>Changes what a type says, joins and allows; what is not wished stays. Refused where relations that are there would break it.</summary>
    public static PartChange Change(Reading reading, Entity type, IReadOnlyDictionary<string, string> wished)
    {
        var now = PartText.Of(type);
        var changed = wished
            .Where(text => !IsSame(text.Key, now.GetValueOrDefault(text.Key, ""), text.Value))
            .ToDictionary(StringComparer.Ordinal);
        var problems = PartChecks.OfTexts(changed, Others(reading, type)).Concat(OfEnds(reading, changed)).ToList();
        if (problems.TrueForAll(problem => problem.Fault is null))
            problems.AddRange(new RelationLimits(reading, PartText.SymbolOf(type)).Broken(changed));
        if (problems.Any(problem => problem.Fault is not null))
            return PartChange.Refused(problems);
        return PartChange.Of(changed.SelectMany(text => Commands(reading, type, text.Key, text.Value)));
    }

    private static IEnumerable<GraphCommand> Commands(Reading reading, Entity type, string name, string text)
    {
        switch (name)
        {
            case PartText.From:
                return Ends(reading, type, "from-kind", text);
            case PartText.To:
                return Ends(reading, type, "to-kind", text);
            case PartText.Count:
                var (from, to) = PartText.Limits(text);
                return [PartChecks.Set(type, "from-max", Limit(from)), PartChecks.Set(type, "to-max", Limit(to))];
            case PartText.Causal:
                return [PartChecks.Set(type, "causal", Yes(text)), .. Yes(text).IsNothing ? [] : MissingFields(reading, type)];
            case var flag when PartText.Flags.Contains(flag):
                return [PartChecks.Set(type, flag, Yes(text))];
            default:
                return [PartChecks.Set(type, name, PartChecks.Text(text))];
        }
    }

    private static IEnumerable<GraphCommand> MissingFields(Reading reading, Entity type) =>
        CausalFields.Missing(
            FieldOwner.Of(type),
            field => reading.Model.FindRelationType(PartText.SymbolOf(type))?.Fields.ContainsKey(field) == true,
            KindParts.OwnFields(type).Select(KindParts.OrderOf).DefaultIfEmpty(-1).Max()
        );

    private static Value Yes(string text) => text == "yes" ? Value.Of(true) : Value.Nothing;

    private static IEnumerable<GraphCommand> Ends(Reading reading, Entity type, string tie, string text)
    {
        var (wished, there) = (PartText.Lines(text).Distinct().ToArray(), PartText.Lines(PartText.Tied(type, tie)));
        return
        [
            .. type.Relations(Direction.Out, tie)
                .Where(end => end.To is { } kind && !wished.Contains(PartText.SymbolOf(kind)))
                .Select(end => new GraphCommand.Retire(end.Id, Validity.Always)),
            .. wished
                .Except(there)
                .Select(kind => Tie(reading, type.Id, PartText.SymbolOf(type), tie, KindShaping.Find(reading, kind)!)),
        ];
    }

    private static GraphCommand Tie(Reading? reading, Id type, string symbol, string tie, Entity kind) =>
        KindShaping.Tie(reading, type, $"relation-type:{symbol}", tie, kind);

    private static bool IsSame(string name, string now, string wished) =>
        name is PartText.From or PartText.To ? PartText.Lines(now).ToHashSet().SetEquals(PartText.Lines(wished)) : now == wished;

    private static IEnumerable<(string Name, Fault? Fault)> OfEnds(Reading reading, IReadOnlyDictionary<string, string> wished)
    {
        foreach (var end in (string[])[PartText.From, PartText.To])
        {
            foreach (
                var kind in PartText
                    .Lines(wished.GetValueOrDefault(end, ""))
                    .Where(kind => KindShaping.Find(reading, kind) is null)
            )
                yield return (end, ShapeFaults.NotOneOf("kind", kind, reading.Model.Kinds.Keys.Order(StringComparer.Ordinal)));
        }

        if (wished.TryGetValue(PartText.Count, out var count) && !PartText.Counts.Contains(count))
            yield return (PartText.Count, ShapeFaults.NotOneOf("number of relations", count, PartText.Counts));
    }

    private static IEnumerable<(string, string)> Others(Reading reading, Entity? but) =>
        reading
            .WithLabel(MetaKinds.RelationType)
            .Where(type => type.Id != but?.Id)
            .Select(type => (type.Title, $"the relation '{PartText.SymbolOf(type)}'"));

    private static Value Limit(long? most) => most is { } number ? Value.Of(number) : Value.Nothing;
}
