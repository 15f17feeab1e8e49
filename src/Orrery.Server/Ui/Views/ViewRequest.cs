using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>What an address asks of a view: the question, what it looks like, what it is told, what it is compared with.</summary>
/// <param name="Asked">The question and its parameters.</param>
/// <param name="Shape">What it looks like.</param>
/// <param name="Settings">What the shape is told.</param>
/// <param name="Against">The moment it is compared with, as it stands in the address; null for none.</param>
public sealed record ViewRequest(
    AskedText Asked,
    ViewShape Shape,
    ImmutableSortedDictionary<string, string> Settings,
    string? Against
)
{
    private static readonly ImmutableSortedDictionary<string, string> Nowhere = ImmutableSortedDictionary.Create<string, string>(
        StringComparer.Ordinal
    );

    /// <summary>What settings are called in addresses and forms, before their name.</summary>
    public const string Prefix = "s.";

    /// <summary>What the parts of a place are called in addresses, before their name.</summary>
    public const string PlacePrefix = "o.";

    /// <summary>What the shape is told under a name; null when it is left out.</summary>
    public string? this[string name] => Settings.GetValueOrDefault(name);

    /// <summary>Where somebody is in it: what is open, how far it is read. It is in the address and never saved.</summary>
    public ImmutableSortedDictionary<string, string> Place { get; init; } = Nowhere;

    /// <summary>Where somebody is in it, under a name; null for where everybody begins.</summary>
    public string? PlaceOf(string name) => Place.GetValueOrDefault(name);

    /// <summary>The same somewhere else in it; null for where everybody begins.</summary>
    public ViewRequest At(string name, string? place) =>
        this with
        {
            Place = string.IsNullOrEmpty(place) ? Place.Remove(name) : Place.SetItem(name, place),
        };

    /// <summary>The same with something else told to the shape; null leaves it out.</summary>
    public ViewRequest Told(string name, string? value) =>
        this with
        {
            Settings = string.IsNullOrEmpty(value) ? Settings.Remove(name) : Settings.SetItem(name, value),
        };

    /// <summary>What an address asks; what it leaves out is as the view was saved.</summary>
    public static ViewRequest Read(IQueryCollection query, ViewDefinition? saved)
    {
        var text = query["q"].ToString() is { Length: > 0 } typed ? typed : saved?.Query ?? "";
        var shape = ViewShapes.Find(query["shape"]) ?? saved?.Shape ?? ViewShape.Table;
        return new(
            AskedText.Of(text, name => Typed(query, name, saved)) with
            {
                Page = int.TryParse(query["page"], out var page) ? Math.Max(1, page) : 1,
            },
            shape,
            SettingsIn(query, saved, shape),
            query["against"].ToString() is { Length: > 0 } against ? against.Trim() : null
        )
        {
            Place = query
                .Where(pair => pair.Key.StartsWith(PlacePrefix, StringComparison.Ordinal) && pair.Value.ToString().Length > 0)
                .ToImmutableSortedDictionary(
                    pair => pair.Key[PlacePrefix.Length..],
                    pair => pair.Value.ToString(),
                    StringComparer.Ordinal
                ),
        };
    }

    /// <summary>The parts of an address that say so again, all of them.</summary>
    public (string, string?)[] Address(ViewShape shape) =>
        [
            ("q", Asked.Text),
            .. ParametersInAddress,
            ("shape", ViewShapes.NameOf(shape)),
            .. SettingsFor(shape).Select(pair => ($"{Prefix}{pair.Key}", (string?)pair.Value)),
            ("against", Against),
            .. PlaceInAddress,
        ];

    /// <summary>The parts that differ from a saved view.</summary>
    public (string, string?)[] AddressBeside(ViewDefinition saved, ViewShape shape) =>
        [
            ("q", Asked.Text == AskedText.Of(saved.Query, _ => "").Text ? null : Asked.Text),
            .. ParametersInAddress,
            ("shape", shape == saved.Shape ? null : ViewShapes.NameOf(shape)),
            .. SettingsFor(shape)
                .Where(pair => saved.Settings.GetValueOrDefault(pair.Key) != pair.Value)
                .Select(pair => ($"{Prefix}{pair.Key}", (string?)pair.Value)),
            // An empty setting takes away what was saved, and was understood here.
            .. Inherited(saved, Shape)
                .Keys.Where(name => !Settings.ContainsKey(name) && ShapeShelf.MeansTheSame(Shape, shape, name))
                .Select(name => ($"{Prefix}{name}", (string?)Left)),
            ("against", Against),
            .. PlaceInAddress,
        ];

    /// <summary>Whether it shows something else than the view as it was saved.</summary>
    public bool Differs(ViewDefinition saved)
    {
        var readers = ShapeShelf
            .Of(Shape)
            .Settings.Where(setting => setting.IsOfReader)
            .Select(setting => $"{Prefix}{setting.Name}");
        return AddressBeside(saved, Shape)
            .Any(part =>
                part is { Item1: not "against", Item2: not null } && IsSaved(part.Item1) && !readers.Contains(part.Item1)
            );
    }

    /// <summary>How an address says that a setting is left out, though it was saved.</summary>
    public const string Left = "-";

    private IEnumerable<(string, string?)> ParametersInAddress =>
        Asked.Parameters.Select(parameter => ($"{AskedText.Prefix}{parameter.Name}", (string?)parameter.Typed));

    private IEnumerable<(string, string?)> PlaceInAddress =>
        Place.Select(pair => ($"{PlacePrefix}{pair.Key}", (string?)pair.Value));

    private static bool IsSaved(string name) =>
        !name.StartsWith(AskedText.Prefix, StringComparison.Ordinal) && !name.StartsWith(PlacePrefix, StringComparison.Ordinal);

    private static string Typed(IQueryCollection query, string name, ViewDefinition? saved) =>
        query[$"{AskedText.Prefix}{name}"].ToString() is { Length: > 0 } typed
            ? typed
            : saved?.Parameters.GetValueOrDefault(name) ?? "";

    // What this shape is told, as far as another would understand it: what a board puts its columns by is no relation that an outline could follow.
    private IEnumerable<KeyValuePair<string, string>> SettingsFor(ViewShape shape) =>
        Settings.Where(pair => ShapeShelf.MeansTheSame(Shape, shape, pair.Key));

    private static ImmutableSortedDictionary<string, string> Inherited(ViewDefinition? saved, ViewShape shape) =>
        saved is null
            ? Nowhere
            : saved.Settings.RemoveRange(saved.Settings.Keys.Where(name => !ShapeShelf.MeansTheSame(saved.Shape, shape, name)));

    private static ImmutableSortedDictionary<string, string> SettingsIn(
        IQueryCollection query,
        ViewDefinition? saved,
        ViewShape shape
    )
    {
        var settings = Inherited(saved, shape).ToBuilder();
        foreach (var (name, value) in query)
        {
            if (!name.StartsWith(Prefix, StringComparison.Ordinal))
                continue;
            if (string.Join(',', value.Where(one => !string.IsNullOrWhiteSpace(one))) is { Length: > 0 } said and not Left)
                settings[name[Prefix.Length..]] = said;
            else
                settings.Remove(name[Prefix.Length..]);
        }

        return settings.ToImmutable();
    }
}
