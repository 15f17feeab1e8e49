using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>A text field beside another, for what the other can no longer say.</summary>
internal sealed class KeptAsText
{
    private readonly Entity _owner;
    private readonly FieldShape _from;
    private readonly string _symbol;

    /// <param name="reading">The workspace now.</param>
    /// <param name="owner">What gets the field.</param>
    /// <param name="from">The field whose values are kept.</param>
    public KeptAsText(Reading reading, Entity owner, FieldShape from)
    {
        (_owner, _from) = (owner, from);
        _symbol = Symbols.Fresh($"{from.Field.Symbol}-before", IsTaken);

        bool IsTaken(string symbol) =>
            FieldShaping.TakenAround(reading, owner, symbol)
            || reading.FindAnyTime(EntityRef.Of(MetaKinds.Field, $"{PartText.SymbolOf(owner)}.{symbol}")) is not null;
    }

    /// <summary>Makes the field known.</summary>
    public IEnumerable<GraphCommand> Define() =>
        FieldShaping.Commands(
            FieldOwner.Of(_owner),
            _symbol,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [PartText.Title] = $"{_from.Field.Title} (before)",
                [PartText.Holds] = FieldKinds.Name(FieldKind.LongText),
                [PartText.Description] = $"What {_from.Field.Title} said before it was changed, where it had no place any more.",
                ["personal"] = _from.Field.IsPersonal ? "yes" : "no",
            },
            [],
            _from.Field.Order + 1
        );

    /// <summary>Writes a value into it, over the time it held.</summary>
    public GraphCommand Keep(ConvertedValue value) =>
        new GraphCommand.SetField(value.Thing, _symbol, Value.Of(TextOf(value.Fact.Value)), value.Fact.During);

    private string TextOf(Value value)
    {
        var clear = value is Value.Personal { Clear: { } open } ? open : value;
        return PlainText.Write(_from, clear) ?? ValueText.Of(clear);
    }
}
