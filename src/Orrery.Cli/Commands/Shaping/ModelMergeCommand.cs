using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Cli;

/// <summary><c>orrery model merge KIND INTO</c></summary>
internal sealed class ModelMergeCommand : Command, IExampled
{
    private const string Place = "--place";

    public ModelMergeCommand(Running running)
        : base("merge", "Make the things of one kind things of another, with what is said of them and how they are related.")
    {
        Arguments.Add(new Argument<string>("KIND") { Description = "The kind that goes." });
        Arguments.Add(new Argument<string>("INTO") { Description = "The kind that stays." });
        Options.Add(
            new Option<string[]>(Place)
            {
                Description =
                    "Where a field goes: to a field of the other kind, to a new one (new), or nowhere (leave-out). Default: to that of the same name, else a new one.",
                HelpName = "FIELD=TO",
            }
        );
        ModelRun.AddOptions(this);
        SetAction(running.OnData(MergeAsync));
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "orrery model merge idea bet --dry-run",
        "orrery model merge idea bet --place pitch=hypothesis --place colour=leave-out --misfits keep",
    ];

    private static async Task MergeAsync(Call call)
    {
        var workspace = await call.WorkspaceAsync();
        var wish = new MergeWish(PlacesOf(call), ModelRun.MisfitsOf(call), ModelRun.TermsOf(call, workspace));
        var shown = Look(workspace.Read(call.Viewer, When.Now));
        call.Print(SheetOf(shown));
        await ModelRun.DoAsync(call, workspace, shown, Look, merge => merge.Digest, merge => merge.ToCommands(), shown.Title);

        KindMerge Look(Reading reading) =>
            KindMerge.Look(
                reading,
                ModelRun.KindOf(reading, call.Get<string>("KIND")!),
                ModelRun.KindOf(reading, call.Get<string>("INTO")!),
                wish
            );
    }

    private static ImmutableSortedDictionary<string, string> PlacesOf(Call call) =>
        (call.Get<string[]>(Place) ?? [])
            .Select(place => place.Split('=', 2))
            .GroupBy(place => place[0], StringComparer.Ordinal)
            .ToImmutableSortedDictionary(
                place => place.Key,
                place =>
                    place.Last().ElementAtOrDefault(1) switch
                    {
                        "new" => MergeWish.NewField,
                        "leave-out" => MergeWish.LeaveOut,
                        var said => said ?? "",
                    },
                StringComparer.Ordinal
            );

    private static Sheet SheetOf(KindMerge merge)
    {
        var sheet = new Sheet("what", "how many", "becomes of it");
        sheet.Add($"things of {merge.From["symbol"].AsText}", Text(merge.Things), $"of {merge.Into["symbol"].AsText}");
        foreach (var field in merge.Fields)
            sheet.Add($"field {field.Field.Symbol}", Text(field.Values), Said(field));
        foreach (var (type, direction) in merge.Relations)
            sheet.Add(
                $"relation {type["symbol"].AsText}",
                "",
                direction == Direction.Out ? "may start there too" : "may end there too"
            );
        foreach (var view in merge.Views)
            sheet.Add(view, "", "asks for it by name, and will find nothing");
        return sheet;
    }

    private static string Said(MergedField field) =>
        field.Place switch
        {
            MergeWish.NewField => "a new field",
            MergeWish.LeaveOut => "left out",
            _ =>
                $"in {field.Target!.Symbol}: {Text(field.Counts.Fit)} as they are, {Text(field.Counts.Convert)} written anew, {Text(field.Counts.Lose)} lose something, {Text(field.Counts.Cannot)} have no place",
        };

    private static string Text(int count) => count.ToString("#,0", CultureInfo.InvariantCulture);
}
