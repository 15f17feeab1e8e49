using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Cli;

/// <summary>What a change of packs does, line by line.</summary>
internal static class AdoptionSheet
{
    public static Sheet Of(Adoption adoption, Func<AdoptionStep.Ours, bool> takesPacks)
    {
        var sheet = new Sheet("what", "part", "title", "in words") { Nothing = "Nothing would change." };
        foreach (var step in adoption.Steps)
        {
            var (what, words) = Words(step, takesPacks);
            sheet.Add(what, step is AdoptionStep.Ours ours ? ours.Name : step.Part.ToString(), step.Title, words);
        }

        return sheet;
    }

    private static (string What, string Words) Words(AdoptionStep step, Func<AdoptionStep.Ours, bool> takesPacks) =>
        step switch
        {
            AdoptionStep.Comes => ("comes", ""),
            AdoptionStep.Goes => ("goes", ""),
            AdoptionStep.Changes c => ("changes", $"{c.Field}: {Said(c.Before)} -> {Said(c.After)}"),
            AdoptionStep.Turns t => (t.IsChoice ? "values, if the pack's is taken" : "values", TurnedText.Of(t.Counts)),
            AdoptionStep.Stays s => ("stays, as yours", s.Why),
            AdoptionStep.Kept k when !takesPacks(k) => ("yours, kept", $"{Said(k.Mine)} (the pack says {Said(k.Packs)})"),
            AdoptionStep.Kept k => ("back to the pack's", $"{Said(k.Packs)} (yours was {Said(k.Mine)})"),
            AdoptionStep.Ties { IsNew: true } t => ("tied", $"{t.Type} {t.To}"),
            AdoptionStep.Ties t => ("untied", $"{t.Type} {t.To}"),
            AdoptionStep.Clash c when takesPacks(c) => (
                "both changed: the pack's",
                $"{Said(c.Packs)} (yours was {Said(c.Mine)}{Before(c)})"
            ),
            AdoptionStep.Clash c => ("both changed: yours", $"{Said(c.Mine)} (the pack says {Said(c.Packs)}{Before(c)})"),
            _ => throw new System.Diagnostics.UnreachableException("A step of another sort."),
        };

    private static string Before(AdoptionStep.Clash clash) => clash.Before is { } before ? $", and said {Said(before)}" : "";

    private static string Said(Value value) => value.IsNothing ? "nothing" : Shortened(ValueText.Of(value));

    private static string Shortened(string text) => text.Length <= 80 ? text : $"{text[..79]}\u2026";
}
