using System.Collections.Immutable;
using System.Diagnostics;
using NodaTime;
using Orrery.Graph;
using Orrery.Storage;

namespace Orrery.Bench;

/// <summary>The journal by itself: the cost of a flush beside a preallocated file that is flushed with the same bytes in turn, and the codec's speed.</summary>
internal static class JournalBench
{
    private const long Preallocated = 64L << 20;
    private static readonly CancellationToken Never = CancellationToken.None;

    public static async Task<int> RunAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        var results = new Results("orrery-journal", "-");
        Codec(results);
        foreach (var (group, rounds) in ((int, int)[])[(1, 6_000), (64, 1_500), (256, 800)])
            await AppendsAsync(results, folder, group, rounds);
        await ReadAsync(results, folder);
        return 0;
    }

    private static async Task AppendsAsync(Results results, string folder, int group, int rounds)
    {
        await using var journal = Fresh(folder);
        using var raw = Preallocate(Path.Combine(folder, "raw.log"));
        var (ours, floor) = (new List<double>(rounds), new List<double>(rounds));
        var at = 0L;
        for (var i = 0; i < rounds; i++)
        {
            var head = journal.Head(BranchId.Main);
            var changes = Changes(head, group, 1);
            var began = Stopwatch.GetTimestamp();
            await journal.AppendAsync(BranchId.Main, head, changes, Never);
            ours.Add(Stopwatch.GetElapsedTime(began).TotalMicroseconds);

            var bytes = SegmentCodec.Encode(changes.AsSpan());
            at = at + bytes.Length > Preallocated ? 0 : at;
            began = Stopwatch.GetTimestamp();
            RandomAccess.Write(raw, bytes, at);
            RandomAccess.FlushToDisk(raw);
            floor.Add(Stopwatch.GetElapsedTime(began).TotalMicroseconds);
            at += bytes.Length;
        }

        Put(results, $"journal, {group} change sets a flush", ours, group);
        Put(results, $"preallocated file, the same bytes of {group}", floor, group);
        Console.WriteLine(
            $"  {group}: median {Median(ours) / Median(floor):F2}x of the floor, rate {floor.Sum() / ours.Sum():P0} of the floor's"
        );
    }

    private static async Task ReadAsync(Results results, string folder)
    {
        await using var journal = Fresh(folder);
        const int Segments = 500;
        const int Events = 2_000;
        for (var i = 0; i < Segments; i++)
            await journal.AppendAsync(
                BranchId.Main,
                journal.Head(BranchId.Main),
                Changes(journal.Head(BranchId.Main), 20, Events / 20),
                Never
            );
        for (var round = 0; round < 3; round++)
        {
            var began = Stopwatch.GetTimestamp();
            var count = 0L;
            await foreach (var changes in journal.ReadAsync(BranchId.Main, Revision.Start, Never))
                count += changes.Sum(change => change.Events.Length);
            var took = Stopwatch.GetElapsedTime(began);
            results.Put(
                "journal read from the start",
                took.TotalMicroseconds,
                (int)count,
                null,
                0,
                $"{count / took.TotalSeconds / 1e6:F2} M events/s"
            );
        }
    }

    private static void Codec(Results results)
    {
        var changes = Changes(Revision.Start, 100, 200);
        var events = changes.Sum(change => change.Events.Length);
        var bytes = SegmentCodec.Encode(changes.AsSpan());
        for (var round = 0; round < 5; round++)
        {
            Rate(results, "encode", events, bytes.Length, () => SegmentCodec.Encode(changes.AsSpan()).Length);
            Rate(results, "decode", events, bytes.Length, () => SegmentCodec.Decode(bytes, open: null).Length);
        }
    }

    private static void Rate(Results results, string what, int events, int bytes, Func<int> run)
    {
        const int Times = 50;
        run();
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < Times; i++)
            run();
        var took = Stopwatch.GetElapsedTime(began) / Times;
        results.Put(
            what,
            took.TotalMicroseconds,
            events,
            null,
            0,
            $"{events / took.TotalSeconds / 1e6:F2} M events/s, {bytes / events} bytes an event"
        );
    }

    private static SqliteJournal Fresh(string folder)
    {
        var path = Path.Combine(folder, "bench.db");
        foreach (var ending in (string[])["", "-wal", "-shm"])
            File.Delete(path + ending);
        return SqliteJournal.Open(path, open: null);
    }

    private static Microsoft.Win32.SafeHandles.SafeFileHandle Preallocate(string path)
    {
        var file = File.OpenHandle(path, FileMode.Create, FileAccess.ReadWrite);
        var zeros = new byte[1 << 20];
        for (var at = 0L; at < Preallocated; at += zeros.Length)
            RandomAccess.Write(file, zeros, at);
        RandomAccess.FlushToDisk(file);
        return file;
    }

    private static ImmutableArray<ChangeSet> Changes(Revision after, int count, int events) =>
        [.. Enumerable.Range(1, count).Select(i => Change(after.Value + i, events))];

    // About 200 bytes with one event, as in the harness.
    private static ChangeSet Change(long revision, int events) =>
        new(
            new Revision(revision),
            Instant.FromUnixTimeTicks(17_000_000_000_000_000 + (revision * 1_234_567)),
            new Cause("anna.svensson", Origin.Screen, revision % 3 == 0 ? "Agreed in the weekly meeting" : null),
            [.. Enumerable.Range(0, events).Select(i => Field((revision * 31) + i))]
        );

    private static GraphEvent.FieldSet Field(long n) =>
        (n % 3) switch
        {
            0 => new(Subject(n), "status", Value.Of(n % 2 == 0 ? "on track" : "at risk"), Since(n)),
            1 => new(Subject(n), "progress", Value.Of(n % 100), Since(n)),
            _ => new(Subject(n), "title", Value.Of($"Faster onboarding for segment {n}"), Since(n)),
        };

    private static Id Subject(long n) => new(new Guid((int)(n * 2654435761), (short)n, 7, 1, 2, 3, 4, 5, 6, 7, 8));

    private static Validity Since(long n) => Validity.Since(Instant.FromUnixTimeSeconds(1_700_000_000 + (n / 50)));

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static void Put(Results results, string question, List<double> times, int group)
    {
        var sorted = times.Order().ToList();
        results.Put(
            question,
            sorted[sorted.Count / 2],
            sorted.Count,
            null,
            sorted[(int)(sorted.Count * .99)],
            $"{group * 1e6 * sorted.Count / sorted.Sum():F0} change sets/s"
        );
    }
}
