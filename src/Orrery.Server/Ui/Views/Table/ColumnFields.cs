using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Server;

/// <summary>The fields that say what the values of one column are called, looked up once for a kind rather than for each row.</summary>
internal sealed class ColumnFields(ShownView view, int column)
{
    private readonly Dictionary<string, FieldDefinition?> _ofKinds = new(StringComparer.Ordinal);
    private readonly FieldDefinition[] _byName = view.Telling.FieldsOf(view.Columns[column]);

    // Views are asked for their text's origins once; an origin other than a field is told by the column's name.
    private readonly ColumnOrigin.FieldOf? _origin = view.Origins.ElementAtOrDefault(column) as ColumnOrigin.FieldOf;

    public FieldDefinition? Of(ShownRow row) =>
        _origin is { Column: var of, Field: var symbol }
            ? row.Cells[of] is Value.Entity { Id: var id } && view.Reading.FindAnyTime(id) is { } entity
                ? Of(entity.Kind, symbol)
                : null
            : AnswerTelling.FieldFor(_byName, row.Cells[column]);

    /// <summary>The field of the first row that has a value, for what holds of the whole column.</summary>
    public FieldDefinition? First => view.Rows.FirstOrDefault(row => !row.Cells[column].IsNothing) is { } row ? Of(row) : null;

    private FieldDefinition? Of(string kind, string symbol)
    {
        if (!_ofKinds.TryGetValue(kind, out var field))
            _ofKinds[kind] = field = view.Reading.Model.FindKind(kind)?.Fields.GetValueOrDefault(symbol);
        return field;
    }
}
