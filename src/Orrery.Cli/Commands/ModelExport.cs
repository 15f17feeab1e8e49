using System.Text;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Cli;

/// <summary>Writes a workspace's model as pack files: one for each installed pack as it is here, one for what was made here.</summary>
internal static class ModelExport
{
    public static async Task WriteAsync(Call call, Workspace workspace, string? folder)
    {
        if (folder is null or "-")
            throw new FaultException(CliFaults.NoFolder());
        var reading = workspace.Read(call.Viewer, When.Now);
        var packs = Publishing.All(reading, Publishing.NameFor(workspace.Name));
        var path = Directory.CreateDirectory(call.PathOf(folder)).FullName;
        foreach (var pack in packs)
        {
            var text = Encoding.UTF8.GetBytes(PackWriter.Write(pack));
            await WholeFile.WriteAsync(
                Path.Combine(path, $"{pack.Name}.yaml"),
                async file => await file.WriteAsync(text, call.Cancel)
            );
        }

        await call.SayAsync($"Wrote {Words.Count(packs.Length, "pack")} of {workspace.Name} to {path}.");
    }
}
