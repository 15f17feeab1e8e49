using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>The commands that do to one thing what is done to many.</summary>
/// <param name="visit">Who asks.</param>
/// <param name="reading">How things are when the change begins.</param>
/// <param name="change">What is to be done.</param>
/// <param name="newId">Makes ids of relations.</param>
internal sealed class ManyWishes(Visit visit, Reading reading, ManyChange change, Func<Id> newId)
{
    private readonly Validity _during = change.Since.During(visit);
    private readonly ManyTie? _tie = ManyTie.Find(visit, change);
    private readonly Dictionary<string, Value> _values = [];

    /// <summary>In order; none when there is nothing to do to it.</summary>
    public ImmutableArray<GraphCommand> For(Id thing) =>
        change.Act switch
        {
            ManyAct.Field => [Set(thing, change.Field, ValueFor(thing))],
            ManyAct.Relate => Relate(thing),
            ManyAct.Part => [.. Ties(thing).Select(relation => new GraphCommand.Retire(relation.Id, _during))],
            ManyAct.Confirm =>
            [
                new GraphCommand.SetField(thing, "confirmed-at", Value.Of(visit.Reading.Now), Validity.Since(visit.Reading.Now)),
                new GraphCommand.SetField(thing, "confirmed-by", Value.Of(visit.Viewer.Name), Validity.Since(visit.Reading.Now)),
            ],
            ManyAct.Retire => reading.Exists(thing) ? [new GraphCommand.Retire(thing, _during)] : [],
            _ => throw new System.Diagnostics.UnreachableException($"{change.Act} does nothing."),
        };

    // What stands there is expected, so that whoever writes it in between is not overwritten.
    private GraphCommand.SetField Set(Id thing, string field, Value value) =>
        new(thing, field, value, _during, reading.ValueOf(thing, field));

    private Value ValueFor(Id thing)
    {
        var kind = reading.FindAnyTime(thing)?.Kind ?? "";
        if (!_values.TryGetValue(kind, out var value))
            _values[kind] = value = ReadFor(kind);
        return value;
    }

    private Value ReadFor(string kind)
    {
        var field = visit.Words.Definition(kind, change.Field);
        return FieldText.Read(field?.Kind ?? FieldKind.Text, change.Typed ?? "")
            ?? throw new FaultException(
                ServerFaults.UnreadableField(
                    field?.Title ?? change.Field,
                    change.Typed ?? "",
                    FieldText.Example(field?.Kind ?? FieldKind.Text)
                )
            );
    }

    private ImmutableArray<GraphCommand> Relate(Id thing)
    {
        if (_tie is not { } tie || Ties(thing).Any())
            return [];
        var (from, to) = tie.Direction == Direction.Out ? (thing, tie.Other) : (tie.Other, thing);
        return [new GraphCommand.Relate(newId(), tie.Type, from, to, Properties.None, _during)];
    }

    private IEnumerable<Relation> Ties(Id thing) => _tie is { } tie && reading.Find(thing) is { } entity ? tie.Of(entity) : [];
}
