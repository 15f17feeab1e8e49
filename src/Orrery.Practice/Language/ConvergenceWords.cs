using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Advice on converging, as a question to talk about.</summary>
internal static class ConvergenceWords
{
    public static Value Of(Value.Map profile, PracticeSettings settings)
    {
        var (advice, question) = Words(Convergence.Of(settings).For(ProfileOf(profile, settings)));
        return Told.Map(("advice", Value.Of(advice)), ("question", Value.Of(question)));
    }

    private static Profile ProfileOf(Value.Map map, PracticeSettings settings)
    {
        var said = map.Entries.GetValueOrDefault("intervention-certainty") ?? Value.Nothing;
        var certainty = settings.Texts("likert").IndexOf(said.AsText ?? "");
        if (said is not Value.Null && certainty < 0)
            throw Given.Misfit("intervention-certainty", said, $"one of {string.Join(", ", settings.Texts("likert"))}");
        return new(
            Given.RangeOrNull(map, "opportunity-size"),
            Given.RangeOrNull(map, "experimentation"),
            Given.RangeOrNull(map, "effort"),
            certainty < 0 ? null : certainty,
            map.Entries.GetValueOrDefault("reversibility")?.AsText == "one-way"
        );
    }

    private static (string, string) Words(ConvergenceAdvice advice) =>
        advice switch
        {
            ConvergenceAdvice.LearnTheSize => ("learn-the-size", "How would we learn how large this is before we choose?"),
            ConvergenceAdvice.Park => ("park", "It is small at best: what would make us come back to it?"),
            ConvergenceAdvice.StartTogether => (
                "start-together",
                "It is large and can be tried: who starts together, and may the solution wait?"
            ),
            ConvergenceAdvice.BuyInformation => (
                "buy-information",
                "It is hard to try and cannot be taken back: what could we learn before we commit?"
            ),
            ConvergenceAdvice.ThinSlice => (
                "thin-slice",
                "The effort could be anything: what is the thinnest slice worth having?"
            ),
            ConvergenceAdvice.Discuss => ("discuss", "What do we each see in this?"),
            _ => throw new System.Diagnostics.UnreachableException($"No words for {advice}."),
        };
}
