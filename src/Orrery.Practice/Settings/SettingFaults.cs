using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Refusals of what a workspace is to go by.</summary>
public static class SettingFaults
{
    /// <summary>No such place.</summary>
    public static Fault NoZone(string zone) =>
        new(
            FaultKind.Invalid,
            "workspace.no-zone",
            $"There is no time zone '{zone}'.",
            "Write an IANA name, such as Europe/Berlin or UTC."
        );

    /// <summary>A workspace speaks only as a community it has.</summary>
    public static Fault NoCommunity(string community, IEnumerable<string> known) =>
        new(
            FaultKind.Invalid,
            "workspace.no-community",
            $"No community has the key '{community}'.",
            Nearest.Advice(community, known, "Add a word of it in the dictionary, or a pack that brings it.")
        );

    /// <summary>No setting is called so.</summary>
    public static Fault NoSetting(string name, IEnumerable<string> known) =>
        new(
            FaultKind.Invalid,
            "workspace.no-setting",
            $"There is no setting '{name}'.",
            Nearest.Advice(name, known, "List them: orrery query \"CALL practice.settings()\".")
        );

    /// <summary>A value that the setting does not take.</summary>
    public static Fault NoSuchValue(Setting setting, string text) =>
        new(
            FaultKind.Invalid,
            "workspace.setting-value",
            $"'{text.ReplaceLineEndings(", ")}' is nothing that '{setting.Name}' can be.",
            $"It is usually {ValueText.Of(setting.Usual)}: {Wanted(setting)}{(setting.Usual is Value.Text ? ", in quotes at the command line" : "")}."
        );

    private static string Wanted(Setting setting) =>
        setting.Form switch
        {
            "day" => "write a month and a day, such as 04-01",
            "degree" => "write one of the degrees of confidence",
            "ascending" => $"write {setting.Parts.Length} numbers above 0, each larger than the one before",
            _ when !setting.Parts.IsEmpty => $"write {setting.Parts.Length} numbers{RangeOf(setting)}",
            _ when setting.Usual is Value.Integer or Value.Float =>
                $"write {(setting.IsWhole ? "a whole number" : "a number")}{RangeOf(setting)}",
            _ => $"write one of the same sort{RangeOf(setting)}",
        };

    private static string RangeOf(Setting setting) => setting.Range.IsOpen ? "" : $" {setting.Range.Words}";
}
