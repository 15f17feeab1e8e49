using NodaTime;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>What a workspace goes by, and what changes of it: its name, its clock, in whose words it speaks, its settings.</summary>
public static class WorkspaceShaping
{
    /// <summary>Where its days begin and end: an IANA name.</summary>
    public const string TimeZone = "time-zone";

    /// <summary>The community in whose words everybody reads who chose none; empty for the model's own.</summary>
    public const string Community = "default-community";

    /// <summary>The workspace's own entity.</summary>
    public static Entity Of(Reading reading) => reading.WithLabel(MetaKinds.Workspace).First();

    /// <summary>What it goes by now, chosen or usual, by name.</summary>
    public static IEnumerable<(string Name, string Text)> TextsOf(Entity workspace) =>
        [
            (TimeZone, workspace[TimeZone].AsText ?? "UTC"),
            (Community, workspace[Community].AsText ?? ""),
            .. PracticeSettings.All.Select(setting => (setting.Name, SettingText.Write(InForce(workspace, setting)))),
        ];

    /// <summary>Whether somebody chose another value than the usual one, and it counts.</summary>
    public static bool IsChosen(Entity workspace, Setting setting) =>
        !workspace[setting.Name].IsNothing && SettingText.Write(InForce(workspace, setting)) != SettingText.Write(setting.Usual);

    /// <summary>What changes when this is filled in; an empty setting is the usual one again, what is not wished stays.</summary>
    public static PartChange Change(Reading reading, Entity workspace, IReadOnlyDictionary<string, string> wished)
    {
        var now = PartText.Of(workspace);
        var wishes = wished
            .Where(text => now.ContainsKey(text.Key) && now[text.Key] != text.Value)
            .Select(text => (text.Key, text.Value, Wish: WishOf(text.Key, text.Value)))
            .ToArray();
        var unread = wishes
            .Where(wish => wish.Wish is null)
            .Select(wish => (wish.Key, (Fault?)SettingFaults.NoSuchValue(SettingOf(wish.Key)!, wish.Value)));
        var change = Set(reading, workspace, wishes.Where(wish => wish.Wish is not null).Select(wish => (wish.Key, wish.Wish!)));
        return unread.Any() ? PartChange.Refused([.. unread, .. change.Problems.Select(p => (p.Key, (Fault?)p.Value))]) : change;
    }

    /// <summary>What changes when it goes by these values; nothing for the usual one.</summary>
    /// <param name="reading">The workspace now.</param>
    /// <param name="workspace">Its own entity.</param>
    /// <param name="wished">By name: title, time-zone, default-community, or a setting.</param>
    public static PartChange Set(Reading reading, Entity workspace, IEnumerable<(string Name, Value Value)> wished)
    {
        var wishes = wished.ToArray();
        var broken = wishes.Select(wish => (wish.Name, Broken(reading, workspace, wish.Name, wish.Value))).ToArray();
        return broken.Any(one => one.Item2 is not null)
            ? PartChange.Refused(broken)
            : PartChange.Of(
                wishes
                    .Where(wish => workspace[wish.Name] != wish.Value)
                    .Select(wish => PartChecks.Set(workspace, wish.Name, wish.Value))
            );
    }

    private static Fault? Broken(Reading reading, Entity workspace, string name, Value value) =>
        name switch
        {
            PartText.Title => IsTitle(value.AsText) ? null : ShapeFaults.TitleMissing(PartChecks.LongestTitle),
            TimeZone => DateTimeZoneProviders.Tzdb.GetZoneOrNull(value.AsText ?? "") is not null
                ? null
                : SettingFaults.NoZone(value.AsText ?? ""),
            Community => value.IsNothing || reading.Model.Communities.Any(known => known.Symbol == value.AsText)
                ? null
                : SettingFaults.NoCommunity(value.AsText ?? "", reading.Model.Communities.Select(known => known.Symbol)),
            _ => SettingOf(name) is { } setting
                ? BrokenSetting(workspace, setting, value)
                : SettingFaults.NoSetting(name, PracticeSettings.All.Select(known => known.Name)),
        };

    private static Fault? BrokenSetting(Entity workspace, Setting setting, Value value) =>
        value.IsNothing || (setting.Takes(value) && IsDegree(workspace, setting, value))
            ? null
            : SettingFaults.NoSuchValue(setting, ValueText.Of(value));

    private static bool IsTitle(string? title) =>
        title is { Length: > 0 and <= PartChecks.LongestTitle } && !title.Any(char.IsControl);

    // A degree is one of those that the workspace goes by.
    private static bool IsDegree(Entity workspace, Setting setting, Value value) =>
        setting.Form != "degree"
        || (InForce(workspace, SettingOf("likert")!) is Value.List degrees && degrees.Items.Contains(value));

    private static Value? WishOf(string name, string text) =>
        SettingOf(name) is not { } setting ? PartChecks.Text(text.Trim())
        : text.Trim().Length == 0 ? Value.Nothing
        : SettingText.Read(setting, text);

    private static Value InForce(Entity workspace, Setting setting) =>
        workspace[setting.Name] is { IsNothing: false } own && setting.Takes(own) ? own : setting.Usual;

    private static Setting? SettingOf(string name) => PracticeSettings.All.FirstOrDefault(setting => setting.Name == name);
}
