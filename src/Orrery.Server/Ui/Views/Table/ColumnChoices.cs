using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Server;

/// <summary>What the columns of a table could be: those it has, in another order or hidden, and fields and relations of its things.</summary>
/// <param name="view">The view as it is shown.</param>
internal sealed class ColumnChoices(ShownView view)
{
    private const int MostLookedAt = 500;

    private readonly TableSettings _settings = TableSettings.Of(view.Columns, name => view.Request[name]);
    private readonly Spelling _spelling = new(view.Reading.Model);

    /// <summary>The columns that are shown, in order.</summary>
    public ImmutableArray<int> Shown =>
        _settings.Shown ?? [.. Enumerable.Range(0, view.Columns.Length).Where(column => column != _settings.Group)];

    /// <summary>Those that are not.</summary>
    public ImmutableArray<int> Hidden => [.. Enumerable.Range(0, view.Columns.Length).Except(Shown)];

    /// <summary>How an address says that one of them is picked.</summary>
    public const string Pick = "pick";

    /// <summary>The address of a view at which its columns are chosen.</summary>
    public static string Choosing(string address) =>
        $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}choose=columns";

    /// <summary>The view as a choice makes it: <c>hide:price</c>, <c>add:Owner</c>; null when there is no such choice.</summary>
    public string? Picked(string choice)
    {
        var (act, name) = choice.Split(':', 2) is [var first, var rest] ? (first, rest) : (choice, "");
        return view.Column(name) switch
        {
            { } column when act == "hide" && Shown.Contains(column) => Hide(column),
            { } column when act == "show" && Hidden.Contains(column) => Show(column),
            { } column when act == "earlier" => Earlier(column),
            _ when act == "add" => Fields.Concat(Relations).FirstOrDefault(one => one.Title == name)?.Address,
            _ => null,
        };
    }

    /// <summary>The view without a column.</summary>
    public string Hide(int column) => With(Shown.Remove(column));

    /// <summary>The view with a hidden column shown last.</summary>
    public string Show(int column) => With(Shown.Add(column));

    /// <summary>The view with a column one place earlier; null for the first.</summary>
    public string? Earlier(int column) =>
        Shown.IndexOf(column) is > 0 and var place ? With(Shown.RemoveAt(place).Insert(place - 1, column)) : null;

    /// <summary>Fields of the things, those that they have no column of yet.</summary>
    public ImmutableArray<ColumnChoice> Fields =>
        [
            .. Kinds()
                .SelectMany(kind => kind.Fields.Values)
                .Where(one => one.Kind != FieldKind.Series && !HasColumnOf(one.Symbol))
                .DistinctBy(one => one.Symbol)
                .OrderBy(one => one.Order)
                .ThenBy(one => one.Title, StringComparer.OrdinalIgnoreCase)
                .Select(one =>
                    Choice(
                        one.Title,
                        thing =>
                            AnotherColumn.OfField(
                                view.Request.Asked.Text,
                                thing,
                                one.Symbol,
                                view.Visit.Words.Inside(one),
                                _spelling
                            )
                    )
                )
                .OfType<ColumnChoice>(),
        ];

    /// <summary>Ways in which the things may be related.</summary>
    public ImmutableArray<ColumnChoice> Relations =>
        [
            .. Kinds()
                .SelectMany(kind => RelationChoices.For(view.Reading.Model, kind.Symbol))
                .DistinctBy(choice => choice.Key)
                .Select(choice => (Choice: choice, Title: view.Visit.Words.Relation(choice.Type.Symbol, choice.Direction)))
                .OrderBy(pair => pair.Title, StringComparer.OrdinalIgnoreCase)
                .Select(pair =>
                    Choice(
                        pair.Title,
                        thing =>
                            AnotherColumn.OfRelation(
                                view.Request.Asked.Text,
                                thing,
                                pair.Choice.Type.Symbol,
                                pair.Choice.Direction,
                                Name(pair.Choice.Type, pair.Title),
                                _spelling
                            )
                    )
                )
                .OfType<ColumnChoice>(),
        ];

    private ColumnChoice? Choice(string title, Func<int, string?> text) =>
        view.ThingColumn is { } thing && text(thing) is { } longer ? new(title, view.Address(Asking(longer))) : null;

    // A new column stands last, and is shown.
    private ViewRequest Asking(string text)
    {
        var request = view.Request with { Asked = view.Request.Asked with { Text = text, Page = 1 } };
        return _settings.Shown is null ? request : request with { Settings = request.Settings.Remove(TableShape.Columns) };
    }

    private bool HasColumnOf(string symbol) =>
        view.Origins.OfType<ColumnOrigin.FieldOf>().Any(origin => origin.Column == view.ThingColumn && origin.Field == symbol);

    private IEnumerable<Kind> Kinds() =>
        view
            .Rows.Take(MostLookedAt)
            .Select(row => view.ThingOf(row)?.Kind)
            .OfType<string>()
            .Distinct()
            .Select(view.Reading.Model.FindKind)
            .OfType<Kind>();

    private string With(ImmutableArray<int> columns)
    {
        var all = columns.Length == view.Columns.Length && columns.SequenceEqual(columns.Order());
        return view.Address(
            view.Request with
            {
                Settings = all
                    ? view.Request.Settings.Remove(TableShape.Columns)
                    : view.Request.Settings.SetItem(
                        TableShape.Columns,
                        string.Join(',', columns.Select(column => view.Columns[column]))
                    ),
            }
        );
    }

    private string Name(RelationType type, string title) =>
        view.Reading.Model.WordFor(type.Id) is null ? title.ToLowerInvariant() : title;
}
