using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Practice;

/// <summary>The numbers that the computations of one workspace go by: those it chose, else the usual ones.</summary>
/// <remarks>A chosen value that the setting does not take (a text for a number, a share above one) does not count.</remarks>
public sealed class PracticeSettings
{
    private const string File = "settings/settings.yaml";
    private static readonly FrozenDictionary<string, Setting> ByName = Read().ToFrozenDictionary(setting => setting.Name);
    private static readonly ConditionalWeakTable<WorkspaceSettings, PracticeSettings> Kept = [];

    private readonly FrozenDictionary<string, Value> _values;

    private PracticeSettings(ImmutableSortedDictionary<string, Value> chosen) =>
        _values = ByName.Values.ToFrozenDictionary(
            setting => setting.Name,
            setting => chosen.TryGetValue(setting.Name, out var own) && setting.Takes(own) ? own : setting.Usual
        );

    /// <summary>The titles of their groups, in order.</summary>
    public static ImmutableArray<string> Groups { get; } =
    [.. (YamlText.Read(File, Shelved.Text(File), [])?.Map("groups") is { } groups ? groups.Keys.Select(groups.Required) : [])];

    /// <summary>All there are, by name.</summary>
    public static ImmutableArray<Setting> All { get; } =
    [.. ByName.Values.OrderBy(setting => setting.Name, StringComparer.Ordinal)];

    /// <summary>As they are when nobody chose.</summary>
    public static PracticeSettings Usual { get; } = new(Properties.None);

    /// <summary>Those of a workspace: today's, also when the past is read.</summary>
    public static PracticeSettings Of(Model model) => Kept.GetValue(model.Settings, chosen => new(chosen.Chosen));

    /// <summary>A number.</summary>
    public double Number(string name) => NumberOf(_values[name]);

    /// <summary>Numbers in order.</summary>
    public ImmutableArray<double> Numbers(string name) => [.. ((Value.List)_values[name]).Items.Select(NumberOf)];

    /// <summary>Texts in order.</summary>
    public ImmutableArray<string> Texts(string name) => [.. ((Value.List)_values[name]).Items.Select(item => item.AsText ?? "")];

    /// <summary>A text.</summary>
    public string Text(string name) => _values[name].AsText ?? "";

    /// <summary>What a word weighs; null for a word that is not among them.</summary>
    public double? Weight(string name, string word) =>
        ((Value.Map)_values[name]).Entries.TryGetValue(word, out var weight) ? NumberOf(weight) : null;

    /// <summary>The words that have a weight.</summary>
    public IEnumerable<string> Words(string name) => ((Value.Map)_values[name]).Entries.Keys;

    /// <summary>What a setting is here.</summary>
    public Value? Find(string name) => _values.GetValueOrDefault(name);

    /// <summary>Words that do not count when texts are compared.</summary>
    public IReadOnlySet<string> StopWords => field ??= Texts("stop-words").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Days at which all horizons but the last end, ascending.</summary>
    public ImmutableArray<double> HorizonEnds => field.IsDefault ? field = Numbers("horizon-ends") : field;

    private static double NumberOf(Value value) => value is Value.Integer whole ? whole.Number : ((Value.Float)value).Number;

    private static List<Setting> Read()
    {
        List<Fault> faults = [];
        var map = YamlText.Read(File, Shelved.Text(File), faults);
        var groups = map?.Map("groups");
        List<Setting> all = [.. (map?.Map("settings")?.Named() ?? []).Select(named => Of(named.Key, named.Map, groups!))];
        return faults is [var first, ..] ? throw new FaultException(first) : all;
    }

    private static Setting Of(string name, YamlMap map, YamlMap groups) =>
        new(name, map.Required("title"), map.Required("source"), QueryText.ParseValue(map.Required("value")))
        {
            Group = groups.Required(map.Required("group")),
            Range = new(map.AnyNumber("least"), map.AnyNumber("most")),
            IsWhole = map.Flag("whole"),
            Parts = map.Texts("parts"),
            Form = map.Text("form") ?? "",
        };
}
