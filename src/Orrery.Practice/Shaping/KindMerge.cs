using System.Collections.Immutable;
using System.Globalization;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Things of one kind become things of another, with what is said of them: to be looked at, then done as one change.</summary>
public sealed class KindMerge
{
    private const int FewExamples = 12;

    private readonly Reading _reading;
    private readonly MergeWish _wish;
    private readonly Kind _from;
    private readonly Kind _into;
    private readonly ImmutableArray<(Entity Thing, Validity During)> _things;

    private KindMerge(Reading reading, Entity from, Entity into, MergeWish wish)
    {
        (_reading, From, Into, _wish) = (reading, from, into, wish);
        (_from, _into) = (KindOf(from), KindOf(into));
        Check();
        _things = [.. reading.EverOfKind(_from.Symbol)];
        Fields = [.. _from.Fields.Values.Where(field => !IsShared(field)).OrderBy(field => field.Order).Select(Place)];
        Relations = [.. new MergedEnds(reading, _from, _into).Needed(_things.Select(thing => thing.Thing.Id).ToHashSet())];
        Digest = DigestOf();
    }

    /// <summary>The kind that goes.</summary>
    public Entity From { get; }

    /// <summary>The kind that stays.</summary>
    public Entity Into { get; }

    /// <summary>How many things become of the other kind.</summary>
    public int Things => _things.Select(thing => thing.Thing.Id).Distinct().Count();

    /// <summary>What becomes of each field that the two do not share.</summary>
    public ImmutableArray<MergedField> Fields { get; }

    /// <summary>Relation types that learn to join the other kind: the type, and whether it may start there.</summary>
    public ImmutableArray<(Entity Type, Direction Direction)> Relations { get; }

    /// <summary>Views that ask for the kind that goes, by its name: they will find nothing by it.</summary>
    public IEnumerable<string> Views => PartUses.Views(_reading, _from.Symbol);

    /// <summary>How many values have no place where they go.</summary>
    public int Cannot => Fields.Sum(moved => moved.Counts.Cannot);

    /// <summary>Stays the same while what was looked at is what would happen.</summary>
    public string Digest { get; }

    /// <summary>In one sentence, for the history.</summary>
    public string Title => $"Merged {_from.Plural} into {_into.Plural}";

    /// <summary>Looks at what merging would do.</summary>
    /// <param name="reading">The workspace now.</param>
    /// <param name="from">The kind that goes.</param>
    /// <param name="into">The kind that stays.</param>
    /// <param name="wish">Where fields go.</param>
    /// <exception cref="FaultException">These two cannot become one.</exception>
    public static KindMerge Look(Reading reading, Entity from, Entity into, MergeWish wish) => new(reading, from, into, wish);

    /// <summary>The commands that do it: what the other kind gets, every thing, then the end of the kind that goes.</summary>
    /// <exception cref="FaultException">Something has no place, and nobody said what becomes of it.</exception>
    public IReadOnlyList<GraphCommand> ToCommands()
    {
        if (Fields.FirstOrDefault(field => field.Counts.Cannot > 0) is { } stuck && _wish.Misfits == Misfits.Refuse)
            throw new FaultException(ShapeFaults.Misfits(stuck.Field.Title, stuck.Counts.Cannot));
        var moves = Fields.Select(field => new FieldMove(_reading, Into, field, _wish)).ToArray();
        return
        [
            .. moves.SelectMany(move => move.Define()),
            .. Relations.Select(Join),
            .. new MergedWords(_reading, From, Into).Commands(),
            .. moves.SelectMany(move => move.Clear(_from.Symbol)),
            .. _things.Select(thing => new GraphCommand.SetLabels(thing.Thing.Id, [_into.Symbol], thing.During)),
            .. Refs(),
            .. moves.SelectMany(move => move.Values(_from.Symbol)),
            new GraphCommand.Retire(From.Id, Validity.Always),
            .. PartUses.OwnFields(From).Select(field => new GraphCommand.Retire(field.Id, Validity.Always)),
        ];
    }

    private Kind KindOf(Entity kind) =>
        _reading.Model.FindKind(PartText.SymbolOf(kind)) ?? throw new FaultException(Fault.NotFound(kind.ToString()));

    private void Check()
    {
        var below = _reading.Model.WithDescendants(_from.Symbol).Where(kind => kind != _from.Symbol).ToArray();
        var why =
            _from.Symbol == _into.Symbol ? "they are the same"
            : below.Length > 0
                ? $"{string.Join(", ", below.Select(kind => $"'{_reading.Model.FindKind(kind)!.Title}'"))} stands below it"
            : _into.IsAbstract ? "nothing is of that kind itself, only of those below it"
            : null;
        if (why is not null)
            throw new FaultException(ShapeFaults.CannotMerge(_from.Title, _into.Title, why));
    }

    // One and the same field, from a kind above both.
    private bool IsShared(FieldDefinition field) => _into.Fields.GetValueOrDefault(field.Symbol)?.Id == field.Id;

    private MergedField Place(FieldDefinition field)
    {
        var values = _reading.EveryValue(_from.Symbol, field.Symbol).ToArray();
        var place =
            _wish.Places.GetValueOrDefault(field.Symbol) is { Length: > 0 } said && IsPlace(said, field) ? said
            : Takes(field.Symbol, field) ? field.Symbol
            : values.Length > 0 || field.Kind == FieldKind.Series ? MergeWish.NewField
            : MergeWish.LeaveOut;
        var target = _into.Fields.GetValueOrDefault(place);
        if (target is null)
            return new(field, values.Length, place, null, new(place == MergeWish.NewField ? values.Length : 0, 0, 0, 0), []);
        var (from, to) = (FieldShape.Of(_reading, field), FieldShape.Of(_reading, target));
        var (counts, misfits) = (default(ConversionCounts), new List<ConvertedValue>());
        foreach (var (thing, fact) in values)
        {
            var outcome = Conversion.Of(from, to, fact.Value, _wish.Terms);
            counts = counts.With(outcome);
            if (outcome is Conversion.Cannot && misfits.Count < FewExamples)
                misfits.Add(new(thing, fact, outcome));
        }

        return new(field, values.Length, place, target, counts, [.. misfits]);
    }

    private bool IsPlace(string said, FieldDefinition field) =>
        said is MergeWish.NewField or MergeWish.LeaveOut || Takes(said, field);

    // Observations go nowhere else, and what is personal only where it stays so.
    private bool Takes(string symbol, FieldDefinition field) =>
        _into.Fields.GetValueOrDefault(symbol) is { } target
        && (target.Kind == FieldKind.Series) == (field.Kind == FieldKind.Series)
        && (field.Kind != FieldKind.Series || symbol == field.Symbol)
        && (!field.IsPersonal || target.IsPersonal);

    private GraphCommand Join((Entity Type, Direction Direction) end) =>
        KindShaping.Tie(
            _reading,
            end.Type.Id,
            end.Type.Ref!.ToString(),
            end.Direction == Direction.Out ? "from-kind" : "to-kind",
            Into
        );

    // The old ref keeps leading to it.
    private IEnumerable<GraphCommand> Refs()
    {
        HashSet<string> given = new(StringComparer.Ordinal);
        foreach (var (thing, during) in _things)
        {
            if (thing.Ref is not { } at || at.Kind != _from.Symbol || during.To != NodaTime.Instant.MaxValue)
                continue;
            var key = Symbols.Fresh(at.Key, tried => given.Contains(tried) || IsTaken(tried));
            given.Add(key);
            yield return new GraphCommand.GiveRef(thing.Id, key);
        }

        bool IsTaken(string key) =>
            EntityRef.TryParse($"{_into.Symbol}:{key}", out var tried) && _reading.FindAnyTime(tried) is not null;
    }

    private string DigestOf()
    {
        var newest = Fields
            .SelectMany(field => _reading.EveryValue(_from.Symbol, field.Field.Symbol))
            .Select(value => value.Fact.Revision.Value)
            .DefaultIfEmpty(0)
            .Max();
        var fields = string.Join(',', Fields.Select(field => $"{field.Field.Symbol}>{field.Place}:{field.Values}"));
        return string.Create(CultureInfo.InvariantCulture, $"{newest}-{_things.Length}-{Relations.Length}-{fields}");
    }
}
