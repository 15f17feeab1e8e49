using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Query;
using static Orrery.Practice.PracticeLanguage;

namespace Orrery.Practice;

/// <summary>The numbers that the others go by.</summary>
internal static class SettingFunctions
{
    public static ImmutableArray<AddedFunction> All { get; } =
    [
        new(
            "practice.setting",
            "What a setting of the practice is in this workspace. Null for a name that is none.",
            [In("name", ProcedureType.String)],
            1,
            (given, looking) => PracticeSettings.Of(looking.Reading.Model).Find(given[0].AsText!) ?? Value.Nothing
        ),
    ];

    public static ImmutableArray<Procedure> Procedures { get; } =
    [
        new(
            "practice.settings",
            "All settings of the practice: what they are here, what they are usually, and what they mean.",
            [],
            [In("name", ProcedureType.String), In("value"), In("usual"), In("title", ProcedureType.String)],
            (looking, _) =>
                PracticeSettings.All.Select(setting =>
                    ImmutableArray.Create(
                        Value.Of(setting.Name),
                        PracticeSettings.Of(looking.Reading.Model).Find(setting.Name)!,
                        setting.Usual,
                        Value.Of(setting.Title)
                    )
                )
        ),
    ];
}
