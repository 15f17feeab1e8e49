using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>What the form that keeps a view shows.</summary>
/// <param name="Visit">Who keeps it.</param>
/// <param name="Saved">The view that is changed, or null for a new one.</param>
/// <param name="Definition">What it will show, as typed so far.</param>
/// <param name="Problem">Why it was refused, or null.</param>
public sealed record SaveViewView(Visit Visit, SavedView? Saved, ViewDefinition Definition, Fault? Problem);

/// <summary>Keeps views, changes them, takes them away.</summary>
internal static class SaveView
{
    private const int MostTries = 100;

    public static IResult ShowNew(Visit visit) => Form(visit, saved: null);

    public static IResult ShowEdit(Visit visit, string key) => Form(visit, ViewPages.Find(visit, key));

    public static Task<IResult> Create(Visit visit)
    {
        var id = Id.New(visit.Http.RequestServices.GetRequiredService<TimeProvider>());
        return KeepAsync(
            visit,
            saved: null,
            definition =>
            {
                var key = FreeKey(visit, definition.Title, id);
                return (key, [SavedViews.Create(id, key, definition, visit.Viewer.Name)]);
            }
        );
    }

    public static Task<IResult> Save(Visit visit, string key)
    {
        var saved = ViewPages.Find(visit, key);
        return KeepAsync(visit, saved, definition => (key, [.. SavedViews.Change(saved, definition)]));
    }

    public static async Task<IResult> Pin(Visit visit, string key)
    {
        var saved = ViewPages.Find(visit, key);
        var definition = saved.Definition with { IsPinned = !saved.Definition.IsPinned };
        var done = (await RunAsync(visit, [.. SavedViews.Change(saved, definition)])).OrThrow();
        return Answers.SeeOther(Answers.BackFrom(visit.Http.Request) ?? visit.Links.View(key), done);
    }

    public static async Task<IResult> Remove(Visit visit, string key)
    {
        var saved = ViewPages.Find(visit, key);
        var done = (await RunAsync(visit, [new GraphCommand.Retire(saved.Id, Validity.Always)])).OrThrow();
        return Answers.SeeOther(visit.Links.Views, done);
    }

    private static async Task<IResult> KeepAsync(
        Visit visit,
        SavedView? saved,
        Func<ViewDefinition, (string Key, ImmutableArray<GraphCommand> Commands)> keep
    )
    {
        var definition = Read(await visit.Http.Request.ReadFormAsync(visit.Cancel));
        if (Problem(visit, definition) is { } problem)
            return Refused(visit, saved, definition, problem);
        var (key, commands) = keep(definition);
        if (commands.IsEmpty)
            return Answers.SeeOther(visit.Links.View(key));
        return await RunAsync(visit, commands) switch
        {
            Outcome.Done done => Answers.SeeOther(visit.Links.View(key), done.At),
            Outcome.Refused { Fault: var fault } => Refused(visit, saved, definition, fault),
            _ => throw new System.Diagnostics.UnreachableException("An outcome is done or refused."),
        };
    }

    private static DrawnPage Form(Visit visit, SavedView? saved)
    {
        var query = visit.Http.Request.Query;
        var request = ViewRequest.Read(query, saved?.Definition);
        var definition = new ViewDefinition(
            query["title"].ToString() is { Length: > 0 } title ? title : saved?.Definition.Title ?? "",
            request.Asked.Text,
            request.Shape,
            request.Settings,
            ParametersOf(request.Asked),
            saved?.Definition.Task,
            saved?.Definition.Audience,
            saved?.Definition.About,
            saved?.Definition.IsPinned ?? false
        );
        return Page.Of<SaveViewPage>(new SaveViewView(visit, saved, definition, null));
    }

    private static ViewDefinition Read(IFormCollection form)
    {
        var request = ViewRequest.Read(new QueryCollection(form.ToDictionary(pair => pair.Key, pair => pair.Value)), null);
        return new(
            form["title"].ToString().Trim(),
            request.Asked.Text,
            request.Shape,
            request.Settings,
            ParametersOf(request.Asked),
            form["task"].ToString().Trim(),
            form["audience"].ToString().Trim(),
            form["about"].ToString() is { Length: > 0 } about ? about : null,
            form.ContainsKey("pinned")
        );
    }

    private static ImmutableSortedDictionary<string, string> ParametersOf(AskedText asked) =>
        asked
            .Parameters.Where(parameter => parameter.IsGiven && parameter.Name != ViewDefinition.This)
            .ToImmutableSortedDictionary(parameter => parameter.Name, parameter => parameter.Typed, StringComparer.Ordinal);

    private static Fault? Problem(Visit visit, ViewDefinition definition) =>
        definition.Title.Length == 0 ? ServerFaults.TitleMissing()
        : AskPages.Ask(visit, AskedText.Of(definition.Query, name => definition.Parameters.GetValueOrDefault(name, "")))
            is AskOutcome.Refused { Fault: { At: not null, Fault: var fault } }
            ? fault
        : null;

    private static DrawnPage Refused(Visit visit, SavedView? saved, ViewDefinition definition, Fault fault) =>
        Page.Of<SaveViewPage>(new SaveViewView(visit, saved, definition, fault), FaultPages.StatusOf(fault));

    private static Task<Outcome> RunAsync(Visit visit, ImmutableArray<GraphCommand> commands) =>
        visit.Workspace.ExecuteAsync(new(commands, visit.Cause(null)), visit.Cancel);

    private static string FreeKey(Visit visit, string title, Id id)
    {
        var key = EntityRef.KeyFor(title) is { Length: > 0 } made ? made : id.ToString();
        return Enumerable
            .Range(1, MostTries)
            .Select(count => count == 1 ? key : $"{key}-{count}")
            .FirstOrDefault(tried => visit.Reading.FindAnyTime(EntityRef.Of(MetaKinds.View, tried)) is null, id.ToString());
    }
}
