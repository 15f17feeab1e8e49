using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Orrery.Cli;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Storage;
using Orrery.Testing;

namespace Orrery.Tests.Speaking;

/// <summary>
/// Harbor Mutual in which every kind, field, relation type, category and view has a title of its own that means nothing
/// (<c>Zqe17q</c>), and one community has words of its own for all of them (<c>Zqc17q</c>). Whatever of the first kind that
/// community still reads is a label that nobody put into its words.
/// </summary>
public sealed partial class TwoTongues : IAsyncLifetime
{
    public const string Workspace = "harbor-mutual";
    public const string Community = "marked";

    private static readonly string[] Spoken =
    [
        MetaKinds.Kind,
        MetaKinds.Field,
        MetaKinds.RelationType,
        MetaKinds.Category,
        MetaKinds.View,
    ];

    private readonly TempFolder _folder = new();
    private readonly List<string> _refs = [];

    public string Data => _folder.Path;

    public async ValueTask InitializeAsync()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var workspaces = Open();
        var terminal = new Terminal(
            TextWriter.Null,
            TextWriter.Null,
            Width: null,
            ShowsProgress: false,
            Path.GetTempPath(),
            "Tester"
        );
        await DemoLoad.RunAsync(Workspace, workspaces, terminal, TimeProvider.System, cancel);
        var workspace = await workspaces.GetAsync(Workspace, cancel);
        GraphCommand[] commands = [.. Rename(workspace.Read(new("Tester"), When.Now))];
        (await workspace.ExecuteAsync(new(commands, new("Tester", Origin.Screen)), cancel)).OrThrow();
    }

    /// <summary>The folder, owned until it is disposed of.</summary>
    internal Workspaces Open() => new(DataFolder.Open(_folder.Path), TimeProvider.System);

    /// <summary>What stands in a text of everybody's titles: what it is called for, and what stands around it.</summary>
    internal IEnumerable<Unspoken> UnspokenIn(string text) =>
        Everybodys()
            .Matches(text)
            .Select(found => new Unspoken(
                _refs[int.Parse(found.Groups["number"].Value, CultureInfo.InvariantCulture)],
                text[Math.Max(0, found.Index - 90)..Math.Min(text.Length, found.Index + found.Length + 30)]
                    .ReplaceLineEndings(" ")
            ));

    /// <summary>Words of the community that lost their capital.</summary>
    internal IEnumerable<Unspoken> LoweredIn(string text) =>
        Lowered()
            .Matches(text)
            .Select(found => new Unspoken(
                _refs[int.Parse(found.Groups["number"].Value, CultureInfo.InvariantCulture)],
                text[Math.Max(0, found.Index - 90)..Math.Min(text.Length, found.Index + found.Length + 30)]
                    .ReplaceLineEndings(" ")
            ));

    /// <summary>How many words of the community stand in a text.</summary>
    public static int SpokenIn(string text) => Communitys().Count(text);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private IEnumerable<GraphCommand> Rename(Reading reading)
    {
        ImmutableArray<Entity> parts = [.. Spoken.SelectMany(reading.WithLabel).Where(part => part.Ref is not null)];
        yield return PackCommands.Entity(MetaKinds.Community, Community, "Marked");
        foreach (var part in parts)
        {
            var number = _refs.Count;
            _refs.Add(part.Ref!.ToString());
            yield return new GraphCommand.SetField(part.Id, "title", Value.Of($"Zqe{number}q"), Validity.Always);
            if (part.Labels.Contains(MetaKinds.Kind))
                yield return new GraphCommand.SetField(part.Id, "plural", Value.Of($"Zqe{number}qq"), Validity.Always);
            if (part.Labels.Contains(MetaKinds.RelationType))
                yield return new GraphCommand.SetField(part.Id, "inverse", Value.Of($"Zqe{number}qi"), Validity.Always);
            foreach (
                var command in WordShaping.Add(
                    reading,
                    Community,
                    part.Ref!.ToString(),
                    $"Zqc{number}q",
                    $"Zqc{number}qq",
                    "",
                    ImmutableSortedDictionary<string, string>.Empty.Add("inverse", $"Zqc{number}qi")
                )
            )
            {
                if (command is not GraphCommand.CreateEntity { Labels: [MetaKinds.Community, ..] })
                    yield return command;
            }
        }
    }

    [GeneratedRegex("[Zz]qe(?<number>[0-9]+)q", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 2_000)]
    private static partial Regex Everybodys();

    [GeneratedRegex("zqc(?<number>[0-9]+)q", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 2_000)]
    private static partial Regex Lowered();

    [GeneratedRegex("Zqc[0-9]+q", RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex Communitys();
}

/// <summary>A label that stands as everybody says it.</summary>
/// <param name="Ref">Of the part of the model.</param>
/// <param name="Around">The text around it.</param>
internal sealed record Unspoken(string Ref, string Around);
