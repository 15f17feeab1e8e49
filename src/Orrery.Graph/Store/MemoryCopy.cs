namespace Orrery.Graph;

/// <summary>A memory of its own for a line that begins at an earlier revision: everything up to there, recorded again.</summary>
internal static class MemoryCopy
{
    public static GraphMemory UpTo(GraphMemory old, int revision)
    {
        var copy = new GraphMemory(old.Open);
        foreach (var change in old.Recall(revision))
            copy.TryAppend((int)change.Revision.Value - 1, change, out _);
        return copy;
    }
}
