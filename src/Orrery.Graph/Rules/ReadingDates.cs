namespace Orrery.Graph;

/// <summary>From which dates the readings of a source hold.</summary>
internal static class ReadingDates
{
    /// <summary>As noted when they were read; where such a note is missing, as far as the source's own facts tell: each reading begins where the first of its facts does.</summary>
    /// <remarks>A reading that changed nothing leaves no facts; taking it for none changes nothing either.</remarks>
    public static List<long> Of(GraphSnapshot snapshot, string source)
    {
        var noted = snapshot.SourceReadings.Where(reading => reading.Source == source).ToList();
        List<long> dates = [.. noted.Select(reading => Ticks.Of(reading.From))];
        if (RevisionsOf(snapshot, source) > noted.Count)
            dates.AddRange(Told(snapshot, source));
        return dates;
    }

    private static int RevisionsOf(GraphSnapshot snapshot, string source)
    {
        var memory = snapshot.Memory;
        var number = memory.Names.Find(source);
        var count = 0;
        for (var revision = 0; number >= 0 && revision < snapshot.Number; revision++)
            count += memory.Revisions[revision].Source == number ? 1 : 0;
        return count;
    }

    private static List<long> Told(GraphSnapshot snapshot, string source)
    {
        var memory = snapshot.Memory;
        var (number, claim) = (memory.Names.Find(source), memory.Fields.Find(Claims.FieldOf(source)));
        if (claim < 0 || !memory.Claimed.TryGetValue(claim, out var claimed))
            return [];
        Dictionary<int, long> first = [];
        foreach (var node in Enumerable.Range(0, claimed.Count).Select(i => claimed[i]).ToHashSet())
        {
            foreach (var fact in memory.Epoch.Facts.Of(node))
            {
                if (fact.Revision <= snapshot.Number && IsOwn(fact))
                    first[fact.Revision] = Math.Min(fact.From, first.GetValueOrDefault(fact.Revision, long.MaxValue));
            }
        }

        return [.. first.Values];

        // What it kept of another source's word begins where that one's readings do.
        bool IsOwn(Fact fact) =>
            fact.From < fact.To
            && memory.Revisions[fact.Revision - 1].Source == number
            && (Claims.Said(memory.Fields[fact.Field]) is not { } said || said.Source == source);
    }
}
