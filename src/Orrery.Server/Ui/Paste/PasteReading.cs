using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>Makes of pasted rows what they become.</summary>
internal sealed class PasteReading
{
    private readonly Visit _visit;
    private readonly PasteRequest _request;
    private readonly Reading _reading;
    private readonly Func<Id> _newId;
    private readonly FreshKeys _keys;
    private readonly int _title;
    private readonly Validity _during;
    private readonly ILookup<string, Entity> _there;
    private readonly Dictionary<string, Id> _pasted = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _updated = new(StringComparer.OrdinalIgnoreCase);
    private readonly PasteOthers _others;

    public PasteReading(Visit visit, PasteRequest request, Func<Id> newId)
    {
        (_visit, _request, _newId) = (visit, request, newId);
        _reading = visit.Workspace.Current.Read(visit.Reading.Now, visit.Reading.Now, visit.Reading.Mask);
        _keys = new(visit);
        _title = request.Targets.IndexOf(
            request.Targets.FirstOrDefault(target => target.Key == "f:title", new PasteTarget.Nothing())
        );
        _during = Validity.Since(visit.Reading.Now);
        _there = _reading.OfKind(request.Kind.Symbol).ToLookup(entity => entity.Title, StringComparer.OrdinalIgnoreCase);
        _others = new(_reading, request, _pasted);
    }

    public ImmutableArray<PasteRow> Rows()
    {
        var rows = _request.Rows.ToArray();
        // All titles first, so that a row may name one that stands below it.
        var ids = rows.Select(row => Meet(TitleOf(row))).ToArray();
        return Gated(Settled([.. rows.Select((row, place) => RowOf(row, ids[place]))]));
    }

    // A row whose gate stays shut takes along those that name it, and what they answered for others.
    private ImmutableArray<PasteRow> Gated(ImmutableArray<PasteRow> rows)
    {
        var judged = new PasteGates(_visit).Judged(rows);
        return judged == rows ? rows : Gated(Settled(judged));
    }

    // What joins a row to one that is left out is left out as well, and so on.
    private ImmutableArray<PasteRow> Settled(ImmutableArray<PasteRow> rows)
    {
        var added = rows.SelectMany(row => row.Commands).OfType<GraphCommand.CreateEntity>().Select(create => create.Subject);
        var lost = _pasted.Values.Except(added).ToHashSet();
        if (!rows.Any(IsLost))
            return rows;
        return Settled([
            .. rows.Select(row => IsLost(row) ? new PasteRow.Cannot(row.Cells, "It names a row that is left out.") : row),
        ]);

        bool IsLost(PasteRow row) =>
            row.Commands.OfType<GraphCommand.Relate>().Any(tie => lost.Contains(tie.From) || lost.Contains(tie.To));
    }

    // The id of the new thing; null when a thing of this title is there, is pasted already, or there is none.
    private Id? Meet(string title)
    {
        if (title.Length == 0 || (_request.Same != PasteSame.Add && _there.Contains(title)) || _pasted.ContainsKey(title))
            return null;
        return _pasted[title] = _newId();
    }

    private PasteRow RowOf(ImmutableArray<string> cells, Id? id)
    {
        var title = TitleOf(cells);
        if (title.Length == 0)
            return new PasteRow.Cannot(cells, "It has no title.");
        if (id is null && (_request.Same == PasteSame.Add || !_there.Contains(title) || !_updated.Add(title)))
            return new PasteRow.Cannot(cells, "The same title stands above: two rows cannot be told apart.");
        if (id is null && _there[title].Count() > 1)
            return new PasteRow.Cannot(
                cells,
                $"{_there[title].Count()} things are called so already: it is not clear which is meant."
            );
        var there = id is null ? _there[title].First() : null;
        if (there is not null && _request.Same == PasteSame.Leave)
            return new PasteRow.Stays(cells, there);
        var (fields, unread) = Fields(cells);
        if (unread is not null)
            return new PasteRow.Cannot(cells, unread);
        var (ties, unknown) = _others.Ties(cells, id ?? there!.Id, there, _during, _newId);
        if (unknown is not null)
            return new PasteRow.Cannot(cells, unknown);
        return there is null ? Add(cells, id!.Value, title, fields, ties) : Update(cells, there, fields, ties);
    }

    private PasteRow Add(
        ImmutableArray<string> cells,
        Id id,
        string title,
        ImmutableSortedDictionary<string, Value> fields,
        ImmutableArray<GraphCommand> ties
    )
    {
        var kind = _request.Kind.Symbol;
        GraphCommand create = new GraphCommand.CreateEntity(id, [kind], _keys.For(kind, title, id), fields, _during);
        return Refusal([create, .. ties.Where(IsOfThoseThere)]) is { } why
            ? new PasteRow.Cannot(cells, why)
            : new PasteRow.Adds(cells, [create, .. ties]);
    }

    private PasteRow Update(
        ImmutableArray<string> cells,
        Entity there,
        ImmutableSortedDictionary<string, Value> fields,
        ImmutableArray<GraphCommand> ties
    )
    {
        GraphCommand[] sets =
        [
            .. fields
                .Where(field => field.Key != "title" && !there[field.Key].Equals(field.Value))
                .Select(field => new GraphCommand.SetField(there.Id, field.Key, field.Value, _during, there[field.Key])),
        ];
        if (sets.Length == 0 && ties.IsEmpty)
            return new PasteRow.Stays(cells, there);
        return Refusal([.. sets, .. ties.Where(IsOfThoseThere)]) is { } why
            ? new PasteRow.Cannot(cells, why)
            : new PasteRow.Updates(cells, there, [.. sets, .. ties]);
    }

    // What joins two rows is judged with all of them together.
    private bool IsOfThoseThere(GraphCommand tie) =>
        tie is GraphCommand.Relate { From: var from, To: var to }
        && (_reading.FindAnyTime(from) is not null || _reading.FindAnyTime(to) is not null);

    // What a step asks for may stand in another row: gates are judged with all of them together.
    private string? Refusal(GraphCommand[] commands) =>
        GraphRules.Decide(_visit.Workspace.Current, commands, _reading.Mask) is Decision.Refused { Fault: var fault }
            ? fault.ToString()
            : null;

    private (ImmutableSortedDictionary<string, Value>, string?) Fields(ImmutableArray<string> cells)
    {
        var values = Properties.None.ToBuilder();
        foreach (var (column, target) in _request.Targets.Index())
        {
            if (target is not PasteTarget.Field { Definition: var field } || cells[column].Length == 0)
                continue;
            if (PasteValue.Read(_visit, field, cells[column]) is not { } value)
                return (
                    Properties.None,
                    $"“{cells[column]}” does not fit {_visit.Words.Inside(field)}: {PasteValue.Example(_visit, field)}."
                );
            if (!value.IsNothing)
                values[field.Symbol] = value;
        }

        return (values.ToImmutable(), null);
    }

    private string TitleOf(ImmutableArray<string> cells) => _title < 0 ? "" : cells[_title];
}
