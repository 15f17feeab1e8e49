using System.CommandLine;
using NodaTime;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Cli;

/// <summary>A command at work: what was asked, by whom, on which workspaces.</summary>
internal sealed record Call(
    ParseResult Parsed,
    Terminal Terminal,
    Workspaces Workspaces,
    TimeProvider Clock,
    CancellationToken Cancel
)
{
    /// <summary>Whom history names.</summary>
    public string Person => Get<string?>(Common.As) ?? Terminal.Person;

    /// <summary>Who reads, and in whose words.</summary>
    public Viewer Viewer => new(Person, Get<string?>(Common.Words) ?? Terminal.Words);

    public Instant Now => Instant.FromDateTimeOffset(Clock.GetUtcNow());

    /// <summary>The value of an option or argument of this command, by its name.</summary>
    public T? Get<T>(string name) => Parsed.GetValue<T>(name);

    /// <summary>The workspace that was named, or the only one there is.</summary>
    /// <exception cref="FaultException">There is none, or it has no community in whose words the answer was wished.</exception>
    public async Task<Workspace> WorkspaceAsync()
    {
        var workspace = await Workspaces.GetAsync(WorkspaceName(), Cancel);
        var model = workspace.Current.Model;
        var known = model.Communities.Select(community => community.Symbol).ToArray();
        // A community may have words before anybody says what it is.
        return
            Get<string?>(Common.Words) is { Length: > 0 } wished and not Common.OwnWords
            && !known.Contains(wished)
            && ReferenceEquals(model.InWordsOf(wished), model)
            ? throw new FaultException(SettingFaults.NoCommunity(wished, known))
            : workspace;
    }

    /// <summary>The name of the workspace that was named, or of the only one there is.</summary>
    public string WorkspaceName() =>
        (Get<string?>(Common.Workspace), Workspaces.Names) switch
        {
            ({ } named, _) => named,
            (null, [var only]) => only,
            (null, var names) => throw new FaultException(CliFaults.WhichWorkspace(names)),
        };

    public Cause Cause(string? why) => new(Person, Origin.CommandLine, why);

    public string PathOf(string path) => Terminal.PathOf(path);

    public void Print(Sheet sheet) => sheet.Print(Terminal, Get<SheetFormat>(Common.Format));

    public Task SayAsync(string line) => Terminal.Out.WriteLineAsync(Text.Harmless(line).AsMemory(), Cancel);
}
