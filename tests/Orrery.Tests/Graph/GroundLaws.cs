using Orrery.Graph;

namespace Orrery.Tests.Graph;

/// <summary>What queries read by number is what readings say, while columns and indexes are earned and changes go on; the seed is in the message.</summary>
public sealed class GroundLaws
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_field_read_by_number_is_the_field(int seed)
    {
        var history = RandomHistory.Of(seed, 60);
        history.Snapshot.Freeze()();
        var chance = new Random(seed);
        for (var round = 0; round < 4; round++)
        {
            var context = $"seed {seed}, round {round}";
            if (round is 0 or 3)
                EarnColumns(history.Snapshot);
            for (var i = 0; i < 6; i++)
            {
                AssertFields(AnyReading(history.Snapshot, chance), history.Everything, context);
                AssertSeen(AnyReading(history.Snapshot, chance), context);
            }

            for (var i = 0; i < 3; i++)
                history.Change();
            AssertFields(AnyReading(history.Snapshot, chance), history.Everything, context + ", after changes");
            AssertSeen(AnyReading(history.Snapshot, chance), context + ", after changes");
            if (round == 2)
                history.Snapshot.Freeze()();
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Entities_told_of_together_are_told_of_as_each_alone(int seed)
    {
        var history = RandomHistory.Of(seed, 60);
        history.Snapshot.Freeze()();
        var chance = new Random(seed);
        for (var round = 0; round < 4; round++)
        {
            var context = $"seed {seed}, round {round}";
            LayOutNumbers(AnyReading(history.Snapshot, chance));
            for (var i = 0; i < 6; i++)
                AssertBlocks(AnyReading(history.Snapshot, chance, history.Entities), context);
            for (var i = 0; i < 3; i++)
                history.Change();
            AssertBlocks(AnyReading(history.Snapshot, chance, history.Entities), context + ", after changes");
            if (round == 2)
                history.Snapshot.Freeze()();
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_search_finds_what_looking_at_every_title_finds(int seed)
    {
        var history = RandomHistory.Of(seed, 50);
        var chance = new Random(seed);
        for (var round = 0; round < 4; round++)
        {
            foreach (
                var words in (string[])["open", "DONE", "long text", "text not", "später", "שלום", "forty", "nothing", "lon"]
            )
                AssertSearch(AnyReading(history.Snapshot, chance), words, $"seed {seed}, round {round}, '{words}'");
            for (var i = 0; i < 5; i++)
                history.Change();
            if (round == 1)
                history.Snapshot.Freeze()();
        }
    }

    // As many reads as a column costs.
    private static void EarnColumns(GraphSnapshot snapshot)
    {
        var ground = new Ground(
            snapshot.Read(RandomHistory.AnyInstant(new(1)), RandomHistory.AnyInstant(new(1)), Mask.Nothing),
            isAnyTime: false
        );
        foreach (var field in RandomHistory.FieldNames)
        {
            for (var read = 0; read < 20_000; read++)
                ground.Read(read % Math.Max(1, ground.EntityCount), ground.FindField(field), out _, out _);
        }
    }

    private static void AssertFields(Reading reading, IEnumerable<Id> things, string context)
    {
        var ground = new Ground(reading, isAnyTime: false);
        foreach (var id in things)
        {
            var node = ground.Find(id);
            if (!ground.Sees(node))
                continue;
            foreach (var field in RandomHistory.FieldNames)
            {
                var shape = ground.Read(node, ground.FindField(field), out var bits, out var value);
                var read = ValueOf(shape, bits, value);
                Assert.True(reading.ValueOf(id, field).Equals(read), $"{context}: {field} of {id} at {reading.Valid}");
            }
        }
    }

    private static Value ValueOf(PlainShape shape, long bits, Value? value) =>
        shape switch
        {
            PlainShape.Nothing => Value.Nothing,
            PlainShape.Integer => Value.Of(bits),
            PlainShape.Float => Value.Of(BitConverter.Int64BitsToDouble(bits)),
            PlainShape.Bool => Value.Of(bits != 0),
            _ => value!,
        };

    // Some at a time is one after the other.
    private static void AssertSeen(Reading reading, string context)
    {
        var ground = new Ground(reading, isAnyTime: false);
        var (taken, some, next) = (new List<int>(), new int[7], 0);
        for (var count = ground.TakeSeen(ref next, some); count > 0; count = ground.TakeSeen(ref next, some))
            taken.AddRange(some[..count]);
        Assert.True(taken.SequenceEqual(Enumerable.Range(0, ground.EntityCount).Where(ground.Sees)), context);

        var sets = new int[taken.Count];
        ground.LabelSets(taken.ToArray(), sets);
        Assert.True(sets.SequenceEqual(taken.Select(ground.LabelSet)), context);
        foreach (var (node, field) in taken.SelectMany(node => RandomHistory.FieldNames.Select(field => (node, field))))
        {
            if (!ground.TryStamp(node, ground.FindField(field), out var stamp))
                continue;
            var told = (ground.Read(stamp, out var bits, out var value), bits, value);
            var read = (ground.Read(node, ground.FindField(field), out var readBits, out var readValue), readBits, readValue);
            Assert.True(told == read, $"{context}: {field} of {node}");
        }
    }

    // As if everything had been asked one by one before.
    private static void LayOutNumbers(Reading reading)
    {
        var ground = new Ground(reading, isAnyTime: false);
        ground.NoteUncoded(null, 1_000_000);
        foreach (var field in RandomHistory.FieldNames)
        {
            ground.NoteUncoded(ground.FindField(field), 1_000_000);
            ground.NoteCompared(ground.FindField(field), 1_000_000, 1_000_000);
        }
    }

    private static void AssertBlocks(Reading reading, string context)
    {
        var ground = new Ground(reading, isAnyTime: false);
        var bits = new ulong[Ground.Block / 64];
        ground.SeenBits(0, bits);
        var seen = Enumerable.Range(0, Ground.Block).Where(node => (bits[node >> 6] >> node & 1) != 0);
        Assert.True(seen.SequenceEqual(Enumerable.Range(0, ground.EntityCount).Where(ground.Sees)), context);

        var labels = ground.LabelCodes() is { } sets ? (sets, sets.Of(0).ToArray()) : default;
        foreach (var node in seen.Where(node => node < labels.Item2?.Length && labels.Item2[node] > 0))
            Assert.True(labels.sets.LabelSet(labels.Item2![node]) == ground.LabelSet(node), $"{context}: labels of {node}");
        AssertWithin(ground, bits, context);
        foreach (var field in RandomHistory.FieldNames.Select(ground.FindField))
        {
            if (ground.CodesOf(field) is not { } codes)
                continue;
            var numbers = codes.Of(0).ToArray();
            foreach (var node in seen.Where(node => node < numbers.Length && numbers[node] > 0))
            {
                var told = ValueOf(ground.Read(codes[numbers[node]], out var bitsTold, out var valueTold), bitsTold, valueTold);
                var read = ValueOf(ground.Read(node, field, out var bitsRead, out var valueRead), bitsRead, valueRead);
                Assert.True(told.Equals(read), $"{context}: field {field} of {node}");
            }
        }
    }

    private static void AssertWithin(Ground ground, ulong[] seen, string context)
    {
        foreach (var field in RandomHistory.FieldNames.Select(ground.FindField))
        {
            for (var word = 0; word < seen.Length && word * 64 < ground.EntityCount; word++)
            {
                var within = ground.Within(field, word * 64, seen[word], -2, 40, out var asks);
                for (var left = seen[word] & ~asks; left != 0; left &= left - 1)
                {
                    var bit = System.Numerics.BitOperations.TrailingZeroCount(left);
                    var shape = ground.Read((word * 64) + bit, field, out var number, out _);
                    var isWithin = shape == PlainShape.Integer && number is >= -2 and <= 40;
                    Assert.True(isWithin == ((within >> bit & 1) != 0), $"{context}: field {field} of {(word * 64) + bit}");
                    long[] whole = [0];
                    ground.TakeWhole(field, [(word * 64) + bit], whole);
                    if (whole[0] != Ground.MustAsk)
                        Assert.True(
                            whole[0] == Ground.HasNone
                                ? shape == PlainShape.Nothing
                                : (shape, number) == (PlainShape.Integer, whole[0]),
                            context
                        );
                }

                Assert.Equal(0UL, within & (asks | ~seen[word]));
            }
        }
    }

    private static void AssertSearch(Reading reading, string words, string context)
    {
        var ground = new Ground(reading, isAnyTime: false);

        var found = ground.Search(words, 1_000).Select(best => ground.IdOf(best.Node)).ToHashSet();

        var asked = words.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var whole = Matching(reading, title => asked.All(word => WordsOf(title).Contains(word)));
        var begun = Matching(
            reading,
            title =>
                asked.SkipLast(1).All(word => WordsOf(title).Contains(word))
                && WordsOf(title).Any(word => word.StartsWith(asked[^1], StringComparison.Ordinal))
        );
        // The last word counts as a beginning only where no title has all words whole.
        Assert.True(found.SetEquals(whole.Count > 0 ? whole : begun), context);
    }

    private static HashSet<Id> Matching(Reading reading, Func<string, bool> matches) =>
        [
            .. reading
                .Entities()
                .Where(entity => entity["title"].AsText is { } title && matches(title))
                .Select(entity => entity.Id),
        ];

    private static string[] WordsOf(string title) =>
        [
            .. string.Concat(title.ToLowerInvariant().Select(letter => char.IsLetterOrDigit(letter) ? letter : ' '))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ];

    private static Reading AnyReading(GraphSnapshot snapshot, Random chance, IReadOnlyList<Id> hidable)
    {
        var reading = AnyReading(snapshot, chance);
        var mask = Mask.Hiding(snapshot, hidable.Where(_ => chance.Next(6) == 0));
        return reading.Snapshot.Read(reading.Valid, reading.Now, chance.Next(2) == 0 ? mask : Mask.Nothing);
    }

    private static Reading AnyReading(GraphSnapshot snapshot, Random chance)
    {
        if (chance.Next(3) == 0)
            snapshot = snapshot.AsKnownAt(new Revision(chance.Next((int)snapshot.At.Value + 1)));
        var at = RandomHistory.AnyInstant(chance);
        return snapshot.Read(at, at, Mask.Nothing);
    }
}
