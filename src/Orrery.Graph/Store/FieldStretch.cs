namespace Orrery.Graph;

/// <summary>A stretch of time over which one assertion holds.</summary>
internal readonly record struct FieldStretch(long From, long To, Fact Fact)
{
    /// <summary>Lays a newer assertion over older ones.</summary>
    public static void Overwrite(List<FieldStretch> stretches, FieldStretch newer)
    {
        var at = 0;
        for (var i = stretches.Count - 1; i >= 0; i--)
        {
            var older = stretches[i];
            if (older.To <= newer.From)
            {
                at = i + 1;
                break;
            }

            if (newer.To <= older.From)
                continue;
            stretches.RemoveAt(i);
            if (newer.To < older.To)
                stretches.Insert(i, older with { From = newer.To });
            if (older.From < newer.From)
            {
                stretches.Insert(i, older with { To = newer.From });
                at = i + 1;
                break;
            }
        }

        stretches.Insert(at, newer);
    }
}
