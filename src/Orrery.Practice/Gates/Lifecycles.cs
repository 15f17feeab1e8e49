using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Which kinds go through which lifecycle, as a workspace has it now. Like the rest of the model it holds always.</summary>
/// <remarks>Made once a model, then kept.</remarks>
public sealed class Lifecycles
{
    private static readonly ConditionalWeakTable<Model, Lifecycles> Known = [];

    private readonly FrozenDictionary<string, Lifecycle> _ofKinds;
    private readonly FrozenDictionary<string, ImmutableArray<string>> _askedOnCommit;
    private readonly FrozenDictionary<string, FrozenSet<string>> _askingLater;
    private readonly FrozenSet<string> _fields;

    private Lifecycles(Reading reading)
    {
        var all = reading
            .WithLabel(MetaKinds.Lifecycle)
            .Select(entity => new Lifecycle(entity.Id, LifecycleReading.Of(entity), LifecycleReading.StatesOf(entity)))
            .Where(lifecycle => !lifecycle.States.IsEmpty)
            .DistinctBy(lifecycle => lifecycle.Definition.Symbol)
            .ToDictionary(lifecycle => lifecycle.Definition.Symbol, StringComparer.Ordinal);
        var named = reading
            .WithLabel(MetaKinds.Kind)
            .Where(kind => kind["lifecycle"].AsText is not null)
            .DistinctBy(SymbolOf)
            .ToDictionary(SymbolOf, kind => kind["lifecycle"].AsText!, StringComparer.Ordinal);
        _ofKinds = reading
            .Model.Kinds.Values.Select(kind => (kind, lifecycle: Find(kind, named, all)))
            .Where(found => found.lifecycle is not null)
            .ToFrozenDictionary(found => found.kind.Symbol, found => found.lifecycle!);
        _fields = _ofKinds.Values.Select(lifecycle => lifecycle.Field).ToFrozenSet(StringComparer.Ordinal);
        _askingLater = _ofKinds.ToFrozenDictionary(
            found => found.Key,
            found =>
                Checklist.LaterOf(reading.Model, reading.Model.Kinds[found.Key], found.Value).ToFrozenSet(StringComparer.Ordinal)
        );
        var asked = reading
            .WithLabel(MetaKinds.Field)
            .Where(field => field["required"].AsText == "on-commit")
            .Select(field => field.Id)
            .ToFrozenSet();
        _askedOnCommit = _ofKinds.Keys.ToFrozenDictionary(
            kind => kind,
            kind =>
                reading
                    .Model.Kinds[kind]
                    .Fields.Values.Where(field => asked.Contains(field.Id))
                    .OrderBy(field => field.Order)
                    .Select(field => field.Symbol)
                    .ToImmutableArray()
        );
    }

    /// <summary>Those of a reading's model.</summary>
    public static Lifecycles Of(Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return Known.GetValue(reading.Model, _ => new(reading));
    }

    /// <summary>The lifecycle of things of a kind: its own, else its nearest ancestor's; null for none. A kind whose state has other options leaves it.</summary>
    public Lifecycle? For(string kind) => _ofKinds.GetValueOrDefault(kind);

    /// <summary>Whether a field of that name holds the state of anything.</summary>
    public bool IsState(string field) => _fields.Contains(field);

    /// <summary>The fields that some step of a kind's things asks for beforehand, or takes for a reason to do without.</summary>
    public ImmutableArray<string> FieldsAsked(string kind) =>
        For(kind) is { } lifecycle
            ?
            [
                .. lifecycle
                    .Definition.Gates.Where(gate => gate.AfterDays is null)
                    .SelectMany(gate => new[] { (gate.Ask as GateAsk.Field)?.Symbol, gate.Unless })
                    .OfType<string>()
                    .Concat(AskedOnCommit(kind))
                    .Distinct(),
            ]
            : [];

    /// <summary>The states in which something is asked of a kind's things some days later.</summary>
    internal IReadOnlySet<string> AskingLater(Kind kind) => _askingLater.GetValueOrDefault(kind.Symbol, FrozenSet<string>.Empty);

    /// <summary>The fields of a kind that are asked for when its things are committed to, in the order of a form.</summary>
    internal ImmutableArray<string> AskedOnCommit(string kind) => _askedOnCommit.GetValueOrDefault(kind, []);

    private static Lifecycle? Find(Kind kind, Dictionary<string, string> named, Dictionary<string, Lifecycle> all) =>
        kind.Ancestors.Prepend(kind.Symbol).FirstOrDefault(named.ContainsKey) is { } nearest
        && all.GetValueOrDefault(named[nearest]) is { } lifecycle
        && kind.Fields.GetValueOrDefault(lifecycle.Field) is { } field
        && field.Options.SequenceEqual(lifecycle.States)
            ? lifecycle
            : null;

    private static string SymbolOf(Entity kind) => kind["symbol"].AsText ?? kind.Ref?.Key ?? "";
}
