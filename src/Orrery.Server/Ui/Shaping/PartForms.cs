using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>What a sent form says of a part of the model, what whoever sent it had seen, and what there is now.</summary>
/// <param name="Typed">What was filled in.</param>
/// <param name="Changed">What of it differs from what they had seen: this is what they wish.</param>
/// <param name="Elsewhere">What of that somebody else changed in the meantime, as it is now.</param>
internal sealed record SentPart(
    ImmutableSortedDictionary<string, string> Typed,
    ImmutableSortedDictionary<string, string> Changed,
    ImmutableSortedDictionary<string, string> Elsewhere
)
{
    public static SentPart Read(Visit visit, IFormCollection form, Entity part)
    {
        var now = PartText.Of(part);
        var then = SeenBy(visit, form).Find(part.Id) is { } seen ? PartText.Of(seen) : now;
        var typed = Texts(form, now.Keys);
        var changed = typed
            .Where(text => !IsSame(text.Value, then.GetValueOrDefault(text.Key, "")))
            .ToImmutableSortedDictionary();
        var elsewhere = changed
            .Keys.Where(name => now[name] != then[name] && !IsSame(now[name], typed[name]))
            .ToImmutableSortedDictionary(name => name, name => now[name]);
        // What they did not touch is shown as it is now.
        return new(now.SetItems(changed), changed, elsewhere);
    }

    /// <summary>What was filled in; what a form did not ask for is not in it.</summary>
    public static ImmutableSortedDictionary<string, string> Texts(IFormCollection form, IEnumerable<string> names) =>
        names
            .Where(name => form.ContainsKey(name) || form.ContainsKey($"{name}-asked"))
            .ToImmutableSortedDictionary(
                name => name,
                name => string.Join('\n', form[name].OfType<string>()).ReplaceLineEndings("\n").Trim(),
                StringComparer.Ordinal
            );

    private static Reading SeenBy(Visit visit, IFormCollection form)
    {
        var snapshot = long.TryParse(form["seen"], CultureInfo.InvariantCulture, out var revision)
            ? visit.Workspace.Current.AsKnownAt(new Revision(revision))
            : visit.Workspace.Current;
        return snapshot.Read(visit.Reading.Now, visit.Reading.Now, visit.Reading.Mask);
    }

    private static bool IsSame(string one, string other) =>
        one.ReplaceLineEndings("\n").Trim() == other.ReplaceLineEndings("\n").Trim();
}

/// <summary>Forms that add and change parts of the model.</summary>
internal static class PartForms
{
    /// <summary>The workspace now, whatever moment the address looks at: the model is shaped now.</summary>
    public static Reading Now(Visit visit) => visit.Workspace.Read(visit.Viewer, When.Now);

    /// <summary>Does a change, and goes on; or shows the form again with what is wrong.</summary>
    public static async Task<IResult> DoAsync(
        Visit visit,
        PartChange change,
        string said,
        string onward,
        Func<Fault?, IResult> again
    )
    {
        if (!change.Problems.IsEmpty)
            return again(null);
        if (change.Commands.IsEmpty)
            return Answers.SeeOther(onward);
        var form = await visit.Http.Request.ReadFormAsync(visit.Cancel);
        var why = form["why"].ToString() is { Length: > 0 } typed ? typed : said;
        return await visit.Workspace.ExecuteAsync(new(change.Commands, visit.Cause(why)), visit.Cancel) switch
        {
            Outcome.Done done => Answers.SeeOther(onward, done.At),
            Outcome.Refused { Fault: var fault } => again(fault),
            _ => throw new UnreachableException("An outcome is done or refused."),
        };
    }

    /// <summary>Does what a sent form wishes of a part; or shows the form again with what is wrong, or with what somebody else changed.</summary>
    /// <param name="wished">What changes, of what there is, the part and the texts that were changed.</param>
    /// <param name="formOf">The form with these texts.</param>
    public static async Task<IResult> SaveAsync(
        Visit visit,
        Entity part,
        Func<Reading, Entity, ImmutableSortedDictionary<string, string>, PartChange> wished,
        string said,
        string onward,
        Func<ImmutableSortedDictionary<string, string>, PartFormView> formOf
    )
    {
        var sent = SentPart.Read(visit, await visit.Http.Request.ReadFormAsync(visit.Cancel), part);
        var change = wished(Now(visit), part, sent.Changed);
        return sent.Elsewhere.Count > 0
            ? Again(formOf(sent.Typed), change, sent, null)
            : await DoAsync(visit, change, said, onward, fault => Again(formOf(sent.Typed), change, sent, fault));
    }

    /// <summary>The form as it was sent, with what is wrong beside each input.</summary>
    public static IResult Again(PartFormView view, PartChange? change, SentPart? sent, Fault? fault)
    {
        var problem = fault ?? change?.Problems.Values.FirstOrDefault() ?? Overtaken(view, sent);
        var shown = view with
        {
            Problem = problem,
            Inputs =
            [
                .. view.Inputs.Select(input =>
                    input with
                    {
                        Problem = change?.Problems.GetValueOrDefault(input.Name),
                        Elsewhere = sent?.Elsewhere.GetValueOrDefault(input.Name),
                    }
                ),
            ],
        };
        return Page.Of<PartFormPage>(shown, problem is null ? StatusCodes.Status200OK : FaultPages.StatusOf(problem));
    }

    private static Fault? Overtaken(PartFormView view, SentPart? sent) =>
        sent is { Elsewhere.Count: > 0 }
        && view.Inputs.FirstOrDefault(input => sent.Elsewhere.ContainsKey(input.Name)) is { } input
            ? Fault.FieldChanged(input.Label, sent.Elsewhere[input.Name] is { Length: > 0 } now ? now : "nothing")
            : null;
}
