using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using NodaTime;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>What the workspace goes by: its name, its clock, in whose words it speaks, and the numbers that are worked with.</summary>
internal static class SettingsPages
{
    // The groups that most people look for.
    private static readonly ImmutableArray<string> InSight = [.. PracticeSettings.Groups.Take(3)];

    public static IResult Show(Visit visit) =>
        Page.Of<PartFormPage>(FormOf(visit, PartText.Of(WorkspaceShaping.Of(PartForms.Now(visit)))));

    public static Task<IResult> Save(Visit visit) =>
        PartForms.SaveAsync(
            visit,
            WorkspaceShaping.Of(PartForms.Now(visit)),
            WorkspaceShaping.Change,
            "Changed what the workspace goes by",
            visit.Links.Settings,
            typed => FormOf(visit, typed)
        );

    private static PartFormView FormOf(Visit visit, ImmutableSortedDictionary<string, string> texts)
    {
        var now = PartForms.Now(visit);
        var workspace = WorkspaceShaping.Of(now);
        return new(
            visit,
            "Settings",
            "What this workspace goes by. Whatever is emptied is as usual again; every change is kept with who made it, and can be taken back.",
            "Save",
            new("Shape", visit.Links.Model),
            [
                .. OfCompany(now, texts),
                .. PracticeSettings
                    .All.OrderBy(setting => PracticeSettings.Groups.IndexOf(setting.Group))
                    .Select(setting => InputOf(workspace, setting, texts[setting.Name])),
            ],
            null
        )
        {
            Seen = visit.Workspace.Current.At,
            Open = InSight,
            Further =
            [
                (
                    "How they changed",
                    visit.Links.At($"{visit.Links.Root}/history", ("of", HistoryFilter.OfKind(MetaKinds.Workspace)))
                ),
            ],
        };
    }

    private static PartInput[] OfCompany(Reading now, ImmutableSortedDictionary<string, string> texts) =>
        [
            new(PartText.Title, "What the company is called", PartInputSort.Line, texts[PartText.Title]),
            new(WorkspaceShaping.TimeZone, "Where its days begin and end", PartInputSort.Line, texts[WorkspaceShaping.TimeZone])
            {
                Suggestions = DateTimeZoneProviders.Tzdb.Ids,
                Hint = "A time zone: Europe/Berlin, UTC.",
            },
            new(WorkspaceShaping.Community, "In whose words it speaks", PartInputSort.One, texts[WorkspaceShaping.Community])
            {
                Choices =
                [
                    new(
                        "",
                        [
                            ("", "The model's own"),
                            .. now.Model.Communities.Select(community => (community.Symbol, community.Title)),
                        ]
                    ),
                ],
                Hint = "To everybody who chose no community. Usually the model's own.",
            },
        ];

    private static PartInput InputOf(Entity workspace, Setting setting, string text) =>
        new(setting.Name, setting.Title, SortOf(setting), text)
        {
            Group = setting.Group,
            Parts = [.. setting.Parts],
            Hint = $"Usually {SettingText.Write(setting.Usual).ReplaceLineEndings(", ")}.",
            Mark = WorkspaceShaping.IsChosen(workspace, setting) ? "chosen here" : null,
        };

    private static PartInputSort SortOf(Setting setting) =>
        !setting.Parts.IsEmpty ? PartInputSort.Row
        : setting.Usual is Value.List or Value.Map ? PartInputSort.Lines
        : PartInputSort.Line;
}
