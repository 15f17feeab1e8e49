namespace Orrery.Practice;

/// <summary>Of how many teams a nominal team is made (domain catalogue 2.6): groups of people who share work. Everybody alone counts as one.</summary>
public static class EffectiveTeams
{
    /// <summary>How many there are.</summary>
    /// <param name="people">The members; each counts once.</param>
    /// <param name="shared">Pieces of work, each with those who are on it; people who are no members do not count.</param>
    /// <remarks>Cost: the people and the shares in work.</remarks>
    public static int Count<T>(IEnumerable<T> people, IEnumerable<IEnumerable<T>> shared)
        where T : notnull
    {
        var leads = people.Distinct().ToDictionary(person => person, person => person);
        foreach (var work in shared)
        {
            var first = default(T);
            var isFirst = true;
            foreach (var person in work.Where(leads.ContainsKey))
            {
                if (!isFirst)
                    leads[LeadOf(person, leads)] = LeadOf(first!, leads);
                (first, isFirst) = (person, false);
            }
        }

        return leads.Keys.Count(person => person.Equals(leads[person]));
    }

    // Every second on the way is led nearer to its lead, so that the ways stay short.
    private static T LeadOf<T>(T person, Dictionary<T, T> leads)
        where T : notnull
    {
        while (!leads[person].Equals(person))
            person = leads[person] = leads[leads[person]];
        return person;
    }
}
