using Microsoft.AspNetCore.Http;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>What a workspace keeps track of: all of it, and one kind.</summary>
internal static class ModelPages
{
    public static IResult Show(Visit visit, string? q)
    {
        var wanted = (q ?? "").Trim();
        var kinds = visit.Reading.Model.Kinds.Values;
        var homes = kinds
            .GroupBy(kind => kind.Category)
            .OrderBy(group => Array.IndexOf(RailLists.Order, group.Key) is >= 0 and var place ? place : RailLists.Order.Length)
            .Select(group => HomeOf(visit, group.Key, [.. group], wanted))
            .Where(home => !home.Lines.IsEmpty);
        var relations = visit
            .Reading.Model.RelationTypes.Values.Where(type => Matches(wanted, type.Title, type.Inverse, type.Symbol))
            .OrderBy(type => type.Title, StringComparer.OrdinalIgnoreCase);
        return Page.Of<ModelPage>(new ModelView(visit, wanted, [.. homes], [.. relations]));
    }

    public static IResult ShowKind(Visit visit, string kind) => Page.Of<ModelKindPage>(KindOf(visit, kind, null));

    /// <summary>The page of a kind, with why something was not done.</summary>
    public static ModelKindView KindOf(Visit visit, string symbol, Fault? problem)
    {
        var kind =
            visit.Reading.Model.FindKind(symbol) ?? throw new FaultException(ServerFaults.NoKindHere(symbol, visit.Reading));
        var part = visit.Reading.Find(kind.Id)!;
        var fields = kind
            .Fields.Values.Select(field => (Field: field, Part: visit.Reading.Find(field.Id)!))
            .Select(field => new ModelField(field.Field, field.Part, KindParts.OwnerOf(field.Part) ?? part))
            .OrderBy(field => field.Field.Order)
            .ThenBy(field => field.Field.Symbol, StringComparer.Ordinal)
            .ToArray();
        var pack = part["pack"].AsText is { } name ? visit.Reading.Find(EntityRef.Of(MetaKinds.Pack, name)) : null;
        return new(
            visit,
            part,
            kind,
            [.. fields.Where(field => field.Owner.Id == part.Id)],
            [.. fields.Where(field => field.Owner.Id != part.Id)],
            [.. RelationChoices.For(visit.Reading.Model, symbol)],
            pack,
            [.. ChangedOf(visit, pack, part, fields)],
            problem
        );
    }

    private static IEnumerable<AdoptionStep.Kept> ChangedOf(Visit visit, Entity? pack, Entity part, ModelField[] fields)
    {
        if (
            pack is null
            || InstalledPack.Of(visit.Reading).FirstOrDefault(known => known.Name == pack.Ref?.Key)?.Definition is not { } known
        )
            return [];
        var parts = fields.Where(field => field.Owner.Id == part.Id).Select(field => field.Part.Ref).Append(part.Ref).ToHashSet();
        return Adopting.ChangedHere(visit.Reading, known).Where(kept => parts.Contains(kept.Part));
    }

    private static ModelHome HomeOf(Visit visit, string category, Kind[] kinds, string wanted)
    {
        List<ModelLine> lines = [];
        var here = kinds.ToDictionary(kind => kind.Symbol);
        foreach (var root in InOrder(kinds.Where(kind => !kind.Ancestors.Any(here.ContainsKey))))
            Add(root, 0);
        return new(
            category,
            category.Length == 0 ? "Other" : visit.Words.Category(category),
            lines.FirstOrDefault(line => line is { Depth: 0, Kind.IsAbstract: true })?.Kind.Symbol,
            wanted.Length == 0
                ? [.. lines]
                :
                [
                    .. lines
                        .Where(line => Matches(wanted, line.Kind.Title, line.Kind.Plural, line.Kind.Symbol))
                        .Select(line => line with { Depth = 0 }),
                ]
        );

        // A kind under two others stands under the first.
        void Add(Kind kind, int depth)
        {
            if (lines.Any(line => line.Kind == kind))
                return;
            lines.Add(new(kind, depth, CountOf(visit, kind), !kind.IsAbstract && !Waking.IsAwake(visit.Reading, kind)));
            foreach (var below in InOrder(kinds.Where(other => other.Ancestors.FirstOrDefault(here.ContainsKey) == kind.Symbol)))
                Add(below, depth + 1);
        }
    }

    private static IEnumerable<Kind> InOrder(IEnumerable<Kind> kinds) =>
        kinds.OrderBy(kind => kind.Title, StringComparer.OrdinalIgnoreCase);

    // People are never counted (vision, "What it must never become").
    private static int? CountOf(Visit visit, Kind kind) =>
        kind.IsAbstract || kind.IsA("person") ? null : visit.Reading.CountWithLabel(kind.Symbol);

    private static bool Matches(string wanted, params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            if (text.Contains(wanted, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return wanted.Length == 0;
    }
}
