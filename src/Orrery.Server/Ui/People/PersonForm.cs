using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>What the page that asks for a name shows.</summary>
/// <param name="Visit">Who looks.</param>
/// <param name="Name">The name, as typed or kept.</param>
/// <param name="Known">People of the workspace, to choose from.</param>
/// <param name="Back">The page to go back to.</param>
/// <param name="Problem">Why the name was refused, or null.</param>
public sealed record PersonView(Visit Visit, string Name, ImmutableArray<string> Known, string Back, Fault? Problem);

/// <summary>Asks who sits at this browser: history names them for what they change.</summary>
internal static class PersonForm
{
    private const string PersonKind = "person";
    private const int MostKnown = 500;

    public static IResult Show(Visit visit, string? back) =>
        Page.Of<PersonPage>(
            new PersonView(
                visit,
                Person.IsSaid(visit.Http.Request) ? visit.Viewer.Name : "",
                KnownTo(visit),
                Ours(visit, back),
                null
            )
        );

    public static async Task<IResult> Save(Visit visit, string? back)
    {
        var form = await visit.Http.Request.ReadFormAsync(visit.Cancel);
        var name = form["name"].ToString();
        if (form.ContainsKey("words"))
            ReadersWords.Keep(visit.Http, visit.Workspace.Name, form["words"].ToString());
        return Person.Keep(visit.Http, name) is { } fault
            ? Page.Of<PersonPage>(
                new PersonView(visit, name, KnownTo(visit), Ours(visit, back), fault),
                FaultPages.StatusOf(fault)
            )
            : Answers.SeeOther(Ours(visit, back));
    }

    private static ImmutableArray<string> KnownTo(Visit visit) =>
        [
            .. visit
                .Reading.Model.WithDescendants(PersonKind)
                .SelectMany(visit.Reading.WithLabel)
                .Take(MostKnown)
                .Select(Titles.Of)
                .Distinct()
                .Order(StringComparer.OrdinalIgnoreCase),
        ];

    // Only a page of this workspace: an address in a query may lead anywhere.
    private static string Ours(Visit visit, string? back) =>
        back is not null
        && back.StartsWith($"{visit.Links.Root}/", StringComparison.Ordinal)
        && !back.Contains('\\', StringComparison.Ordinal)
            ? back
            : visit.Links.Home;
}
