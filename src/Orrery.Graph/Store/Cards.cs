using System.Runtime.InteropServices;

namespace Orrery.Graph;

/// <summary>What every list shows of an entity, in 16 bytes: where its title lies, since when it holds, and its labels.</summary>
/// <remarks>
/// Only where one assertion tells all: a single title without an end, labels that never changed. Otherwise, and from the next assertion on, the facts are asked.
/// Saves a list of neighbours three fetches from memory each (bench/, "point+neighbours").
/// </remarks>
internal sealed class Cards(Card[] cards)
{
    private int[]? _since;

    public Card[] Column => cards;

    /// <summary>The card of an entity, if it tells all at that minute.</summary>
    public bool TryGet(int entity, int minute, out Card card)
    {
        if ((uint)entity >= (uint)cards.Length)
        {
            card = default;
            return false;
        }

        card = cards[entity];
        return card.FromMinute < minute;
    }

    /// <summary>Whether a card tells of an earlier revision too; never before <see cref="TellSince"/>.</summary>
    public bool IsKnownAt(int entity, int revision) => Volatile.Read(ref _since) is { } since && since[entity] <= revision;

    /// <summary>Notes since which revision each title is known, so that readings of earlier revisions may use the cards. Reads all facts of entities once.</summary>
    public void TellSince(FactBook facts)
    {
        if (Volatile.Read(ref _since) is not null)
            return;
        var since = new int[cards.Length];
        for (var entity = 0; entity < since.Length; entity++)
            since[entity] = TitleSince(facts.FrozenOf(entity));
        Volatile.Write(ref _since, since);
    }

    /// <summary>Asks for a card that will be read soon.</summary>
    public void Hint(int entity)
    {
        if ((uint)entity >= (uint)cards.Length)
            return;
        Prefetch.Of(ref cards[entity]);
        if (_since is { } since)
            Prefetch.Of(ref since[entity]);
    }

    /// <summary>Asks for the title of a card that is here by now.</summary>
    public void HintTitle(int entity, GraphMemory memory)
    {
        if ((uint)entity >= (uint)cards.Length || cards[entity] is not { FromMinute: < int.MaxValue, Title: var title })
            return;
        memory.Heap.Hint(title);
        memory.Texts.Hint(title);
    }

    /// <summary>Asks for the text of a title whose place is here by now.</summary>
    public void HintText(int entity, GraphMemory memory)
    {
        if ((uint)entity < (uint)cards.Length && cards[entity] is { FromMinute: < int.MaxValue, Title: var title })
            memory.Texts.HintKept(title);
    }

    /// <summary>From now on the facts are asked. Writer only; safe beside readers.</summary>
    public void Mark(int entity)
    {
        if ((uint)entity < (uint)cards.Length)
            Volatile.Write(ref cards[entity].FromMinute, int.MaxValue);
    }

    public static Cards Of(GraphMemory memory, FactBook facts, int entities)
    {
        var cards = GC.AllocateUninitializedArray<Card>(entities);
        for (var entity = 0; entity < entities; entity++)
        {
            GivingWay.At(entity);
            cards[entity] = CardOf(memory, facts, entity);
        }

        return new(cards);
    }

    private static int TitleSince(ReadOnlySpan<Fact> facts)
    {
        foreach (ref readonly var fact in facts)
        {
            if (fact.Field == GraphMemory.TitleField)
                return fact.Revision;
        }

        return int.MaxValue;
    }

    private static Card CardOf(GraphMemory memory, FactBook facts, int entity)
    {
        var card = new Card { FromMinute = int.MaxValue };
        if ((memory.EntityFlags[entity] & GraphMemory.HasLabels) != 0)
            return card;
        var titles = 0;
        foreach (ref readonly var fact in facts.FrozenOf(entity))
        {
            if (fact.Field > GraphMemory.TitleField)
                break;
            if (fact.Field != GraphMemory.TitleField)
                continue;
            if (++titles > 1 || fact.Tag != FactTags.Text || fact.To != Ticks.End)
                return new() { FromMinute = int.MaxValue };
            card = new()
            {
                Title = fact.Payload,
                FromMinute = EdgeLayout.MinuteOf(fact.From),
                Labels = memory.EntityLabels[entity],
            };
        }

        return card;
    }
}

/// <summary>See <see cref="Cards"/>. A <see cref="FromMinute"/> at the end of the scale never tells.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal struct Card
{
    public long Title;
    public int FromMinute;
    public int Labels;
}
