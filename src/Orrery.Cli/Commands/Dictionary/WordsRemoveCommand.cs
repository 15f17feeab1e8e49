using System.CommandLine;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Cli;

/// <summary><c>orrery words remove COMMUNITY REF WORD</c></summary>
internal sealed class WordsRemoveCommand : Command, IExampled
{
    public WordsRemoveCommand(Running running)
        : base("remove", "Take a word away; history keeps that it was said.")
    {
        Arguments.Add(new Argument<string>(WordsText.Community) { Description = "Who says it, by key or name." });
        Arguments.Add(new Argument<string>(WordsText.Of) { Description = "What they mean by it: kind:bet." });
        Arguments.Add(new Argument<string>(WordsText.Term) { Description = "Their word." });
        ModelFieldTexts.AddCommonOptions(this);
        SetAction(running.OnData(RemoveAsync));
    }

    public IReadOnlyList<string> Examples { get; } = ["orrery words remove claims kind:bet \"big rock\""];

    private static Task RemoveAsync(Call call)
    {
        var (community, of, term) = (
            call.Get<string>(WordsText.Community)!,
            call.Get<string>(WordsText.Of)!,
            call.Get<string>(WordsText.Term)!
        );
        return ModelFieldTexts.DoAsync(
            call,
            reading => PartChange.Of(new GraphCommand.Retire(WordsText.WordOf(reading, community, of, term).Id, Validity.Always)),
            $"{community} no longer say \"{term}\""
        );
    }
}
