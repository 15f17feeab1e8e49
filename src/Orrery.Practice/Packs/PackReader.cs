using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NodaTime.Text;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Reads one pack. Strict: what it does not know is a fault with file, line and remedy, never ignored.</summary>
/// <remarks>Names of other packs' things are checked when packs come together: <see cref="Catalogue.Of"/>.</remarks>
public static partial class PackReader
{
    /// <summary>The newest form of packs that is read here. A pack that says none is of the first.</summary>
    public const int Format = 1;

    private const int MostInASection = 2_000;
    internal static readonly ImmutableArray<string> Temporalities = ["persistent", "time-boxed", "recurring", "event"];
    internal static readonly ImmutableArray<string> Groundings = ["anchor", "container", "summary", "view-only"];
    internal static readonly ImmutableArray<string> Tiers = ["core", "extended", "custom"];

    /// <summary>The pack the text describes, or all its faults in order of lines.</summary>
    /// <param name="file">What to call the text in messages.</param>
    /// <param name="text">YAML (docs/packs.md), at most two million characters.</param>
    public static Outcome<Pack> Read(string file, string text)
    {
        List<Fault> faults = [];
        var pack = YamlText.Read(file, text, faults) is { } map ? ReadFormat(map) : null;
        return pack is null || faults.Count > 0
            ? new Outcome<Pack>.Refused([.. faults])
            : new Outcome<Pack>.Good(pack with { Text = text });
    }

    // A newer form may mean anything by its keys: nothing else is said about it.
    private static Pack? ReadFormat(YamlMap map)
    {
        if (map.Whole("format") is { } format and > Format)
        {
            map.Faults.Add(PackFaults.NewerFormat(map.PlaceOf("format"), format, Format));
            return null;
        }

        PackTexts.Check(map);
        return Read(map);
    }

    private static Pack Read(YamlMap map)
    {
        var pack = new Pack(
            Symbol(map, "pack"),
            Version(map),
            map.Required("title"),
            map.Required("description"),
            Day(map, "revisit"),
            map.Texts("needs"),
            Each(map, "categories", Category),
            Each(map, "enumerations", Enumeration),
            Each(map, "kinds", Kind),
            Each(map, "relation-types", RelationType),
            Each(map, "extend", FieldReader.Extension),
            Each(map, "lifecycles", LifecycleReader.Read),
            Each(map, "views", ViewReader.Read),
            Each(map, "words", WordReader.Read),
            Each(map, "examples", Example),
            map.Place
        );
        map.Close();
        return pack;
    }

    private static ImmutableArray<T> Each<T>(YamlMap map, string section, Func<string, YamlMap, T> read)
    {
        if (map.Map(section) is not { } named)
            return [];
        if (named.Keys.Count() > MostInASection)
        {
            map.Faults.Add(YamlFaults.Limit(named.Place, $"{section} holds more than {MostInASection:N0}."));
            return [];
        }

        var all = ImmutableArray.CreateBuilder<T>();
        foreach (var (symbol, definition) in named.Named())
        {
            if (!SymbolPattern().IsMatch(symbol))
                map.Faults.Add(PackFaults.BadSymbol(definition.Place, symbol));
            all.Add(read(symbol, definition));
            definition.Close();
        }

        return all.ToImmutable();
    }

    private static CategoryDefinition Category(string symbol, YamlMap map) =>
        new(symbol, map.Required("title"), map.Required("description"), map.Place);

    private static EnumerationDefinition Enumeration(string symbol, YamlMap map)
    {
        var options = FieldReader.Options(map, "options");
        if (options.IsEmpty)
            map.Faults.Add(PackFaults.NoOptions(map.Place, symbol));
        return new(symbol, map.Text("title") ?? Humane(symbol), options, map.Place);
    }

    private static KindDefinition Kind(string symbol, YamlMap map)
    {
        var title = map.Text("title") ?? Humane(symbol);
        return new(
            symbol,
            title,
            map.Text("plural") ?? title + "s",
            map.Required("description"),
            map.Texts("is"),
            map.Text("category"),
            map.Text("lifecycle"),
            FieldReader.OneOf(map, "temporality", Temporalities),
            FieldReader.OneOf(map, "grounding", Groundings),
            map.Whole("half-life"),
            map.Flag("abstract"),
            FieldReader.Fields(map),
            map.Place
        )
        {
            IsHidden = map.Flag("hidden"),
            ReviewEveryInDays = map.Whole("review-every"),
            Facets = map.Texts("facets"),
            Tier = FieldReader.OneOf(map, "tier", Tiers),
        };
    }

    private static RelationTypeDefinition RelationType(string symbol, YamlMap map) =>
        new(
            symbol,
            map.Text("title") ?? Humane(symbol).ToLowerInvariant(),
            map.Required("inverse"),
            map.Required("description"),
            map.Texts("from"),
            map.Texts("to"),
            map.Whole("from-max"),
            map.Whole("to-max"),
            map.Flag("acyclic"),
            map.Flag("symmetric"),
            map.Flag("causal"),
            map.Flag("structural"),
            FieldReader.Fields(map),
            map.Place
        )
        {
            IsHidden = map.Flag("hidden"),
            TakesBets = map.Flag("takes-bets"),
        };

    // What it tells is read when the packs are together (PackExample.Story): only then do its words mean something.
    private static PackExample Example(string symbol, YamlMap map)
    {
        map.Node("add");
        map.Node("relate");
        return new(symbol, map.Required("title"), map.Required("description"), map.Place) { Told = map };
    }

    private static string Symbol(YamlMap map, string key)
    {
        var symbol = map.Required(key);
        if (symbol.Length > 0 && !SymbolPattern().IsMatch(symbol))
            map.Faults.Add(PackFaults.BadSymbol(map.PlaceOf(key), symbol));
        return symbol;
    }

    private static string Version(YamlMap map)
    {
        var version = map.Required("version");
        if (version.Length > 0 && !VersionPattern().IsMatch(version))
            map.Faults.Add(PackFaults.BadVersion(map.PlaceOf("version"), version));
        return version;
    }

    private static NodaTime.LocalDate Day(YamlMap map, string key)
    {
        var text = map.Required(key);
        var day = LocalDatePattern.Iso.Parse(text);
        if (!day.Success && text.Length > 0)
            map.Faults.Add(PackFaults.BadDate(map.PlaceOf(key), text));
        return day.Success ? day.Value : default;
    }

    /// <summary>"in-action" becomes "In action".</summary>
    internal static string Humane(string symbol) =>
        symbol.Length == 0 ? symbol : char.ToUpperInvariant(symbol[0]) + symbol[1..].Replace('-', ' ');

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    internal static partial Regex SymbolPattern();

    [GeneratedRegex(@"^\d{1,4}\.\d{1,4}\.\d{1,4}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VersionPattern();
}
