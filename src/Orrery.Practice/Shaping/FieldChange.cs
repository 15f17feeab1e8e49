using System.Collections.Immutable;
using System.Globalization;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>A field that comes to hold something else, with all its values, at all times: to be looked at, then done as one change.</summary>
/// <remarks>Cost: some microseconds a value to look, and again to do. Values are passed over one by one; only examples are kept.</remarks>
public sealed class FieldChange
{
    /// <summary>How many examples of each outcome are kept.</summary>
    public const int FewExamples = 12;

    private readonly Reading _reading;
    private readonly FieldChangeWish _wish;

    private FieldChange(
        Reading reading,
        Entity field,
        FieldChangeWish wish,
        ImmutableArray<FieldOption>? options,
        FieldRange? range
    )
    {
        (_reading, Field, _wish) = (reading, field, wish);
        Owner = KindParts.OwnerOf(field) ?? throw new FaultException(Fault.NotFound(field.ToString()));
        From = FieldShape.Of(reading, DefinitionOf(reading, Owner, field));
        NewOptions = wish.Kind is FieldKind.Enum or FieldKind.MultiEnum
            ? options ?? PartOptions.Read(wish.Options, PartOptions.Of(field))
            : [];
        To = From.Holding(wish.Kind, wish.Unit.Length == 0 ? null : wish.Unit, NewOptions);
        if (range is not null)
            To = To with { Field = To.Field with { Range = range } };
        if (From.Field.Kind == FieldKind.Series != (wish.Kind == FieldKind.Series))
            throw new FaultException(ShapeFaults.SeriesStays(field.Title));
        if (NewOptions.Length > PartOptions.Most)
            throw new FaultException(ShapeFaults.TooManyOptions(PartOptions.Most));
        Count();
    }

    /// <summary>The field's entity.</summary>
    public Entity Field { get; }

    /// <summary>The kind or relation type whose field it is.</summary>
    public Entity Owner { get; }

    /// <summary>What it holds now.</summary>
    public FieldShape From { get; }

    /// <summary>What it shall hold.</summary>
    public FieldShape To { get; }

    /// <summary>What an enum shall offer.</summary>
    public ImmutableArray<FieldOption> NewOptions { get; }

    /// <summary>How many values become what.</summary>
    public ConversionCounts Counts { get; private set; }

    /// <summary>A few of each.</summary>
    public ConversionExamples Examples { get; private set; } = new([], [], []);

    /// <summary>The different texts that have no place, the most frequent first, at most <see cref="PartOptions.Most"/>: what an enum might offer too.</summary>
    public ImmutableArray<string> WordsWithoutPlace { get; private set; } = [];

    /// <summary>Stays the same while what was looked at is what would happen.</summary>
    public string Digest { get; private set; } = "";

    /// <summary>In one sentence, for the history.</summary>
    public string Title =>
        $"Changed {Field.Title} of {Owner.Title} from {FieldKinds.Name(From.Field.Kind)} to {FieldKinds.Name(To.Field.Kind)}";

    /// <summary>Looks at what a wish would do.</summary>
    /// <param name="reading">The workspace now.</param>
    /// <param name="field">The field's entity.</param>
    /// <param name="wish">What it shall hold.</param>
    /// <exception cref="FaultException">It can never hold that.</exception>
    public static FieldChange Look(Reading reading, Entity field, FieldChangeWish wish) =>
        new(reading, field, wish, options: null, range: null);

    /// <summary>The same where somebody else changes the definition: only what becomes of the values is asked.</summary>
    /// <param name="options">What an enum offers then.</param>
    /// <param name="range">Between which numbers it lies then.</param>
    internal static FieldChange Look(
        Reading reading,
        Entity field,
        FieldChangeWish wish,
        ImmutableArray<FieldOption> options,
        FieldRange range
    ) => new(reading, field, wish, options, range);

    /// <summary>Every value that has no place: to be exported, or looked through.</summary>
    public IEnumerable<ConvertedValue> Misfitting() => Values().Where(value => value.Outcome is Conversion.Cannot);

    /// <summary>The commands that do it: the model first, then every value that changes.</summary>
    /// <exception cref="FaultException">Something has no place, and nobody said what becomes of it; or an enum offers nothing.</exception>
    public IReadOnlyList<GraphCommand> ToCommands()
    {
        if (To.Field.Kind is FieldKind.Enum or FieldKind.MultiEnum && NewOptions.IsEmpty)
            throw new FaultException(ShapeFaults.NoOptions());
        if (Counts.Cannot > 0 && _wish.Misfits == Misfits.Refuse)
            throw new FaultException(ShapeFaults.Misfits(Field.Title, Counts.Cannot));
        var (symbols, titles) = PartOptions.ToValues(NewOptions);
        List<GraphCommand> commands =
        [
            PartChecks.Set(Field, "field-kind", Value.Of(FieldKinds.Name(To.Field.Kind))),
            PartChecks.Set(Field, "unit", PartChecks.Text(_wish.Unit)),
            PartChecks.Set(Field, "options", symbols),
            PartChecks.Set(Field, "option-titles", titles),
            PartChecks.Set(Field, "enumeration", NewOptions.SequenceEqual(From.Options) ? Field["enumeration"] : Value.Nothing),
        ];
        // What a form asked the old values with says nothing of the new ones.
        if (To.Field.Kind != From.Field.Kind)
            commands.AddRange(FieldShaping.Aids.Select(aid => PartChecks.Set(Field, aid, Value.Nothing)));
        commands.AddRange(ToValueCommands());
        return commands;
    }

    /// <summary>The commands that change the values, once the field holds what it shall; with the field beside it for what has no place.</summary>
    internal IReadOnlyList<GraphCommand> ToValueCommands()
    {
        var keeping = Counts.Cannot > 0 && _wish.Misfits == Misfits.KeepAsText ? new KeptAsText(_reading, Owner, From) : null;
        return [.. keeping?.Define() ?? [], .. Values().SelectMany(value => Of(value, keeping))];
    }

    private IEnumerable<GraphCommand> Of(ConvertedValue value, KeptAsText? keeping) =>
        value.Outcome switch
        {
            Conversion.Converts converts => [Set(value, converts.After)],
            Conversion.Cannot => keeping is null ? [Set(value, Value.Nothing)] : [keeping.Keep(value), Set(value, Value.Nothing)],
            _ => [],
        };

    private GraphCommand.SetField Set(ConvertedValue value, Value after) =>
        new(value.Thing, From.Field.Symbol, after, value.Fact.During);

    private IEnumerable<ConvertedValue> Values() =>
        FieldValues
            .Of(_reading, Field)
            .Select(held => new ConvertedValue(held.Thing, held.Fact, Conversion.Of(From, To, held.Fact.Value, _wish.Terms)));

    private void Count()
    {
        var counts = default(ConversionCounts);
        var newest = Revision.Start;
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        var examples = (
            Converted: new List<ConvertedValue>(),
            Losing: new List<ConvertedValue>(),
            Misfits: new List<ConvertedValue>()
        );
        foreach (var value in Values())
        {
            counts = counts.With(value.Outcome);
            newest = value.Fact.Revision > newest ? value.Fact.Revision : newest;
            Keep(value);
        }

        Counts = counts;
        Examples = new([.. examples.Converted], [.. examples.Losing], [.. examples.Misfits]);
        WordsWithoutPlace = [.. words.OrderByDescending(word => word.Value).Select(word => word.Key)];
        Digest = string.Create(
            CultureInfo.InvariantCulture,
            $"{newest}-{counts.All}-{counts.Cannot}-{FieldKinds.Name(From.Field.Kind)}-{From.Field.Unit}-{From.Options.Length}"
        );

        void Keep(ConvertedValue value)
        {
            var few = value.Outcome switch
            {
                Conversion.Converts { IsExact: true } => examples.Converted,
                Conversion.Converts => examples.Losing,
                Conversion.Cannot => examples.Misfits,
                _ => null,
            };
            if (few is { Count: < FewExamples })
                few.Add(value);
            if (
                value.Outcome is Conversion.Cannot
                && value.Fact.Value.AsText is { } word
                && (words.Count < PartOptions.Most || words.ContainsKey(word))
            )
                words[word] = words.GetValueOrDefault(word) + 1;
        }
    }

    private static FieldDefinition DefinitionOf(Reading reading, Entity owner, Entity field)
    {
        var symbol = PartText.SymbolOf(field);
        return (
                owner.Kind == MetaKinds.RelationType
                    ? reading.Model.FindRelationType(PartText.SymbolOf(owner))?.Fields
                    : reading.Model.FindKind(PartText.SymbolOf(owner))?.Fields
            )?.GetValueOrDefault(symbol) ?? throw new FaultException(Fault.NotFound(field.ToString()));
    }
}
