using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Orrery.Engine;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>What the form for a new thing shows.</summary>
public sealed record CreateView(
    Visit Visit,
    Kind Kind,
    ImmutableArray<FieldInput> Inputs,
    SinceWhen Since,
    string Why,
    Fault? Problem
);

/// <summary>Makes a new thing of a kind. Only a title is asked for.</summary>
internal static class CreateForm
{
    public static IResult Show(Visit visit, string kind)
    {
        var found = KindOf(visit, kind);
        var inputs = FieldsOf(visit, found).Select(field => FieldInput.Of(visit, field, ""));
        return Page.Of<CreatePage>(new CreateView(visit, found, [.. inputs], SinceWhen.Now, "", null));
    }

    public static async Task<IResult> Save(Visit visit, string kind)
    {
        var found = KindOf(visit, kind);
        var form = await visit.Http.Request.ReadFormAsync(visit.Cancel);
        var (values, inputs, problem) = Read(visit, found, form);
        var since = SinceWhen.Read(form);
        if (problem is null)
        {
            var id = Id.New(visit.Http.RequestServices.GetRequiredService<TimeProvider>());
            var key = new FreshKeys(visit).For(kind, values["title"].AsText!, id);
            GraphCommand create = new GraphCommand.CreateEntity(id, [kind], key, values, since.During(visit));
            var outcome = await visit.Workspace.ExecuteAsync(new([create], visit.Cause(form["why"])), visit.Cancel);
            if (outcome is Outcome.Done done)
                return EditReplies.IsForScripts(visit.Http.Request)
                    ? TypedResults.Json(new Created(done.At.Value, $"{visit.Links.Root}/e/{id}"))
                    : Answers.SeeOther($"{visit.Links.Root}/e/{id}", done.At);
            problem = ((Outcome.Refused)outcome).Fault;
        }

        var view = new CreateView(visit, found, inputs, since, form["why"].ToString(), problem);
        return EditReplies.IsForScripts(visit.Http.Request)
            ? Page.Of<QuickNew>(QuickPages.Again(view), FaultPages.StatusOf(problem))
            : Page.Of<CreatePage>(view, FaultPages.StatusOf(problem));
    }

    private static (ImmutableSortedDictionary<string, Value>, ImmutableArray<FieldInput>, Fault?) Read(
        Visit visit,
        Kind kind,
        IFormCollection form
    )
    {
        var (values, inputs) = (Properties.None.ToBuilder(), ImmutableArray.CreateBuilder<FieldInput>());
        Fault? problem = null;
        foreach (var field in FieldsOf(visit, kind))
        {
            var input = FieldInput.Of(visit, field, FieldEntry.Sent(visit, form, field));
            var (value, unreadable) = FieldEntry.Read(visit, field, input.Text);
            var fault = unreadable ?? (field.Symbol == "title" && value!.IsNothing ? ServerFaults.TitleMissing() : null);
            inputs.Add(input with { Problem = fault });
            problem ??= fault;
            if (value is { IsNothing: false })
                values[field.Symbol] = value;
        }

        return (values.ToImmutable(), inputs.DrainToImmutable(), problem);
    }

    /// <summary>A kind of which there can be a new thing.</summary>
    /// <exception cref="FaultException">There is no such kind, or nothing is only of it.</exception>
    public static Kind KindOf(Visit visit, string kind) =>
        visit.Reading.Model.FindKind(kind) switch
        {
            null => throw new FaultException(ServerFaults.NoKindHere(kind, visit.Reading)),
            { IsAbstract: true } => throw new FaultException(Fault.AbstractKind(kind)),
            var known => known,
        };

    /// <summary>The fields that a new thing of a kind may be given, in the order of a form.</summary>
    public static IEnumerable<FieldDefinition> FieldsOf(Visit visit, Kind kind) =>
        FormGroups
            .Order(visit, kind)
            .Where(field =>
                field.Kind != FieldKind.Series
                && !field.IsHidden
                && field.Symbol is not ("confirmed-at" or "confirmed-by" or "assertion" or "stance")
            );

    /// <summary>It was made.</summary>
    /// <param name="Done">The revision it was made at.</param>
    /// <param name="Page">Where it is shown.</param>
    private sealed record Created(long Done, string Page);
}
