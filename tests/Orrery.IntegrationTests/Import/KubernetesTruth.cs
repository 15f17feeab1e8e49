using System.Text;
using NodaTime;
using Orrery.Graph;
using Orrery.Import;

namespace Orrery.IntegrationTests.Import;

/// <summary>
/// The main job on real input: at any date the whole history reads as a fresh workspace does that was given just the files in force;
/// importing again writes nothing but that sources were read; and the order of files does not matter.
/// </summary>
public sealed class KubernetesTruth(KubernetesFiles data)
{
    [Fact]
    public void At_24_dates_the_history_reads_as_a_fresh_import_of_the_files_in_force()
    {
        KubernetesFiles.SkipWithoutData();
        var history = data.History;

        foreach (var at in Moments())
        {
            var fresh = data.Import(InForce(at));

            AssertAlike($"at {at}", Text(fresh, at), Text(history, at));
        }
    }

    [Fact]
    public void Importing_all_again_writes_only_that_the_sources_were_read()
    {
        KubernetesFiles.SkipWithoutData();
        var files = KubernetesFiles.Source.Files;
        var history = data.History;

        foreach (var file in files)
        {
            var statement = data.Translated[file.Path].Statement;
            var events = ImportedGraph.Accepted(history, GraphRules.Reconcile(history, statement).Commands);

            Assert.Equal([new GraphEvent.SourceRead(statement.Source, statement.File, statement.From, statement.Digest)], events);
            history = ImportedGraph.Record(history, statement, events);
        }
    }

    [Fact]
    public void Importing_all_again_writes_only_that_the_sources_were_read_also_when_those_notes_are_lost()
    {
        KubernetesFiles.SkipWithoutData();
        var history = ImportedGraph.WithoutReadings(KubernetesFiles.Source.Files.Select(f => data.Translated[f.Path].Statement));
        Assert.Empty(history.SourceReadings);

        foreach (var file in KubernetesFiles.Source.Files)
        {
            var statement = data.Translated[file.Path].Statement;
            var events = ImportedGraph.Accepted(history, GraphRules.Reconcile(history, statement).Commands);

            Assert.Equal([new GraphEvent.SourceRead(statement.Source, statement.File, statement.From, statement.Digest)], events);
            history = ImportedGraph.Record(history, statement, events);
        }
    }

    [Theory]
    [InlineData("proposals before groups")]
    [InlineData("shuffled")]
    public void Another_order_of_files_gives_the_same_history(string order)
    {
        KubernetesFiles.SkipWithoutData();
        var files = KubernetesFiles.Source.Files;
        var random = new Random(20260819);
        var history = data.History;

        var other = data.Import(
            order == "shuffled" ? files.OrderBy(_ => random.Next()) : files.OrderBy(f => f.Source, StringComparer.Ordinal)
        );

        foreach (var at in Moments())
            AssertAlike($"{order}, at {at}", Text(history, at), Text(other, at));
    }

    [Fact]
    public void An_old_file_whose_bytes_changed_is_a_fault()
    {
        KubernetesFiles.SkipWithoutData();
        var statement = data.Translated["sigs/2017-05-31.yaml"].Statement;
        var read = data.Import(KubernetesFiles.Source.Files.Where(f => f.Path == statement.File));

        Assert.Equal("source.changed", GraphRules.Reconcile(read, statement with { Digest = "00" }).Fault?.Code);
    }

    /// <summary>From the first file to after the last, never on the day of a file only.</summary>
    private static List<Instant> Moments()
    {
        var dates = KubernetesFiles.Source.Files.Select(f => f.From!.Value).Where(d => d > Instant.MinValue).Distinct().ToList();
        return [.. Enumerable.Range(0, 24).Select(i => dates[i * (dates.Count - 1) / 23] + Duration.FromDays(i * 7 % 20))];
    }

    private static IEnumerable<SourceFile> InForce(Instant at) =>
        KubernetesFiles
            .Source.Files.Where(f => f.From <= at)
            .GroupBy(f => f.Source)
            .Select(readings => readings.MaxBy(f => f.From)!);

    private static string Text(GraphSnapshot snapshot, Instant at)
    {
        var reading = snapshot.Read(at, at, Mask.Nothing);
        var text = new StringBuilder();
        foreach (var entity in reading.Entities().OrderBy(e => e.Id))
            Append(text, $"{entity.Id} {string.Join('+', entity.Labels)} {entity.Ref}", entity.Fields);
        foreach (var relation in reading.Relations().OrderBy(r => r.Id))
            Append(text, $"{relation.Id} {relation.FromId} {relation.Type} {relation.ToId}", relation.Fields);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string head, IEnumerable<KeyValuePair<string, Value>> fields)
    {
        text.Append(head).Append('\n');
        foreach (var (field, value) in fields)
            text.Append("  ").Append(field).Append(' ').Append(Convert.ToHexString(ValueCodec.ToBytes(value))).Append('\n');
    }

    private static void AssertAlike(string what, string expected, string actual)
    {
        if (expected == actual)
            return;
        var (wanted, found) = (expected.Split('\n'), actual.Split('\n'));
        var differences = wanted
            .Except(found)
            .Take(5)
            .Select(l => $"- {l}")
            .Concat(found.Except(wanted).Take(5).Select(l => $"+ {l}"));
        Assert.Fail($"{what}:\n{string.Join('\n', differences)}");
    }
}
