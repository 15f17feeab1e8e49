using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>The values of one field on their way to another kind.</summary>
internal sealed class FieldMove
{
    private readonly Reading _reading;
    private readonly Entity _into;
    private readonly MergedField _moved;
    private readonly MergeWish _wish;
    private readonly KeptAsText? _keeping;
    private readonly string _symbol;

    public FieldMove(Reading reading, Entity into, MergedField moved, MergeWish wish)
    {
        (_reading, _into, _moved, _wish) = (reading, into, moved, wish);
        _symbol =
            moved.Target?.Symbol ?? Symbols.Fresh(moved.Field.Symbol, symbol => symbol != moved.Field.Symbol && IsTaken(symbol));
        if (moved.Target is null && FieldShaping.TakenAround(reading, into, _symbol))
            _symbol = Symbols.Fresh(_symbol, IsTaken);
        if (moved.Counts.Cannot > 0 && wish.Misfits == Misfits.KeepAsText)
            _keeping = new(reading, into, FieldShape.Of(reading, moved.Field));

        bool IsTaken(string symbol) =>
            FieldShaping.TakenAround(reading, into, symbol)
            || reading.FindAnyTime(EntityRef.Of(MetaKinds.Field, $"{PartText.SymbolOf(into)}.{symbol}")) is not null;
    }

    /// <summary>The fields that the other kind gets.</summary>
    public IEnumerable<GraphCommand> Define() =>
        (_moved.Place == MergeWish.NewField ? Copy() : []).Concat(_keeping?.Define() ?? []);

    /// <summary>Takes away what does not stay under its symbol: while the things are still of their old kind, which has it.</summary>
    public IEnumerable<GraphCommand> Clear(string kind) =>
        _moved.Place == MergeWish.LeaveOut || _symbol != _moved.Field.Symbol
            ? _reading
                .EveryValue(kind, _moved.Field.Symbol)
                .Select(held => Set(held.Thing, _moved.Field.Symbol, Value.Nothing, held.Fact))
            : [];

    /// <summary>What each value becomes where it goes; those that stay as they are need nothing.</summary>
    /// <param name="kind">The kind that they are read from.</param>
    public IEnumerable<GraphCommand> Values(string kind)
    {
        var isSame = _symbol == _moved.Field.Symbol;
        if (_moved.Place == MergeWish.LeaveOut || (_moved.Place == MergeWish.NewField && isSame))
            yield break;
        var from = FieldShape.Of(_reading, _moved.Field);
        var to = _moved.Target is { } target ? FieldShape.Of(_reading, target) : from;
        foreach (var (thing, fact) in _reading.EveryValue(kind, _moved.Field.Symbol))
        {
            var outcome = Conversion.Of(from, to, fact.Value, _wish.Terms);
            if (isSame && outcome is Conversion.Fits)
                continue;
            if (outcome is Conversion.Cannot && _keeping is not null)
                yield return _keeping.Keep(new(thing, fact, outcome));
            yield return Set(
                thing,
                _symbol,
                outcome switch
                {
                    Conversion.Converts converts => converts.After,
                    Conversion.Cannot => Value.Nothing,
                    _ => fact.Value,
                },
                fact
            );
        }
    }

    private static GraphCommand.SetField Set(Id thing, string field, Value value, FieldFact fact) =>
        new(thing, field, value, fact.During);

    private IEnumerable<GraphCommand> Copy()
    {
        var field = _reading.Find(_moved.Field.Id)!;
        var last = KindParts.OwnFields(_into).Select(KindParts.OrderOf).DefaultIfEmpty(-1).Max();
        var aids = FieldShaping
            .Aids.Where(aid => !field[aid].IsNothing)
            .Select(aid => KeyValuePair.Create(aid, field[aid]))
            .ToArray();
        return FieldShaping
            .Commands(
                FieldOwner.Of(_into),
                _symbol,
                PartText.Of(field).SetItem("personal", _moved.Field.IsPersonal ? "yes" : "no"),
                PartOptions.Of(field),
                last + 1 + _moved.Field.Order
            )
            .Select(command =>
                command is GraphCommand.CreateEntity made ? made with { Fields = made.Fields.SetItems(aids) } : command
            );
    }
}
