using Orrery.Graph;

namespace Orrery.Server;

/// <summary>What the page of questions shows.</summary>
/// <param name="Visit">Who asks, at which moment.</param>
/// <param name="Asked">What is asked.</param>
/// <param name="Outcome">What became of it; null when it was not asked: nothing is typed yet, a parameter is missing, or its changes were just made.</param>
/// <param name="Problem">Why changes could not be made, or null.</param>
/// <param name="MadeAs">The revision that its changes were just made as, or null.</param>
public sealed record AskView(Visit Visit, AskedText Asked, AskOutcome? Outcome, Fault? Problem, Revision? MadeAs)
{
    public string Title => Asked.IsEmpty ? "Ask" : $"Ask: {Shorten(Asked.Text.ReplaceLineEndings(" "))}";

    private static string Shorten(string text) => text.Length <= 60 ? text : $"{text.AsSpan(0, 59)}…";
}
