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
}
