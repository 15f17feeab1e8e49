using System.CommandLine;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Cli;

/// <summary><c>orrery pack lint FILE</c></summary>
internal sealed class PackLintCommand : Command, IExampled
{
    private readonly Running _running;

    public PackLintCommand(Running running)
        : base("lint", "Check pack files, alone and together with the packs they need: everything that is wrong, with its line.")
    {
        _running = running;
        Arguments.Add(new Argument<string[]>("FILE") { Description = "YAML files.", Arity = ArgumentArity.OneOrMore });
        SetAction((parsed, cancel) => running.GuardAsync(() => LintAsync(parsed, cancel)));
    }

    public IReadOnlyList<string> Examples { get; } = ["orrery pack lint our-bets.yaml our-words.yaml"];

    private async Task<int> LintAsync(ParseResult parsed, CancellationToken cancel)
    {
        List<Pack> packs = [];
        List<Fault> faults = [];
        foreach (var file in parsed.GetValue<string[]>("FILE")!)
        {
            switch (PackReader.Read(file, await PackSource.ReadAsync(_running.Terminal.PathOf(file), cancel)))
            {
                case Outcome<Pack>.Good good:
                    packs.Add(good.Value);
                    break;
                case Outcome<Pack>.Refused refused:
                    faults.AddRange(refused.Faults);
                    break;
            }
        }

        if (faults.Count == 0)
            faults.AddRange(Adopting.Lint(packs));
        foreach (var fault in faults)
            await _running.Terminal.Error.WriteLineAsync($"{fault.Message}\n    {fault.Remedy}".AsMemory(), cancel);
        if (faults.Count == 0)
            await _running.Terminal.Out.WriteLineAsync(
                $"Nothing is wrong with {string.Join(", ", packs.Select(p => p.Name))}.".AsMemory(),
                cancel
            );
        return faults.Count == 0 ? ExitCode.Done : ExitCode.Refused;
    }
}
