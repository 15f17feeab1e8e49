using System.Collections.Immutable;
using Orrery.Graph;
using YamlDotNet.RepresentationModel;

namespace Orrery.Practice;

/// <summary>Reads the fields of a pack's kinds and relation types, and what it adds to those of others.</summary>
internal static class FieldReader
{
    private static readonly ImmutableArray<string> Requirements = ["never", "on-commit", "always"];

    public static PackExtension Extension(string symbol, YamlMap map) =>
        new(symbol, map.Texts("from"), map.Texts("to"), Fields(map), map.Place);

    public static ImmutableArray<PackField> Fields(YamlMap owner)
    {
        if (owner.Map("fields") is not { } fields)
            return [];
        var all = ImmutableArray.CreateBuilder<PackField>();
        foreach (var symbol in fields.Keys)
        {
            if (!PackReader.SymbolPattern().IsMatch(symbol))
                owner.Faults.Add(PackFaults.BadSymbol(fields.PlaceOf(symbol), symbol));
            if (Field(fields, symbol) is { } field)
                all.Add(field);
        }

        return all.ToImmutable();
    }

    private static PackField? Field(YamlMap fields, string symbol)
    {
        if (fields.Node(symbol) is YamlScalarNode)
            return KindOf(fields, symbol) is { } plain
                ? new(
                    symbol,
                    PackReader.Humane(symbol),
                    plain,
                    null,
                    [],
                    null,
                    IsPersonal: false,
                    "never",
                    null,
                    fields.PlaceOf(symbol)
                )
                : null;
        if (fields.Map(symbol) is not { } map)
            return null;

        var (options, enumeration) = OptionsOrName(map);
        var kind = KindOf(map, "kind");
        if (kind is FieldKind.Enum or FieldKind.MultiEnum && options.IsEmpty && enumeration is null)
            map.Faults.Add(PackFaults.NoOptions(map.Place, symbol));
        var field = new PackField(
            symbol,
            map.Text("title") ?? PackReader.Humane(symbol),
            kind ?? FieldKind.Text,
            map.Text("unit"),
            options,
            enumeration,
            map.Flag("personal"),
            OneOf(map, "required", Requirements) ?? "never",
            map.Text("description"),
            map.Place
        )
        {
            IsHidden = map.Flag("hidden"),
            Aid = Aid(map, kind ?? FieldKind.Text),
            Range = RangeOf(map, kind ?? FieldKind.Text),
        };
        map.Close();
        return field;
    }

    private static FieldAid Aid(YamlMap map, FieldKind kind)
    {
        var aid = new FieldAid(OneOf(map, "editor", FieldEditors.All), Options(map, "parts"), map.Texts("ends"));
        if (FieldEditors.Misfit(kind, aid) is { } why)
            map.Faults.Add(PackFaults.BadEditor(map.Place, why));
        return aid;
    }

    private static FieldRange RangeOf(YamlMap map, FieldKind kind)
    {
        var range = new FieldRange(map.AnyNumber("min"), map.AnyNumber("max"));
        if (FieldRanges.Misfit(kind, range) is { } why)
            map.Faults.Add(PackFaults.BadRange(map.Place, why));
        return range;
    }

    private static FieldKind? KindOf(YamlMap map, string key)
    {
        var name = map.Required(key);
        if (FieldKinds.TryParse(name, out var kind))
            return kind;
        if (name.Length > 0)
            map.Faults.Add(PackFaults.NotOneOf(map.PlaceOf(key), "field kind", name, FieldKinds.Names));
        return null;
    }

    private static (ImmutableArray<FieldOption> Options, string? Enumeration) OptionsOrName(YamlMap map) =>
        map.Node("options") is YamlScalarNode ? ([], map.Text("options")) : (Options(map, "options"), null);

    public static ImmutableArray<FieldOption> Options(YamlMap map, string key) =>
        map.Node(key) is YamlMappingNode && map.Map(key) is { } titled
            ? [.. titled.Keys.Select(symbol => new FieldOption(symbol, titled.Text(symbol) ?? PackReader.Humane(symbol)))]
            : [.. map.Texts(key).Select(symbol => new FieldOption(symbol, PackReader.Humane(symbol)))];

    public static string? OneOf(YamlMap map, string key, ImmutableArray<string> allowed)
    {
        var text = map.Text(key);
        if (text is not null && !allowed.Contains(text))
            map.Faults.Add(PackFaults.NotOneOf(map.PlaceOf(key), key, text, allowed));
        return text;
    }
}
