using System.CommandLine;
using Orrery.Practice;

namespace Orrery.Cli;

/// <summary><c>orrery model set-kind KIND</c></summary>
internal sealed class ModelSetKindCommand : Command, IExampled
{
    public ModelSetKindCommand(Running running)
        : base("set-kind", "Change what a kind says and what it is a sort of; refused where its things would lose what they say.")
    {
        Arguments.Add(new Argument<string>("KIND") { Description = "A kind, by its symbol: bet." });
        Options.Add(new Option<string?>("--title") { Description = "What one of it is called.", HelpName = "TITLE" });
        ModelKindTexts.AddOptions(this);
        SetAction(running.OnData(SetAsync));
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "orrery model set-kind bet --facet investment --facet collaboration --dry-run",
        "orrery model set-kind experiment --title Trial --is intent --is placed-on-scales",
    ];

    private static Task SetAsync(Call call)
    {
        var (symbol, wished) = (call.Get<string>("KIND")!, ModelKindTexts.Of(call));
        if (call.Get<string?>("--title") is { } title)
            wished = wished.SetItem(PartText.Title, title);
        return ModelFieldTexts.DoAsync(
            call,
            reading => KindShaping.Change(reading, ModelRun.KindOf(reading, symbol), wished),
            $"Changed the kind {symbol}"
        );
    }
}
