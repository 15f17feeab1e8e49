namespace Orrery.Practice;

/// <summary>How many things one word has to carry (domain catalogue 2.6): 0 for a word with one meaning.</summary>
public static class WordOverload
{
    /// <summary>For each community its senses but one, and the different things that it stands for anywhere but one.</summary>
    /// <param name="senses">Who means what by it; the same sense of the same community counts once.</param>
    public static int Of<TCommunity, TConcept>(IEnumerable<(TCommunity Community, TConcept Concept)> senses)
    {
        var all = senses.Distinct().ToArray();
        return all.Length == 0
            ? 0
            : all.GroupBy(sense => sense.Community).Sum(same => same.Count() - 1)
                + all.Select(sense => sense.Concept).Distinct().Count()
                - 1;
    }
}
