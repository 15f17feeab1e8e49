using System.CommandLine;
using Orrery.Engine;
using Orrery.Practice;

namespace Orrery.Cli;

/// <summary><c>orrery pack show NAME|FILE</c></summary>
internal sealed class PackShowCommand : Command, IExampled
{
    public PackShowCommand(Running running)
        : base("show", "What a pack is for, what it installs, and what was changed of it here.")
    {
        Arguments.Add(new Argument<string>("PACK") { Description = PackSource.Help });
        Options.Add(Common.WorkspaceOption());
        Options.Add(Common.FormatOption());
        SetAction(running.OnData(ShowAsync));
    }

    public IReadOnlyList<string> Examples { get; } = ["orrery pack show core", "orrery pack show ./our-bets.yaml --format json"];

    private static async Task ShowAsync(Call call)
    {
        var pack = await PackSource.TakeAsync(call, call.Get<string>("PACK")!);
        var reading = (await call.WorkspaceAsync()).Read(call.Viewer, When.Now);
        var installed = InstalledPack.Of(reading).FirstOrDefault(p => p.Name == pack.Name);
        var sheet = new Sheet("what", "is");
        sheet.Add("pack", $"{pack.Name} {pack.Version}, {pack.Title}");
        sheet.Add("for", pack.Description);
        sheet.Add("installed", installed is null ? "no" : $"version {installed.Version}");
        sheet.Add("look again by", NodaTime.Text.LocalDatePattern.Iso.Format(pack.Revisit));
        sheet.Add("needs", string.Join(", ", pack.Needs));
        sheet.Add("kinds", string.Join(", ", pack.Kinds.Where(k => !k.IsAbstract).Select(k => k.Symbol)));
        sheet.Add("relation types", string.Join(", ", pack.RelationTypes.Select(r => r.Symbol)));
        sheet.Add("views", string.Join(", ", pack.Views.Select(v => v.Symbol)));
        sheet.Add("questions", string.Join(" ", QuestionShelf.Of(pack.Name).Select(q => q.Said)));
        sheet.Add("signature", PackSignature.Of(pack));
        if (installed?.Definition is { } known)
            sheet.Add("changed here", string.Join(", ", Adopting.ChangedHere(reading, known).Select(Line)));
        call.Print(sheet);
    }

    private static string Line(AdoptionStep.Kept kept) => $"{kept.Part}.{kept.Field}";
}
