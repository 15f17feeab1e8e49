using System.CommandLine;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Cli;

/// <summary><c>orrery model add-field OWNER TITLE --holds HOLDS</c></summary>
internal sealed class ModelAddFieldCommand : Command, IExampled
{
    public ModelAddFieldCommand(Running running)
        : base("add-field", "Add a field to a kind or to a relation type.")
    {
        Arguments.Add(new Argument<string>("OWNER") { Description = "A kind or a relation type: bet, drives." });
        Arguments.Add(new Argument<string>("TITLE") { Description = "What it is called." });
        Options.Add(
            new Option<string>("--holds")
            {
                Description =
                    $"What it holds: {string.Join(", ", FieldKinds.Names)}; or what is asked for in a way of its own: {string.Join(", ", FieldPresets.Names)}.",
                HelpName = "HOLDS",
                Required = true,
            }
        );
        ModelFieldTexts.AddOptions(this);
        SetAction(running.OnData(AddAsync));
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "orrery model add-field bet \"Trouble it saves\" --holds number --min 1 --max 5",
        "orrery model add-field team \"Alone or together\" --holds two-ends --end \"Alone: quick\" --end \"Together: lasts\"",
    ];

    private static Task AddAsync(Call call)
    {
        var (owner, title) = (call.Get<string>("OWNER")!, call.Get<string>("TITLE")!);
        var wished = ModelFieldTexts
            .Of(call)
            .SetItem(PartText.Title, title)
            .SetItem(PartText.Holds, call.Get<string>("--holds")!);
        return ModelFieldTexts.DoAsync(
            call,
            reading => FieldShaping.Add(reading, OwnerOf(reading, owner), wished),
            $"Added the field {title} to {owner}"
        );
    }

    private static Entity OwnerOf(Reading reading, string owner) =>
        (reading.Model.FindKind(owner)?.Id ?? reading.Model.FindRelationType(owner)?.Id) is { } id
            ? reading.Find(id)!
            : throw new FaultException(Fault.UnknownKind(owner, reading.Model));
}
