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
    public async Task Observations_of_a_personal_field_are_refused()
    {
        await using var workspace = await OpenAsync();
        await DoAsync(workspace, new GraphCommand.CreateEntity(IdOf("ada"), ["human"], null, Properties.None, Validity.Always));

        var decision = GraphRules.Decide(
            workspace.Current,
            [new GraphCommand.AppendSeries(IdOf("ada"), "name", [new(SomeDay, 1)])]
        );

        Assert.Equal("field.misfit", Assert.IsType<Decision.Refused>(decision).Fault.Code);
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

    private async Task<Workspace> OpenAsync()
    {
        var workspace = await Workspace.OpenAsync(
            "acme",
            new MemoryJournal(_ring.Open),
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
            HasName("human"),
            HasName("employs")
        );
        return workspace;
    }

    private static GraphCommand.Relate HasName(string owner) =>
        new(IdOf($"{owner} has name"), "has-field", IdOf(owner), IdOf("name"), Properties.None, Validity.Always);

    private static GraphCommand.CreateEntity Model(string metaKind, string symbol, params (string, Value)[] fields) =>
        new(IdOf(symbol), [metaKind], symbol, Properties.Of([("symbol", Value.Of(symbol)), .. fields]), Validity.Always);

    private static ImmutableSortedDictionary<string, Value> Named(string name) => Properties.Of(("name", Value.Of(name)));

    private static Id IdOf(string name) => Id.Named("personal", name);
}
