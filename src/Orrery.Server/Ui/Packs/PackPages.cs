using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>Packs: the shelf, one pack, and what adding, upgrading or removing it would do, then doing it.</summary>
internal static class PackPages
{
    /// <summary>The shelf and what is installed.</summary>
    public static IResult List(Visit visit)
    {
        var installed = InstalledPack.Of(visit.Reading).ToDictionary(p => p.Name);
        var shelf = PackShelf.Names.Select(PackShelf.Take).ToDictionary(p => p.Name);
        return Page.Of<PackListPage>(
            new PackListView(
                visit,
                [
                    .. installed
                        .Keys.Union(shelf.Keys)
                        .Order(StringComparer.Ordinal)
                        .Select(name => new PackLine(name, installed.GetValueOrDefault(name), shelf.GetValueOrDefault(name))),
                ]
            )
        );
    }

    /// <summary>One pack: what it is for and what it brings.</summary>
    public static IResult Show(Visit visit, string name)
    {
        var installed = InstalledPack.Of(visit.Reading).FirstOrDefault(p => p.Name == name);
        var shelved = PackShelf.Names.Contains(name) ? PackShelf.Take(name) : null;
        var pack = installed?.Definition ?? shelved ?? PackShelf.Take(name);
        return Page.Of<PackPage>(
            new PackView(
                visit,
                pack,
                installed,
                shelved is not null && shelved.Version != installed?.Version ? shelved : null,
                installed?.Definition is { } known ? [.. Adopting.ChangedHere(visit.Reading, known)] : [],
                QuestionShelf.Of(pack.Name)
            )
        );
    }

    /// <summary>What adding, upgrading or removing would do.</summary>
    public static IResult Look(Visit visit, string name, string deed) => Preview(visit, name, deed, null, null, []);

    /// <summary>Does it, if it is still what was looked at.</summary>
    public static async Task<IResult> Do(Visit visit, string name, string deed)
    {
        var form = await visit.Http.Request.ReadFormAsync(visit.Cancel);
        return await RunAsync(visit, name, deed, form, text: null);
    }

    /// <summary>The form that takes the text of a pack.</summary>
    public static IResult ShowText(Visit visit) => Page.Of<PackTextPage>(new PackTextView(visit, "", []));

    /// <summary>Looks at a pack that was pasted, or takes it.</summary>
    public static async Task<IResult> TakeText(Visit visit)
    {
        var form = await visit.Http.Request.ReadFormAsync(visit.Cancel);
        var text = form["text"].ToString();
        if (PackReader.Read("your text", text) is Outcome<Pack>.Refused refused)
            return Page.Of<PackTextPage>(new PackTextView(visit, text, refused.Faults), StatusCodes.Status422UnprocessableEntity);
        return form.ContainsKey("digest") ? await RunAsync(visit, "", "", form, text) : Preview(visit, "", "", text, null, []);
    }

    private static DrawnPage Preview(Visit visit, string name, string deed, string? text, Fault? problem, HashSet<string> taken)
    {
        try
        {
            var adoption = Plan(visit.Reading, name, deed, text);
            return Page.Of<AdoptionPage>(
                new AdoptionView(visit, name, deed, text, adoption, AdoptionDigest.Of(adoption), problem) { Taken = taken },
                problem is null ? StatusCodes.Status200OK : FaultPages.StatusOf(problem)
            );
        }
        catch (FaultException fault) when (text is not null)
        {
            return Page.Of<PackTextPage>(new PackTextView(visit, text, [fault.Fault]), FaultPages.StatusOf(fault.Fault));
        }
    }

    private static async Task<IResult> RunAsync(Visit visit, string name, string deed, IFormCollection form, string? text)
    {
        var taken = form["take"].OfType<string>().ToHashSet(StringComparer.Ordinal);
        var outcome = await visit.Workspace.ExecuteAsync(
            reading =>
            {
                var adoption = Plan(reading, name, deed, text);
                return AdoptionDigest.Of(adoption) == form["digest"].ToString()
                    ? adoption.ToCommands(ours => taken.Contains(ours.Name))
                    : throw new FaultException(ServerFaults.PackChangedMeanwhile());
            },
            visit.Cause(form["why"].ToString() is { Length: > 0 } why ? why : Plan(visit.Reading, name, deed, text).Title),
            visit.Cancel
        );
        return outcome switch
        {
            Outcome.Done done => Answers.SeeOther(visit.Links.Packs, done.At),
            Outcome.Refused refused => Preview(visit, name, deed, text, refused.Fault, taken),
            _ => throw new System.Diagnostics.UnreachableException("An outcome is done or refused."),
        };
    }

    private static Adoption Plan(Reading reading, string name, string deed, string? text) =>
        text is not null ? Adopting.Apply(reading, [PackReader.Read("your text", text).OrThrow()])
        : deed == "add" ? Adopting.Add(reading, PackShelf.Take(name))
        : deed == "upgrade" ? Adopting.Upgrade(reading, PackShelf.Take(name))
        : deed == "remove" ? Adopting.Remove(reading, name)
        : throw new FaultException(Fault.NotFound(deed));
}
