using System.CommandLine;
using Orrery.Practice;

namespace Orrery.Cli;

/// <summary><c>orrery model add-relation TITLE</c></summary>
internal sealed class ModelAddRelationCommand : Command, IExampled
{
    public ModelAddRelationCommand(Running running)
        : base("add-relation", "Add a type of relation: what one thing can say of another, read from both ends.")
    {
        Arguments.Add(new Argument<string>("TITLE") { Description = "How it reads from its start to its end: contributes to." });
        ModelRelationTexts.AddOptions(this);
        SetAction(running.OnData(AddAsync));
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "orrery model add-relation \"blocks\" --inverse \"is blocked by\" --from work-item --to intent --acyclic yes",
        "orrery model add-relation \"raises\" --from metric --to metric --causal yes --takes-bets yes --dry-run",
    ];

    private static Task AddAsync(Call call)
    {
        var title = call.Get<string>("TITLE")!;
        var wished = ModelRelationTexts.Of(call).SetItem(PartText.Title, title);
        return ModelFieldTexts.DoAsync(
            call,
            reading => RelationShaping.Add(reading, wished).Change,
            $"Added the relation {title}"
        );
    }
}
