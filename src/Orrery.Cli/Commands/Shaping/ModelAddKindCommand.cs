using System.CommandLine;
using Orrery.Practice;

namespace Orrery.Cli;

/// <summary><c>orrery model add-kind TITLE</c></summary>
internal sealed class ModelAddKindCommand : Command, IExampled
{
    public ModelAddKindCommand(Running running)
        : base("add-kind", "Add a kind of thing: only what it is called is needed; it has the fields of what it is a sort of.")
    {
        Arguments.Add(new Argument<string>("TITLE") { Description = "What one of it is called." });
        ModelKindTexts.AddOptions(this);
        SetAction(running.OnData(AddAsync));
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "orrery model add-kind \"Wish\" --plural Wishes --is intent --half-life 90",
        "orrery model add-kind \"Regulator\" --is context --facet collaboration --grounding anchor --dry-run",
    ];

    private static Task AddAsync(Call call)
    {
        var title = call.Get<string>("TITLE")!;
        var wished = ModelKindTexts.Of(call).SetItem(PartText.Title, title);
        return ModelFieldTexts.DoAsync(call, reading => KindShaping.Add(reading, wished).Change, $"Added {title}");
    }
}
