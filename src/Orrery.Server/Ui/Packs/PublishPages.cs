using System.Text;
using Microsoft.AspNetCore.Http;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>Packs leave a workspace as files: one that is installed, as it is here, or what was made here; under another name it goes its own way.</summary>
internal static class PublishPages
{
    public static IResult ShowOwn(Visit visit, string? name) =>
        Show(visit, null, NameOf(name, Publishing.NameFor(visit.Workspace.Name)));

    public static IResult ShowInstalled(Visit visit, string name, string? to) => Show(visit, name, NameOf(to, name));

    public static IResult TakeOwn(Visit visit, string? name) =>
        Take(visit, null, NameOf(name, Publishing.NameFor(visit.Workspace.Name)));

    public static IResult TakeInstalled(Visit visit, string name, string? to) => Take(visit, name, NameOf(to, name));

    private static DrawnPage Show(Visit visit, string? installed, string name)
    {
        var known = installed is null ? null : Publishing.Installed(visit.Reading, installed);
        try
        {
            return Page.Of<PackPublishPage>(new PackPublishView(visit, known, name, TextOf(visit, installed, name), null));
        }
        catch (FaultException fault)
        {
            return Page.Of<PackPublishPage>(
                new PackPublishView(visit, known, name, null, fault.Fault),
                FaultPages.StatusOf(fault.Fault)
            );
        }
    }

    private static IResult Take(Visit visit, string? installed, string name) =>
        Results.File(Encoding.UTF8.GetBytes(TextOf(visit, installed, name)), "application/yaml; charset=utf-8", $"{name}.yaml");

    private static string TextOf(Visit visit, string? installed, string name) =>
        PackWriter.Write(
            installed is null ? Publishing.Own(visit.Reading, name) : Publishing.Installed(visit.Reading, installed, name)
        );

    private static string NameOf(string? typed, string otherwise) => typed?.Trim() is { Length: > 0 } name ? name : otherwise;
}
