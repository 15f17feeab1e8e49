using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Cli;

/// <summary>What the commands about words have in common.</summary>
internal static class WordsText
{
    public const string Community = "COMMUNITY";
    public const string Of = "REF";
    public const string Term = "WORD";

    /// <summary>The community of a key or a name.</summary>
    /// <exception cref="FaultException">There is none.</exception>
    public static Community CommunityOf(Model model, string keyOrTitle) =>
        CommunityShaping.Find(model, keyOrTitle)
        ?? throw new FaultException(SettingFaults.NoCommunity(keyOrTitle, model.Communities.Select(one => one.Symbol)));

    /// <summary>A word that a community says for a part of the model.</summary>
    /// <exception cref="FaultException">They do not say it.</exception>
    public static Signifier WordOf(Reading reading, string community, string of, string term)
    {
        var known = CommunityOf(reading.Model, community);
        return reading.Model.Signifiers.FirstOrDefault(word =>
                word.Community == known.Symbol && word.Term == term && reading.Find(word.Of)?.Ref?.ToString() == of
            ) ?? throw new FaultException(WordFaults.NotSaid(community, of, term));
    }

    /// <summary>Forms as they are typed (<c>few=bets</c>), one a line.</summary>
    public static string FormLines(IEnumerable<string> forms) =>
        string.Join('\n', forms.Select(form => string.Join(": ", form.Split('=', 2))));
}
