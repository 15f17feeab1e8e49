using Orrery.Graph;
using Orrery.Storage;
using Orrery.Testing;

namespace Orrery.Tests.Storage;

[Collection(nameof(DefaultDisk))]
public sealed class PowerFailureTests : IDisposable
{
    private const int Failures = 60;

    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task Every_acknowledged_append_survives_a_power_failure_at_any_moment()
    {
        var seed = Environment.TickCount;
        var chance = new Random(seed);
        var watched = Directory.CreateDirectory(_temp.File("watched")).FullName;
        var db = Path.Combine(watched, "journal.db");
        using var disk = RecordedDisk.Watch(watched);
        List<int> acknowledged = [];
        byte[] startDb,
            startLog;
        await using (var journal = SqliteJournal.Open(db, open: null))
        {
            disk.Forget();
            (startDb, startLog) = (File.ReadAllBytes(db), File.ReadAllBytes(db + "-wal"));
            // Enough to fold the log several times.
            for (var i = 0; i < 250; i++)
            {
                await AppendAsync(journal, new string('x', chance.Next(1, 120_000)));
                acknowledged.Add(disk.Now);
            }
        }

        for (var i = 0; i < Failures; i++)
        {
            var moment = chance.Next(0, disk.Now + 1);
            var image = _temp.File($"image{i}.db");
            File.WriteAllBytes(image, disk.AfterPowerFailure(db, startDb, moment, chance));
            File.WriteAllBytes(image + "-wal", disk.AfterPowerFailure(db + "-wal", startLog, moment, chance));
            var survived = await HeadAsync(image);
            var promised = acknowledged.Count(at => at <= moment);

            Assert.True(
                survived >= promised,
                $"Seed {seed}: of {promised} acknowledged, {survived} survived a failure at {moment}."
            );
            Assert.True(survived <= promised + 1, $"Seed {seed}: {survived} are there, {promised} were acknowledged.");
            File.Delete(image);
            File.Delete(image + "-wal");
        }
    }

    private static async Task<long> HeadAsync(string image)
    {
        await using var journal = SqliteJournal.Open(image, open: null);
        var proof = await journal.VerifyAsync(BranchId.Main, TestContext.Current.CancellationToken);
        Assert.True(proof.IsSound, proof.Faults.FirstOrDefault()?.Message);
        return proof.Head.Value;
    }

    private static Task<Revision> AppendAsync(SqliteJournal journal, string title)
    {
        var head = journal.Head(BranchId.Main);
        var happened = new GraphEvent.FieldSet(Id.Named("x"), "title", Value.Of(title), Validity.Always);
        return journal.AppendAsync(
            BranchId.Main,
            head,
            [SegmentCodecTests.Sample(happened) with { Revision = head.Next }],
            TestContext.Current.CancellationToken
        );
    }
}

/// <summary>Tests that change the disk that all of SQLite in this process uses: they run by themselves, or others find theirs gone.</summary>
[CollectionDefinition(nameof(DefaultDisk), DisableParallelization = true)]
public sealed class DefaultDisk;
