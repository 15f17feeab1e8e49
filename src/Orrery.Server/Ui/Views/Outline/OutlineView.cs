using System.Collections.Immutable;
using System.Globalization;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>An outline as the page shows it: the rows that are open, and how to open others.</summary>
public sealed class OutlineView
{
    public const int Deepest = 12;
    public const int MostBelow = 100;
    public const int RowsAtFirst = 300;

    private const int FitsOnScreen = 60;
    private const int MostRows = 5_000;
    private const int MostOpened = 80;

    private readonly ShownView _view;
    private readonly OutlineJoins _joins;
    private readonly ImmutableArray<string> _opened;
    private readonly ImmutableArray<string> _shut;
    private ImmutableArray<int>? _columns;
    private int _room;

    private OutlineView(ShownView view, OutlineJoins joins)
    {
        (_view, _joins) = (view, joins);
        (_opened, _shut) = (Listed("open"), Listed("shut"));
        Level = LevelOf(view.Request.PlaceOf(OutlineShape.Depth) ?? view.Request[OutlineShape.Depth]);
        Limit = int.TryParse(view.Request.PlaceOf("rows"), NumberStyles.None, CultureInfo.InvariantCulture, out var rows)
            ? Math.Clamp(rows, RowsAtFirst, MostRows)
            : RowsAtFirst;
        _room = Limit;
        Root = view.Request.PlaceOf("from") is { } from && view.Visit.Find(from) is { Id: var id } ? joins.NumberOf(id) : null;
        // What something lies under comes first: a hundred things that stand alone would hide it.
        ImmutableArray<int> top = Root is { } root
            ? [root]
            : [.. joins.Outline.Roots.OrderBy(thing => joins.Outline.Below(thing).IsEmpty)];
        Rows = Unfold(top, above: null, "", level: 1, out var leftOut);
        LeftOut = leftOut;
    }

    public ImmutableArray<OutlineRow> Rows { get; }

    /// <summary>How many on top there was no room for.</summary>
    public int LeftOut { get; }

    public int Limit { get; }

    /// <summary>Down to which level it is open, where nobody opened or shut more.</summary>
    public int Level { get; }

    /// <summary>The thing whose part alone is shown, by number; null for everything.</summary>
    public int? Root { get; }

    public Entity? RootThing => Root is { } root ? _joins.Things[root] : null;

    public int Count => _joins.Things.Count;

    /// <summary>The other columns, beside the title.</summary>
    public ImmutableArray<int> Columns =>
        _columns ??= [.. Enumerable.Range(0, _view.Columns.Length).Where(column => column != _view.ThingColumn).Take(8)];

    public bool HasRoomFor(int more) => Limit + more <= MostRows;

    /// <summary>How the arrangement reads, from below to above.</summary>
    public string Said => _view.Visit.Words.Relation(_joins.Type, _joins.Up);

    /// <summary>Arranges a view; null when it holds no things, or nothing that could join them.</summary>
    public static OutlineView? Of(ShownView view)
    {
        if (view.ThingColumn is null || OutlineType.Of(view) is not { } type)
            return null;
        var up = view.Request[OutlineShape.Direction] == "down" ? Direction.In : Direction.Out;
        return new(view, new(view, type, up));
    }

    /// <summary>The same, with a row opened or shut.</summary>
    public string Toggled(OutlineRow row)
    {
        var opened = row.IsOpen ? _opened.Remove(row.Path) : _opened.Add(row.Path);
        var shut = row.IsOpen ? _shut.Add(row.Path) : _shut.Remove(row.Path);
        // What is open by level need not be listed, nor what is shut below it.
        var request = Listing("open", [.. opened.Where(path => LevelOfPath(path) >= Level)]);
        return _view.Address(request.At("shut", Join([.. shut.Where(path => LevelOfPath(path) < Level)])));
    }

    /// <summary>The same, open down to a level.</summary>
    public string ToLevel(int level) =>
        _view.Address(Listing("open", []).At("shut", null).At(OutlineShape.Depth, level.ToString(CultureInfo.InvariantCulture)));

    /// <summary>One thing and what lies below it; everything for null.</summary>
    public string From(Entity? thing) =>
        _view.Address(Listing("open", []).At("shut", null).At("rows", null).At("from", thing?.ToString()));

    public string More => _view.Address(_view.Request.At("rows", (Limit + RowsAtFirst).ToString(CultureInfo.InvariantCulture)));

    private ImmutableArray<OutlineRow> Unfold(ImmutableArray<int> things, int? above, string path, int level, out int leftOut)
    {
        var most = above is null || above == Root ? int.MaxValue : MostBelow;
        var shown = ImmutableArray.CreateBuilder<OutlineRow>();
        foreach (var thing in things)
        {
            if (_room == 0 || shown.Count == most)
                break;
            _room--;
            shown.Add(Row(thing, above, path, level));
        }

        leftOut = things.Length - shown.Count;
        return shown.ToImmutable();
    }

    private OutlineRow Row(int thing, int? above, string path, int level)
    {
        var entity = _joins.Things[thing];
        var here = path.Length == 0 ? $"{entity.Order}" : $"{path}-{entity.Order}";
        var below = _joins.Outline.Below(thing);
        var isOpen = !below.IsEmpty && level < Deepest && IsOpen(here, level);
        var leftOut = 0;
        var rows = isOpen ? Unfold(below, thing, here, level + 1, out leftOut) : [];
        return new(
            here,
            level,
            _joins.RowOf(thing),
            entity,
            _joins.MarkOf(above, thing),
            _joins.NotesOf(above, thing),
            below.Length,
            isOpen,
            rows,
            leftOut
        );
    }

    private bool IsOpen(string path, int level) => !_shut.Contains(path) && (level < Level || _opened.Contains(path));

    private int LevelOf(string? told)
    {
        if (int.TryParse(told, NumberStyles.None, CultureInfo.InvariantCulture, out var level))
            return Math.Clamp(level, 1, Deepest);
        return Enumerable.Range(2, 3).LastOrDefault(deep => _joins.Outline.CountTo(deep, FitsOnScreen) <= FitsOnScreen, 1);
    }

    private ImmutableArray<string> Listed(string name) =>
        [.. (_view.Request.PlaceOf(name) ?? "").Split('.').Where(path => path.Length > 0)];

    private ViewRequest Listing(string name, ImmutableArray<string> paths) => _view.Request.At(name, Join(paths));

    private static string Join(ImmutableArray<string> paths) => string.Join('.', paths.TakeLast(MostOpened));

    private static int LevelOfPath(string path) => path.Count(letter => letter == '-') + 1;
}
