using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Storage;

namespace Orrery.Tests.Engine;

/// <summary>Personal values reach no byte in the clear, whatever they are values of.</summary>
public sealed class PersonalTests : IDisposable
{
    private const string Secret = "eighty thousand a year";
    private static readonly Cause ByAda = new("Ada", Origin.Screen);
    private readonly MemoryKeys _ring = new(RandomNumberGenerator.Fill);

    public void Dispose() => _ring.Dispose();

    [Fact]
    public async Task A_personal_value_of_a_relation_is_sealed()
    {
        await using var workspace = await OpenAsync();

        await DoAsync(
            workspace,
            new GraphCommand.CreateEntity(IdOf("ada"), ["human"], null, Properties.None, Validity.Always),
            new GraphCommand.Relate(IdOf("pays"), "employs", IdOf("ada"), IdOf("ada"), Named(Secret), Validity.Always)
        );

        AssertSealed(workspace, IdOf("pays"));
        Assert.Equal([IdOf("pays")], workspace.Current.PersonalRelationsOf(IdOf("ada")));
    }

    [Fact]
    public async Task What_two_sources_say_of_a_personal_field_is_sealed()
    {
        await using var workspace = await OpenAsync();

        await TakeAsync(workspace, "system/a", 1, Secret + ", says a");
        await TakeAsync(workspace, "system/b", 2, Secret + ", says b");

        AssertSealed(workspace, Id.Named("system", "human/ada"));
    }

    [Fact]
    public async Task Observations_of_a_personal_field_are_sealed_and_read_until_the_key_is_gone()
    {
        var journal = new MemoryJournal(_ring.Open);
        await using var workspace = await OpenAsync(journal);
        var point = new Observation(SomeDay, 61.08151623);
        await DoAsync(workspace, new GraphCommand.CreateEntity(IdOf("ada"), ["human"], null, Properties.None, Validity.Always));

        await DoAsync(workspace, new GraphCommand.AppendSeries(IdOf("ada"), "pulse", [point]));

        Assert.Equal([point], PulseOf(workspace.Current));
        Assert.Contains(
            new GraphEvent.SeriesAppended(IdOf("ada"), "pulse", [point]),
            workspace.Current.Read(SomeDay, SomeDay, Mask.Nothing).Find(IdOf("ada"))!.Recorded().Select(r => r.Event)
        );
        Assert.False(HoldsNumber(await BytesAsync(workspace), point.Value));
        _ring.Destroy(IdOf("ada"));
        Assert.Empty(PulseOf(workspace.Current));
    }

    [Fact]
    public async Task Sealed_observations_are_taken_back_and_given_again()
    {
        await using var workspace = await OpenAsync();
        var point = new Observation(SomeDay, 61.08151623);
        await DoAsync(workspace, new GraphCommand.CreateEntity(IdOf("ada"), ["human"], null, Properties.None, Validity.Always));
        await DoAsync(workspace, new GraphCommand.AppendSeries(IdOf("ada"), "pulse", [point]));

        (await workspace.UndoAsync(workspace.Current.At, ByAda, Cancel)).OrThrow();
        var without = PulseOf(workspace.Current);
        (await workspace.UndoAsync(workspace.Current.At, ByAda, Cancel)).OrThrow();

        Assert.Empty(without);
        Assert.Equal([point], PulseOf(workspace.Current));
        Assert.False(HoldsNumber(await BytesAsync(workspace), point.Value));
    }

    private static ImmutableArray<Observation> PulseOf(GraphSnapshot snapshot) =>
        snapshot.Read(SomeDay, SomeDay, Mask.Nothing).Find(IdOf("ada"))!.Series("pulse");

    // What is written: every segment, and a snapshot.
    private static async Task<byte[]> BytesAsync(Workspace workspace)
    {
        using var saved = new MemoryStream();
        workspace.Current.Save(saved);
        await foreach (var change in workspace.HistoryAsync(Revision.Start, workspace.Current.At, Cancel))
            saved.Write(SegmentCodec.Encode([change]));
        return saved.ToArray();
    }

    private static bool HoldsNumber(byte[] bytes, double number)
    {
        Span<byte> wanted = stackalloc byte[8];
        System.Buffers.Binary.BinaryPrimitives.WriteDoubleBigEndian(wanted, number);
        var forward = bytes.AsSpan().IndexOf(wanted) >= 0;
        wanted.Reverse();
        return forward || bytes.AsSpan().IndexOf(wanted) >= 0;
    }

    private static Instant SomeDay => Instant.FromUtc(2024, 1, 1, 0, 0);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static void AssertSealed(Workspace workspace, Id subject)
    {
        using var saved = new MemoryStream();
        workspace.Current.Save(saved);
        Assert.DoesNotContain(Secret, Encoding.UTF8.GetString(saved.ToArray()), StringComparison.Ordinal);
        var reading = workspace.Current.Read(Instant.FromUtc(2024, 2, 1, 0, 0), SomeDay, Mask.Nothing);
        var name = reading.Find(subject)?["name"] ?? reading.FindRelation(subject)!["name"];
        Assert.StartsWith(Secret, Assert.IsType<Value.Personal>(name).Clear!.AsText, StringComparison.Ordinal);
    }

    private static async Task TakeAsync(Workspace workspace, string source, int day, string name)
    {
        var statement = new Statement(
            "system",
            source,
            "file.yaml",
            SomeDay + Duration.FromDays(day),
            source,
            [new("human/ada", "human", "ada", Named(name))],
            []
        );
        var commands = GraphRules.Reconcile(workspace.Current, statement).Commands;
        (await workspace.ExecuteAsync(new(commands, new(source, Origin.Import, Source: source)), Cancel)).OrThrow();
    }

    private static async Task DoAsync(Workspace workspace, params GraphCommand[] commands) =>
        (await workspace.ExecuteAsync(new(commands, ByAda), Cancel)).OrThrow();

    private async Task<Workspace> OpenAsync(IJournal? journal = null)
    {
        var workspace = await Workspace.OpenAsync(
            "acme",
            journal ?? new MemoryJournal(_ring.Open),
            new(_ring.Seal, _ring.Open),
            GraphSnapshot.Empty(_ring.Open),
            new SteppingClock(),
            Cancel
        );
        await DoAsync(
            workspace,
            Model(MetaKinds.Kind, "human"),
            Model(MetaKinds.RelationType, "employs"),
            Model(MetaKinds.Field, "name", ("field-kind", Value.Of("text")), ("personal", Value.Of(true))),
            Model(MetaKinds.Field, "pulse", ("field-kind", Value.Of("series")), ("personal", Value.Of(true))),
            Has("human", "pulse"),
            HasName("human"),
            HasName("employs")
        );
        return workspace;
    }

    private static GraphCommand.Relate HasName(string owner) => Has(owner, "name");

    private static GraphCommand.Relate Has(string owner, string field) =>
        new(IdOf($"{owner} has {field}"), "has-field", IdOf(owner), IdOf(field), Properties.None, Validity.Always);

    private static GraphCommand.CreateEntity Model(string metaKind, string symbol, params (string, Value)[] fields) =>
        new(IdOf(symbol), [metaKind], symbol, Properties.Of([("symbol", Value.Of(symbol)), .. fields]), Validity.Always);

    private static ImmutableSortedDictionary<string, Value> Named(string name) => Properties.Of(("name", Value.Of(name)));

    private static Id IdOf(string name) => Id.Named("personal", name);
}
