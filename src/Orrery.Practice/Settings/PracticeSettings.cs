using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Practice;

/// <summary>The numbers that the computations of one workspace go by: those it chose, else the usual ones.</summary>
/// <remarks>A chosen value of another sort than the usual one (a text for a number) does not count.</remarks>
public sealed class PracticeSettings
{
    private const string File = "settings/settings.yaml";
    private static readonly FrozenDictionary<string, Setting> ByName = Read().ToFrozenDictionary(setting => setting.Name);
    private static readonly ConditionalWeakTable<WorkspaceSettings, PracticeSettings> Kept = [];

    private readonly FrozenDictionary<string, Value> _values;

    private PracticeSettings(ImmutableSortedDictionary<string, Value> chosen) =>
        _values = ByName.Values.ToFrozenDictionary(
            setting => setting.Name,
            setting => chosen.TryGetValue(setting.Name, out var own) && IsAlike(own, setting.Usual) ? own : setting.Usual
        );

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

    /// <summary>Days at which all horizons but the last end, ascending; the usual ones where what was chosen is no such list.</summary>
    public ImmutableArray<double> HorizonEnds => field.IsDefault ? field = EndsOf(Numbers("horizon-ends")) : field;

    /// <summary>Whether a value is of the sort that a setting takes: of another sort it would not count.</summary>
    public static bool Takes(Setting setting, Value value) => IsAlike(value, setting.Usual);

    private static ImmutableArray<double> EndsOf(ImmutableArray<double> chosen) =>
        chosen.Length == Horizons.Count - 1 && chosen[0] > 0 && chosen.Zip(chosen.Skip(1)).All(pair => pair.First < pair.Second)
            ? chosen
            : Usual.Numbers("horizon-ends");

    private static bool IsAlike(Value own, Value usual) =>
        (own, usual) switch
        {
            (Value.Integer or Value.Float, Value.Integer or Value.Float) => true,
            (Value.List a, Value.List b) => a.Items.Length > 0 && a.Items.All(item => IsAlike(item, b.Items[0])),
            (Value.Map a, Value.Map b) => a.Entries.Values.All(item => IsAlike(item, b.Entries.Values.First())),
            (Value.Text, Value.Text) => true,
            _ => false,
        };

    private static double NumberOf(Value value) => value is Value.Integer whole ? whole.Number : ((Value.Float)value).Number;

    private static List<Setting> Read()
    {
        List<Fault> faults = [];
        var map = YamlText.Read(File, Shelved.Text(File), faults);
        List<Setting> all = [.. (map?.Map("settings")?.Named() ?? []).Select(named => Of(named.Key, named.Map))];
        return faults is [var first, ..] ? throw new FaultException(first) : all;
    }

    private static Setting Of(string name, YamlMap map) =>
        new(name, map.Required("title"), map.Required("source"), QueryText.ParseValue(map.Required("value")));
}
