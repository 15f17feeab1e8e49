using System.CommandLine;
using Orrery.Practice;

namespace Orrery.Cli;

/// <summary><c>orrery model set-field FIELD</c></summary>
internal sealed class ModelSetFieldCommand : Command, IExampled
{
    public ModelSetFieldCommand(Running running)
        : base("set-field", "Change what a field says and how it is asked for; what it holds is changed by change-field.")
    {
        Arguments.Add(new Argument<string>("FIELD") { Description = "A field of a kind or of a relation type: bet.appetite." });
        Options.Add(new Option<string?>("--title") { Description = "What it is called.", HelpName = "TITLE" });
        ModelFieldTexts.AddOptions(this);
        SetAction(running.OnData(SetAsync));
    }

    public IReadOnlyList<string> Examples { get; } =
    ["orrery model set-field bet.blast-radius --min 1 --max 10", "orrery model set-field bet.mandate --editor ladder --dry-run"];

    private static Task SetAsync(Call call)
    {
        var (field, wished) = (call.Get<string>("FIELD")!, ModelFieldTexts.Of(call));
        if (call.Get<string?>("--title") is { } title)
            wished = wished.SetItem(PartText.Title, title);
        return ModelFieldTexts.DoAsync(
            call,
            reading => FieldShaping.Change(reading, ModelRun.FieldOf(reading, field), wished),
            $"Changed the field {field}"
        );
    }
}
