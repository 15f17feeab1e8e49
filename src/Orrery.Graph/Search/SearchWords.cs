namespace Orrery.Graph;

/// <summary>How titles are cut into words to be found by.</summary>
internal static class SearchWords
{
    /// <summary>Runs of letters and digits, in lower case, in order.</summary>
    public static List<string> Of(string text)
    {
        List<string> words = [];
        for (var at = 0; at < text.Length; )
        {
            var start = at;
            while (at < text.Length && char.IsLetterOrDigit(text[at]))
                at++;
            if (at > start)
                words.Add(text[start..at].ToLowerInvariant());
            else
                at++;
        }

        return words;
    }
}
