using System.Collections.Immutable;

namespace Orrery.Graph;

/// <summary>
/// Fields that more than one source states of a thing. What each says is kept as a fact of its own; what is seen follows from these:
/// the source whose reading is the newest at an instant, and of readings of one date the source whose name comes first.
/// </summary>
internal sealed class SharedClaims(GraphSnapshot snapshot, Statement statement, long from, long to)
{
    private readonly GraphMemory _memory = snapshot.Memory;
    private readonly ILookup<string, long> _dates = snapshot
        .SourceReadings.Select(reading => (reading.Source, From: Ticks.Of(reading.From)))
        .Append((statement.Source, From: from))
        .ToLookup(reading => reading.Source, reading => reading.From);

    /// <summary>The fields of a node of which this source and another one say, or said, something.</summary>
    public HashSet<string> Of(int node, ImmutableSortedDictionary<string, Value> stated)
    {
        HashSet<string> ours = [.. stated.Keys];
        HashSet<string> theirs = [];
        foreach (var fact in _memory.Epoch.Facts.Of(node))
        {
            if (fact.Revision > snapshot.Number || fact.Field <= GraphMemory.LabelsField || FactTags.IsSeries(fact.Tag))
                continue;
            var field = _memory.Fields[fact.Field];
            if (Claims.Said(field) is { } said)
                (said.Source == statement.Source ? ours : theirs).Add(said.Field);
            else if (!FieldReading.IsOurs(field) && SourceOf(fact) is { } source)
                (source == statement.Source ? ours : theirs).Add(field);
        }

        ours.IntersectWith(theirs);
        return ours;
    }

    /// <summary>What this source says of a shared field now, and what is to be seen in its time because of it.</summary>
    public (List<GraphCommand.SetField> Kept, List<FieldPiece> Seen) State(Id id, int node, string field, Value value)
    {
        var layers = Layers(node, field);
        var kept = layers
            .Where(layer => _memory.Fields.Find(Claims.SaidBy(layer.Key, field)) is var number && !IsKept(node, number))
            .SelectMany(layer => layer.Value.Select(piece => Keep(id, layer.Key, field, piece)))
            .ToList();
        var mine = new FieldPiece(from, to, value);
        kept.Add(Keep(id, statement.Source, field, mine));
        layers[statement.Source] = [.. layers.GetValueOrDefault(statement.Source, []).SelectMany(Outside), mine];
        return (kept, Seen(layers));
    }

    private static GraphCommand.SetField Keep(Id id, string source, string field, FieldPiece piece) =>
        new(id, Claims.SaidBy(source, field), piece.Value, Ticks.ToValidity(piece.From, piece.To));

    private IEnumerable<FieldPiece> Outside(FieldPiece piece)
    {
        if (piece.From < from)
            yield return piece with
            {
                To = Math.Min(piece.To, from),
            };
        if (to < piece.To)
            yield return piece with
            {
                From = Math.Max(piece.From, to),
            };
    }

    private Dictionary<string, List<FieldPiece>> Layers(int node, string field)
    {
        Dictionary<string, List<FieldStretch>> kept = [];
        Dictionary<string, List<FieldStretch>> seen = [];
        foreach (var fact in _memory.Epoch.Facts.Of(node).Where(fact => fact.Revision <= snapshot.Number))
        {
            if (fact.Field <= GraphMemory.LabelsField || FactTags.IsSeries(fact.Tag))
                continue;
            var name = _memory.Fields[fact.Field];
            if (Claims.Said(name) is { } said && said.Field == field)
                Lay(kept, said.Source, fact);
            else if (name == field && SourceOf(fact) is { } source)
                Lay(seen, source, fact);
        }

        // Once what each says is kept, the seen value is nobody's in particular.
        return (kept.Count > 0 ? kept : seen).ToDictionary(layer => layer.Key, layer => Pieces(layer.Value));
    }

    private List<FieldPiece> Pieces(List<FieldStretch> stretches) =>
        [
            .. stretches
                .Where(stretch => stretch.Fact.Tag != FactTags.Nothing)
                .Select(stretch => new FieldPiece(stretch.From, stretch.To, _memory.ValueOf(stretch.Fact))),
        ];

    private static void Lay(Dictionary<string, List<FieldStretch>> layers, string source, Fact fact)
    {
        var layer = layers.TryGetValue(source, out var known) ? known : layers[source] = [];
        if (fact.From < fact.To)
            FieldStretch.Overwrite(layer, new(fact.From, fact.To, fact));
    }

    private List<FieldPiece> Seen(Dictionary<string, List<FieldPiece>> layers)
    {
        var borders = layers
            .Values.SelectMany(layer => layer.SelectMany(piece => (long[])[piece.From, piece.To]))
            .Concat(layers.Keys.SelectMany(source => _dates[source]))
            .Where(at => from < at && at < to)
            .Append(from)
            .Distinct()
            .Order()
            .ToArray();
        List<FieldPiece> seen = [];
        for (var i = 0; i < borders.Length; i++)
        {
            var piece = new FieldPiece(borders[i], i + 1 < borders.Length ? borders[i + 1] : to, SeenAt(layers, borders[i]));
            if (seen is [.., var last] && last.Value.Equals(piece.Value))
                seen[^1] = last with { To = piece.To };
            else
                seen.Add(piece);
        }

        return seen;
    }

    private Value SeenAt(Dictionary<string, List<FieldPiece>> layers, long at) =>
        layers
            .SelectMany(layer =>
                layer
                    .Value.Where(piece => piece.From <= at && at < piece.To && !piece.Value.IsNothing)
                    .Select(piece => (Source: layer.Key, piece.Value))
            )
            .OrderByDescending(claim => _dates[claim.Source].Where(date => date <= at).DefaultIfEmpty(long.MinValue).Max())
            .ThenBy(claim => claim.Source, StringComparer.Ordinal)
            .Select(claim => claim.Value)
            .FirstOrDefault(Value.Nothing);

    private bool IsKept(int node, int field) =>
        field >= 0 && _memory.Epoch.Facts.Of(node).Exists(fact => fact.Field == field && fact.Revision <= snapshot.Number);

    private string? SourceOf(Fact fact) =>
        _memory.Revisions[fact.Revision - 1].Source is >= 0 and var source ? _memory.Names[source] : null;
}

/// <summary>A value over a stretch of time, in ticks.</summary>
internal readonly record struct FieldPiece(long From, long To, Value Value);
