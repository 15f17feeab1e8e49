using System.CommandLine;
using Orrery.Practice;

namespace Orrery.Cli;

/// <summary><c>orrery model hide PART</c> and <c>orrery model show PART</c></summary>
internal sealed class ModelHideCommand : Command, IExampled
{
    private readonly bool _hides;

    public ModelHideCommand(Running running, string name, bool hides)
        : base(
            name,
            hides
                ? "Offer a kind, a field or a relation no more: what there is of it stays, is shown and is found."
                : "Offer a hidden kind, field or relation again."
        )
    {
        _hides = hides;
        Arguments.Add(ModelRun.PartArgument());
        ModelFieldTexts.AddCommonOptions(this);
        SetAction(running.OnData(DoAsync));
    }

    public IReadOnlyList<string> Examples => [$"orrery model {Name} possibility", $"orrery model {Name} bet.appetite"];

    private Task DoAsync(Call call) =>
        ModelFieldTexts.DoAsync(
            call,
            reading => KindShaping.Hide(ModelRun.PartOf(reading, call), _hides),
            $"{(_hides ? "Hid" : "Showed again")} {call.Get<string>(ModelRun.Part)}"
        );
}
