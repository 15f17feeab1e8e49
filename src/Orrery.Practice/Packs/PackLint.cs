using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Whether what a pack says with names agrees with what those names are, once every name is known.</summary>
/// <param name="pack">The pack that is judged.</param>
/// <param name="within">That pack and all it needs, and nothing else.</param>
/// <param name="texts">Judges queries; made once for all packs, since it needs a model.</param>
internal sealed class PackLint(Pack pack, Catalogue within, GuardedTexts texts)
{
    public static IEnumerable<Fault> Use(Pack pack, Catalogue within, GuardedTexts texts)
    {
        var lint = new PackLint(pack, within, texts);
        return [.. lint.Ends(), .. lint.States(), .. lint.Gates(), .. lint.Words(), .. lint.Examples(), .. lint.Guarded()];
    }

    private IEnumerable<Fault> Ends() =>
        from more in pack.Extensions
        let type = within.Packs.SelectMany(p => p.RelationTypes).FirstOrDefault(r => r.Symbol == more.Symbol)
        from fault in Ends(more, type)
        select fault;

    private static IEnumerable<Fault> Ends(PackExtension more, RelationTypeDefinition? type)
    {
        if (!more.From.IsEmpty && type is null or { From.IsEmpty: true })
            yield return PackFaults.NoRoom(more.Place, more.Symbol, "start at");
        if (!more.To.IsEmpty && type is null or { To.IsEmpty: true })
            yield return PackFaults.NoRoom(more.Place, more.Symbol, "end at");
    }

    private IEnumerable<Fault> States()
    {
        foreach (var kind in pack.Kinds.Where(k => k.Lifecycle is not (null or KindLifecycle.None)))
        {
            var lifecycle = within.FindLifecycle(kind.Lifecycle!)!;
            var field = within.FindField(kind.Symbol, lifecycle.Field);
            if (field is null)
                yield return PackFaults.BadStates(kind.Place, kind.Symbol, lifecycle.Symbol, $"has no field '{lifecycle.Field}'");
            else if (field.Enumeration != lifecycle.States)
                yield return PackFaults.BadStates(
                    kind.Place,
                    kind.Symbol,
                    lifecycle.Symbol,
                    $"its '{lifecycle.Field}' has options of its own, not those of '{lifecycle.States}'"
                );
        }
    }

    private IEnumerable<Fault> Gates()
    {
        foreach (var lifecycle in pack.Lifecycles)
        {
            var states = within.FindEnumeration(lifecycle.States)!.Options.Select(o => o.Symbol).ToImmutableArray();
            var named = lifecycle.Moves.SelectMany(m => m.To.Prepend(m.From)).Concat(lifecycle.Gates.Select(g => g.State));
            foreach (var state in named.Distinct(StringComparer.Ordinal).Where(s => !states.Contains(s)))
                yield return PackFaults.NotOneOf(lifecycle.Place, $"state of '{lifecycle.Symbol}'", state, states);
            foreach (var gate in lifecycle.Gates)
            foreach (var missing in Missing(lifecycle, gate))
                yield return PackFaults.BadAsk(gate.Place, missing);
        }
    }

    private IEnumerable<string> Missing(LifecycleDefinition lifecycle, LifecycleGate gate)
    {
        var through = within.Kinds.Where(k => within.LifecycleOf(k.Symbol) == lifecycle).ToList();
        bool IsField(string symbol) => through.Exists(k => within.FindField(k.Symbol, symbol) is not null);
        if (gate.Ask is GateAsk.Field { Symbol: var field } && !IsField(field))
            yield return $"no kind that goes through '{lifecycle.Symbol}' has a field '{field}'";
        if (gate.Ask is GateAsk.Relation { Type: var type } && within.FindRelationType(type) is null)
            yield return $"no relation type is called '{type}'";
        if (gate.Unless is { } unless && !IsField(unless))
            yield return $"no kind that goes through '{lifecycle.Symbol}' has a field '{unless}'";
    }

    private IEnumerable<Fault> Words() =>
        pack.Words.SelectMany(c => c.Words).Where(w => !Knows(w.Of)).Select(w => PackFaults.BadWord(w.Place, w.Of));

    private bool Knows(string reference) =>
        reference.Split(':', 2) switch
        {
            ["kind", var kind] => within.FindKind(kind) is not null,
            ["relation-type", var type] => within.FindRelationType(type) is not null,
            ["category", var category] => within.Packs.SelectMany(p => p.Categories).Any(c => c.Symbol == category),
            ["enumeration", var enumeration] => within.FindEnumeration(enumeration) is not null,
            ["view", var view] => within.Packs.SelectMany(p => p.Views).Any(v => v.Symbol == view),
            ["field", var field] => field.Split('.') is [var owner, var symbol]
                && (within.FindKind(owner)?.Fields ?? within.FindRelationType(owner)?.Fields ?? []).Any(f => f.Symbol == symbol),
            _ => false,
        };

    private IEnumerable<Fault> Guarded() =>
        from view in pack.Views
        from banned in texts.In(view.Definition.Query)
        select PackFaults.Banned(view.Place, view.Symbol, banned);

    private IEnumerable<Fault> Examples() => pack.Examples.SelectMany(example => example.Faults(within));
}
