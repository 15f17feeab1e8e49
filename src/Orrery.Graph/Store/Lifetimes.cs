namespace Orrery.Graph;

/// <summary>When each entity exists, in eight bytes: whoever goes over all of them reads these in a row. Where existence has facts, or a minute is too coarse, the rows are asked.</summary>
/// <remarks>Safe beside the writer: an entry that is marked is never believed again (bench/, "query").</remarks>
internal sealed class Lifetimes(Life[] lives)
{
    /// <summary>The entities it tells of: those of its epoch.</summary>
    public int Count => lives.Length;

    /// <summary>The entries, for laying out relations.</summary>
    public ReadOnlySpan<Life> All => lives;

    /// <summary>Whether it surely exists at a minute; false may mean that the row must be asked.</summary>
    public bool Holds(int entity, int minute)
    {
        ref var life = ref lives[entity];
        return life.FromMinute < minute && minute < Volatile.Read(ref life.ToMinute);
    }

    /// <summary>Whether the entry tells all about a minute.</summary>
    public bool Tells(int entity, int minute)
    {
        ref var life = ref lives[entity];
        return life.IsPlain && life.FromMinute != minute && life.ToMinute != minute;
    }

    /// <summary>From now on the facts are asked. Writer only.</summary>
    public void Mark(int entity)
    {
        if ((uint)entity < (uint)lives.Length)
            Volatile.Write(ref lives[entity].ToMinute, int.MinValue);
    }

    public static Lifetimes Of(GraphMemory memory, int entities)
    {
        var lives = new Life[entities];
        for (var entity = 0; entity < entities; entity++)
        {
            ref var row = ref memory.Entities[entity];
            var isPlain = (memory.EntityFlags[entity] & GraphMemory.HasExistence) == 0;
            lives[entity] = isPlain ? new(EdgeLayout.MinuteOf(row.From), EdgeLayout.MinuteOf(row.To)) : Life.Intricate;
        }

        return new(lives);
    }
}

/// <summary>The minutes an entity exists from and to; one whose existence has facts must be asked.</summary>
internal struct Life(int fromMinute, int toMinute)
{
    public static readonly Life Intricate = new(int.MaxValue, int.MinValue);

    public int FromMinute = fromMinute;
    public int ToMinute = toMinute;

    public readonly bool IsPlain => ToMinute != int.MinValue;
}
