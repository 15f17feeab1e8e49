using System.Buffers;
using System.Text;
using Orrery.Graph;
using Orrery.Storage;
using Orrery.Testing;
using Orrery.Tests.House;

namespace Orrery.Tests.Storage;

/// <summary>What was written once stays readable: the bytes of every event and value, and journals of every release.</summary>
public sealed class JournalCasesTests
{
    public static TheoryData<string, string> Segments =>
        [
            .. File.ReadLines(Path.Combine(Checkout.Root, "cases", "journal", "segments.cases"))
                .Where(line => line.Length > 0 && line[0] != '#')
                .Select(line => line.Split(" => "))
                .Select(parts => (parts[0], parts[1])),
        ];

    public static TheoryData<string> Releases =>
        [.. Directory.GetDirectories(Path.Combine(Checkout.Root, "cases", "journals")).Select(path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Segments))]
    public void A_change_set_has_these_bytes(string json, string bytes)
    {
        Assert.Equal(
            bytes,
            Convert.ToHexStringLower(SegmentCodec.Encode([ChangeSetJson.ReadLine(Encoding.UTF8.GetBytes(json))]))
        );
        Assert.Equal(json, Line(Assert.Single(SegmentCodec.Decode(Convert.FromHexString(bytes), open: null))));
    }

    [Fact]
    public void Every_kind_of_event_and_value_has_its_case()
    {
        var all = Segments.Select(row => ChangeSetJson.ReadLine(Encoding.UTF8.GetBytes(row.Data.Item1))).ToList();
        var events = all.SelectMany(change => change.Events).ToList();
        var values = events.OfType<GraphEvent.FieldSet>().Select(e => e.Value.GetType()).ToHashSet();

        Assert.Equal(Cases(typeof(GraphEvent)), events.Select(e => e.GetType()).ToHashSet());
        Assert.Equal(
            [.. Cases(typeof(Value)).Except([typeof(Value.Entity), typeof(Value.Relation), typeof(Value.Path)])],
            values
        );
    }

    [Theory]
    [MemberData(nameof(Releases))]
    public async Task Journals_of_every_release_open(string release)
    {
        using var temp = new TempFolder();
        var cancel = TestContext.Current.CancellationToken;
        var data = DataFolder.Open(temp.File("data"));
        var folder = Path.Combine(Checkout.Root, "cases", "journals", release);

        foreach (var backup in Directory.GetFiles(folder, "*.orrery"))
        {
            var restored = await JournalBackup.RestoreAsync(data, backup, name: null, keys: null, cancel);
            await using var journal = SqliteJournal.Open(restored.Journal, open: null);
            var lines = new List<string>();
            await foreach (var changes in journal.ReadAsync(BranchId.Main, Revision.Start, cancel))
                lines.AddRange(changes.Select(Line));

            Assert.Equal(File.ReadLines(Path.ChangeExtension(backup, ".jsonl")), lines);
            Assert.True((await journal.VerifyAsync(BranchId.Main, cancel)).IsSound);
        }
    }

    private static HashSet<Type> Cases(Type hierarchy) =>
        [.. hierarchy.GetNestedTypes().Where(type => type.IsSubclassOf(hierarchy))];

    private static string Line(ChangeSet change)
    {
        var bytes = new ArrayBufferWriter<byte>();
        ChangeSetJson.WriteLine(bytes, change);
        return Encoding.UTF8.GetString(bytes.WrittenSpan[..^1]);
    }
}
