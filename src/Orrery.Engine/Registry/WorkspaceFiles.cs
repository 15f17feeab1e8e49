using Orrery.Graph;
using Orrery.Storage;

namespace Orrery.Engine;

/// <summary>Opens a workspace from its folder.</summary>
internal static class WorkspaceFiles
{
    private const string Journal = "journal.db";

    public static async Task<Workspace> OpenAsync(string name, string folder, TimeProvider clock, CancellationToken cancel)
    {
        var keys = new PersonalKeys((subject, value) => new(subject, [], value), personal => personal);
        var journal = SqliteJournal.Open(Path.Combine(folder, Journal), personal => keys.Open(personal));
        try
        {
            return await Workspace.OpenAsync(name, journal, keys, GraphSnapshot.Empty(keys.Open), clock, cancel);
        }
        catch
        {
            await journal.DisposeAsync();
            throw;
        }
    }
}
