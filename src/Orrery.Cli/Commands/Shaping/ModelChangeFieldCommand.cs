using System.CommandLine;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Cli;

/// <summary><c>orrery model change-field KIND.FIELD --to KIND</c></summary>
internal sealed class ModelChangeFieldCommand : Command, IExampled
{
    private const int FewExamples = 3;

    public ModelChangeFieldCommand(Running running)
        : base("change-field", "Change what a field holds, and turn all its values into that, at all times.")
    {
        Arguments.Add(new Argument<string>("FIELD") { Description = "A field of a kind or of a relation type: bet.appetite." });
        Options.Add(
            new Option<string>("--to")
            {
                Description = $"What it shall hold: {string.Join(", ", FieldKinds.Names)}.",
                HelpName = "HOLDS",
                Required = true,
            }
        );
        Options.Add(new Option<string?>("--unit") { Description = "In which unit. Default: as it is.", HelpName = "TEXT" });
        Options.Add(
            new Option<string[]>("--choice")
            {
                Description = "What can be chosen, where it shall hold enum or multi-enum; once for each. Default: as it is.",
                HelpName = "TITLE",
            }
        );
        ModelRun.AddOptions(this);
        SetAction(running.OnData(ChangeAsync));
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "orrery model change-field bet.appetite --to number --unit months --dry-run",
        "orrery model change-field idea.state --to enum --choice Open --choice Tried --misfits keep",
    ];

    private static async Task ChangeAsync(Call call)
    {
        var workspace = await call.WorkspaceAsync();
        var shown = Look(workspace.Read(call.Viewer, When.Now));
        call.Print(SheetOf(shown, workspace.Read(call.Viewer, When.Now)));
        await ModelRun.DoAsync(call, workspace, shown, Look, change => change.Digest, change => change.ToCommands(), shown.Title);

        FieldChange Look(Reading reading)
        {
            var field = ModelRun.FieldOf(reading, call.Get<string>("FIELD")!);
            return FieldChange.Look(reading, field, WishOf(call, workspace, field));
        }
    }

    private static FieldChangeWish WishOf(Call call, Workspace workspace, Entity field)
    {
        var (now, holds) = (PartText.Of(field), call.Get<string>("--to")!);
        return FieldKinds.TryParse(holds, out var kind)
            ? new(
                kind,
                call.Get<string?>("--unit") ?? now[PartText.Unit],
                call.Get<string[]>("--choice") is { Length: > 0 } choices ? string.Join('\n', choices) : now[PartText.Options],
                ModelRun.MisfitsOf(call),
                ModelRun.TermsOf(call, workspace)
            )
            : throw new FaultException(ShapeFaults.NotOneOf("kind of value", holds, FieldKinds.Names));
    }

    private static Sheet SheetOf(FieldChange change, Reading reading)
    {
        var sheet = new Sheet("values", "what becomes of them", "of", "before", "after");
        Add("stay as they are", change.Counts.Fit, []);
        Add("are written anew", change.Counts.Convert, change.Examples.Converted);
        Add("lose something", change.Counts.Lose, change.Examples.Losing);
        Add("have no place", change.Counts.Cannot, change.Examples.Misfits);
        return sheet;

        void Add(string what, int count, IEnumerable<ConvertedValue> examples)
        {
            sheet.Add(Text(count), what, "", "", "");
            foreach (var example in examples.Take(FewExamples))
                sheet.Add(
                    "",
                    "",
                    reading.FindAnyTime(example.Thing)?.ToString() ?? example.Thing.ToString(),
                    ValueText.Of(example.Fact.Value),
                    example.Outcome is Conversion.Converts converts ? ValueText.Of(converts.After) : ""
                );
        }
    }

    private static string Text(int count) => count.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture);
}
