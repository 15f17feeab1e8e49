using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Orrery.Graph;

/// <summary>When each entity exists, in eight bytes: whoever goes over all of them reads these in a row. Where existence has facts, or a minute is too coarse, the rows are asked.</summary>
/// <remarks>Safe beside the writer: an entry that is marked is never believed again (bench/, "query").</remarks>
internal sealed class Lifetimes(Life[] lives)
{
    // Between which minutes all entities of a block exist.
    private readonly (int From, int To)[] _minutes = MinutesOf(lives);

    /// <summary>The entities it tells of: those of its epoch.</summary>
    public int Count => lives.Length;

    /// <summary>The entries, for laying out relations.</summary>
    public ReadOnlySpan<Life> All => lives;

    /// <summary>Asks for an entry that will be read soon.</summary>
    public void Hint(int entity)
    {
        if ((uint)entity < (uint)lives.Length)
            Prefetch.Of(ref lives[entity]);
    }

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

    /// <summary>Whether all entities of a block surely exist at a minute.</summary>
    public bool HoldsAll(int block, int minute) =>
        block < _minutes.Length && _minutes[block].From < minute && minute < Volatile.Read(ref _minutes[block].To);

    /// <summary>Of the 64 entities from one on, which surely exist at a minute, and of which the rows must be asked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public (ulong Holds, ulong Asks) TellWord(int first, int minute)
    {
        var (holds, asks) = (0UL, 0UL);
        if (!Vector256.IsHardwareAccelerated || first + 64 > lives.Length)
        {
            for (var i = 0; i < 64; i++)
            {
                if (first + i >= lives.Length || !Tells(first + i, minute))
                    asks |= 1UL << i;
                else if (Holds(first + i, minute))
                    holds |= 1UL << i;
            }

            return (holds, asks);
        }

        // Beginning and end lie beside one another: four lives a vector, the answer in the upper half of each.
        var minutes = MemoryMarshal.Cast<Life, int>(lives.AsSpan(first, 64));
        var (now, marked) = (
            Vector256.Create(minute),
            Vector256.Create(0, int.MinValue, 0, int.MinValue, 0, int.MinValue, 0, int.MinValue)
        );
        for (var i = 0; i < 64; i += 4)
        {
            var life = Vector256.Create(minutes.Slice(2 * i, 8));
            var begun = Vector256.LessThan(life, now).AsUInt64() << 32;
            var open = Vector256.GreaterThan(life, now).AsUInt64();
            holds |= (ulong)(begun & open).ExtractMostSignificantBits() << i;
            var edge = Vector256.Equals(life, now).AsUInt64();
            var asked = edge | (edge << 32) | Vector256.Equals(life, marked).AsUInt64();
            asks |= (ulong)asked.ExtractMostSignificantBits() << i;
        }

        return (holds & ~asks, asks);
    }

    /// <summary>From now on the facts are asked. Writer only.</summary>
    public void Mark(int entity)
    {
        if ((uint)entity >= (uint)lives.Length)
            return;
        Volatile.Write(ref lives[entity].ToMinute, int.MinValue);
        Volatile.Write(ref _minutes[entity / MinuteColumn.Block].To, int.MinValue);
    }

    public static Lifetimes Of(GraphMemory memory, int entities)
    {
        var lives = GC.AllocateUninitializedArray<Life>(entities);
        for (var entity = 0; entity < entities; entity++)
        {
            GivingWay.At(entity);
            ref var row = ref memory.Entities[entity];
            var isPlain = (memory.EntityFlags[entity] & GraphMemory.HasExistence) == 0;
            lives[entity] = isPlain ? new(EdgeLayout.MinuteOf(row.From), EdgeLayout.MinuteOf(row.To)) : Life.Intricate;
        }

        return new(lives);
    }

    private static (int From, int To)[] MinutesOf(ReadOnlySpan<Life> lives)
    {
        var minutes = new (int From, int To)[(lives.Length + MinuteColumn.Block - 1) / MinuteColumn.Block];
        Array.Fill(minutes, (int.MinValue, int.MaxValue));
        for (var entity = 0; entity < lives.Length; entity++)
        {
            GivingWay.At(entity);
            ref var block = ref minutes[entity / MinuteColumn.Block];
            block = (Math.Max(block.From, lives[entity].FromMinute), Math.Min(block.To, lives[entity].ToMinute));
        }

        return minutes;
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
