using System.CommandLine;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Cli;

/// <summary><c>orrery model set-relation TYPE</c></summary>
internal sealed class ModelSetRelationCommand : Command, IExampled
{
    public ModelSetRelationCommand(Running running)
        : base(
            "set-relation",
            "Change how a relation reads, what it joins and how many there may be; refused where relations that are there would break it."
        )
    {
        Arguments.Add(new Argument<string>("TYPE") { Description = "A relation type, by its symbol: contributes-to." });
        Options.Add(
            new Option<string?>("--title") { Description = "How it reads from its start to its end.", HelpName = "TITLE" }
        );
        ModelRelationTexts.AddOptions(this);
        SetAction(running.OnData(SetAsync));
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "orrery model set-relation blocks --count one-leaves --dry-run",
        "orrery model set-relation depends-on --acyclic yes --why \"Nothing waits for itself\"",
    ];

    private static Task SetAsync(Call call)
    {
        var (symbol, wished) = (call.Get<string>("TYPE")!, ModelRelationTexts.Of(call));
        if (call.Get<string?>("--title") is { } title)
            wished = wished.SetItem(PartText.Title, title);
        return ModelFieldTexts.DoAsync(
            call,
            reading => RelationShaping.Change(reading, TypeOf(reading, symbol), wished),
            $"Changed the relation {symbol}"
        );
    }

    private static Entity TypeOf(Reading reading, string symbol) =>
        reading.Model.FindRelationType(symbol) is { } type
            ? reading.Find(type.Id)!
            : throw new FaultException(Fault.UnknownRelationType(symbol, reading.Model));
}
