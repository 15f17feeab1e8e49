using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Goes through what entering a state asks for.</summary>
internal static class Checklist
{
    public static Step Step(Ahead at, Id thing, Lifecycle lifecycle, string? from, string to) =>
        new(thing, at.NameOf(thing), lifecycle, from, to, [.. Lines(at, thing, lifecycle, from, to)]);

    private static IEnumerable<Demand> Lines(Ahead at, Id thing, Lifecycle lifecycle, string? from, string to)
    {
        if (from == to || at.Reading.Model.FindKind(at.KindOf(thing)) is not { } kind)
            return [];
        var gates = lifecycle.Definition.Gates.Where(gate => gate.AfterDays is null).ToImmutableArray();
        return lifecycle
            .WayTo(from, to)
            .SelectMany(state =>
                gates
                    .Where(gate => gate.State == state && Concerns(at.Reading.Model, kind, gate))
                    .Select(gate => new Demand(state, gate.Title, gate.Ask, gate.Unless, Find(at, thing, gate.Ask, gate.Unless)))
                    .Concat(state == Commits(lifecycle, gates) ? OnCommit(at, thing, kind, state, gates) : [])
            );
    }

    /// <summary>What is asked some days after a state was entered, and whether it is there. A second line that asks the same asks for a second one.</summary>
    public static IEnumerable<(LifecycleGate Line, bool IsThere)> Later(Ahead at, Id thing, Lifecycle lifecycle, string state)
    {
        if (at.Reading.Model.FindKind(at.KindOf(thing)) is not { } kind)
            yield break;
        var asked = new Dictionary<GateAsk, int>();
        foreach (var line in lifecycle.Definition.Gates.Where(gate => gate.State == state && gate.AfterDays is not null))
        {
            if (!Concerns(at.Reading.Model, kind, line))
                continue;
            var needed = asked[line.Ask] = asked.GetValueOrDefault(line.Ask) + 1;
            yield return (
                line,
                Find(at, thing, line.Ask, line.Unless) switch
                {
                    Finding.Linked { Relations: var found } => found.Length >= needed,
                    Finding.Missing => false,
                    _ => true,
                }
            );
        }
    }

    /// <summary>The states in which something is asked later of things of a kind.</summary>
    public static IEnumerable<string> LaterOf(Model model, Kind kind, Lifecycle lifecycle) =>
        lifecycle
            .Definition.Gates.Where(gate => gate.AfterDays is not null && Concerns(model, kind, gate))
            .Select(gate => gate.State)
            .Distinct();

    // A kind without the field is not asked for it; one that has no way to say "on purpose not" is not asked either.
    private static bool Concerns(Model model, Kind kind, LifecycleGate gate) =>
        (gate.Unless is null || kind.Fields.ContainsKey(gate.Unless))
        && gate.Ask switch
        {
            GateAsk.Field field => kind.Fields.ContainsKey(field.Symbol),
            GateAsk.Relation relation => model.FindRelationType(relation.Type) is { } type
                && (Fits(kind, type, relation.Direction) || (type.IsSymmetric && Fits(kind, type, Opposite(relation.Direction)))),
            _ => false,
        };

    private static bool Fits(Kind kind, RelationType type, Direction direction) =>
        (direction == Direction.Out ? type.FromKinds : type.ToKinds) is var ends && (ends.IsEmpty || ends.Any(kind.IsA));

    private static Direction Opposite(Direction direction) => direction == Direction.Out ? Direction.In : Direction.Out;

    /// <summary>The state in which a thing is committed to: the first that asks for something beforehand, but for the one it begins in.</summary>
    private static string? Commits(Lifecycle lifecycle, ImmutableArray<LifecycleGate> gates) =>
        lifecycle.States.Skip(1).FirstOrDefault(state => gates.Any(gate => gate.State == state));

    // Fields that their definition asks for on commitment, and no line of the lifecycle does.
    private static IEnumerable<Demand> OnCommit(
        Ahead at,
        Id thing,
        Kind kind,
        string state,
        ImmutableArray<LifecycleGate> gates
    ) =>
        Lifecycles
            .Of(at.Reading)
            .AskedOnCommit(kind.Symbol)
            .Where(field => !gates.Any(gate => gate.State == state && gate.Ask == new GateAsk.Field(field)))
            .Select(field => new GateAsk.Field(field))
            .Select(ask => new Demand(state, kind.Fields[ask.Symbol].Title, ask, null, Find(at, thing, ask, null)));

    private static Finding Find(Ahead at, Id thing, GateAsk ask, string? unless)
    {
        switch (ask)
        {
            case GateAsk.Field field when at.ValueOf(thing, field.Symbol) is var value && Says(value):
                return new Finding.Said(value);
            case GateAsk.Field field when at.HasObservations(thing, field.Symbol):
                return new Finding.Said(Value.Nothing);
            case GateAsk.Relation relation when at.RelationsOf(thing, relation).ToImmutableArray() is { IsEmpty: false } found:
                return new Finding.Linked(found);
            default:
                return unless is not null && at.ValueOf(thing, unless) is var reason && Excuses(reason)
                    ? new Finding.Waived(reason)
                    : new Finding.Missing();
        }
    }

    private static bool Says(Value value) =>
        value switch
        {
            Value.Null => false,
            Value.Text text => !string.IsNullOrWhiteSpace(text.Characters),
            Value.List list => list.Items.Any(Says),
            Value.Map map => map.Entries.Values.Any(Says),
            Value.Period period => period.Start is not null || period.End is not null,
            Value.Interval range => range.Low is not null || range.High is not null,
            _ => true,
        };

    // "Unstaffed on purpose: no" is no reason.
    private static bool Excuses(Value reason) => reason is not Value.Bool { Flag: false } && Says(reason);
}
