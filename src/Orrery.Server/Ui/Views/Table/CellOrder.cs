using Orrery.Graph;

namespace Orrery.Server;

/// <summary>The order in which people expect the values of a column: things by title, options as the model lists them, texts whatever their case.</summary>
internal sealed class CellOrder(AnswerTelling telling, FieldDefinition? field) : IComparer<Value>
{
    private readonly Dictionary<Id, string> _titles = [];
    private readonly Dictionary<string, int> _options = (field?.Options ?? [])
        .Distinct()
        .Select((option, place) => (option, place))
        .ToDictionary(pair => pair.option, pair => pair.place, StringComparer.Ordinal);

    public int Compare(Value? x, Value? y) =>
        (x, y) switch
        {
            (Value.Entity a, Value.Entity b) => Compare(TitleOf(a.Id), TitleOf(b.Id)),
            (Value.Text a, Value.Text b) when PlaceOf(a) is var one && PlaceOf(b) is var other && one != other => one.CompareTo(
                other
            ),
            (Value.Text a, Value.Text b) => Compare(a.Characters, b.Characters),
            (Value.Money a, Value.Money b) when a.Currency != b.Currency => string.CompareOrdinal(a.Currency, b.Currency),
            _ => ValueOrder.Instance.Compare(x, y),
        };

    /// <summary>The order of two rows by their values; what has no value comes last either way.</summary>
    public int Compare(Value one, Value other, bool isDescending) =>
        one.IsNothing || other.IsNothing ? one.IsNothing.CompareTo(other.IsNothing)
        : isDescending ? Compare(other, one)
        : Compare(one, other);

    private int PlaceOf(Value.Text text) => _options.GetValueOrDefault(text.Characters, _options.Count);

    private string TitleOf(Id id)
    {
        if (!_titles.TryGetValue(id, out var title))
            _titles[id] = title = telling.Find(id) is { } entity ? Titles.Of(entity) : "";
        return title;
    }

    private static int Compare(string one, string other) =>
        string.Compare(one, other, StringComparison.OrdinalIgnoreCase) is not 0 and var order
            ? order
            : string.CompareOrdinal(one, other);
}
