using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Orrery.Engine;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>What an edit form shows.</summary>
/// <param name="Subject">What is edited, and by whom.</param>
/// <param name="Only">The one field that is edited, or null for all.</param>
/// <param name="Seen">The revision the form was made from: what the writer has seen.</param>
/// <param name="Inputs">Its fields.</param>
/// <param name="Since">From when on.</param>
/// <param name="Why">The reason, as typed.</param>
/// <param name="Problem">Why it was refused, or null.</param>
public sealed record EditView(
    Subject Subject,
    string? Only,
    Revision Seen,
    ImmutableArray<FieldInput> Inputs,
    SinceWhen Since,
    string Why,
    Fault? Problem
);

/// <summary>Edits the fields of a thing; tells who wrote the same field in the meantime, and loses nothing.</summary>
internal static class EditForm
{
    public static IResult Show(Subject subject, string? field)
    {
        var visit = subject.Visit;
        var inputs = FieldsOf(subject, field)
            .Select(f => FieldInput.Of(visit, f, FieldEntry.Show(visit, f, subject.In(visit.Reading, f.Symbol))));
        return Page.Of<EditPage>(new EditView(subject, field, visit.Reading.Snapshot.At, [.. inputs], SinceWhen.Now, "", null));
    }

    public static async Task<IResult> Save(Subject subject, string? field)
    {
        var visit = subject.Visit;
        var form = await visit.Http.Request.ReadFormAsync(visit.Cancel);
        var edit = Edit.Read(subject, form, [.. FieldsOf(subject, field)]);
        if (edit.Commands.Count == 0 && edit.Problem is null)
            return EditReplies.Unchanged(subject, form);
        var (at, fault) = edit.Problem is null ? await RunAsync(visit, edit, form) : (default, edit.Problem);
        if (fault is null)
            return EditReplies.Saved(subject, form, at);
        if (EditReplies.IsForScripts(visit.Http.Request))
            return EditReplies.Refused(subject, edit, fault);
        var again = new EditView(
            subject,
            field,
            visit.Workspace.Current.At,
            edit.Inputs,
            SinceWhen.Read(form),
            form["why"].ToString(),
            fault
        );
        return Page.Of<EditPage>(again, FaultPages.StatusOf(fault));
    }

    private static async Task<(Revision At, Fault? Fault)> RunAsync(Visit visit, Edit edit, IFormCollection form) =>
        await visit.Workspace.ExecuteAsync(new(edit.Commands, visit.Cause(form["why"])), visit.Cancel) switch
        {
            Outcome.Done done => (done.At, null),
            Outcome.Refused { Fault: var fault } => (default, fault),
            _ => throw new System.Diagnostics.UnreachableException("An outcome is done or refused."),
        };

    private static IEnumerable<FieldDefinition> FieldsOf(Subject subject, string? only) =>
        Ordered(subject)
            .Where(field =>
                field.Kind != FieldKind.Series && (only is { Length: > 0 } ? field.Symbol == only : IsOffered(field, subject))
            );

    private static IEnumerable<FieldDefinition> Ordered(Subject subject) =>
        subject.Visit.Reading.Model.FindKind(subject.Kind) is { } kind && !subject.IsRelation
            ? FormGroups.Order(subject.Visit, kind)
            : subject.Fields;

    // How we know a relation is its first question; of a thing it is one among many.
    private static bool IsOffered(FieldDefinition field, Subject subject) =>
        (!field.IsHidden && field.Symbol is not ("confirmed-at" or "confirmed-by" or "assertion" or "stance"))
        || (subject.IsRelation && field.Symbol == "assertion")
        || !Now(subject, field).IsNothing;

    private static Value Now(Subject subject, FieldDefinition field) => subject.In(subject.Visit.Reading, field.Symbol);
}

/// <summary>What a sent form asks for.</summary>
internal sealed record Edit(List<GraphCommand> Commands, ImmutableArray<FieldInput> Inputs, Fault? Problem)
{
    public static Edit Read(Subject subject, IFormCollection form, ImmutableArray<FieldDefinition> fields)
    {
        var visit = subject.Visit;
        var seen = SeenBy(visit, form);
        var (commands, inputs) = (new List<GraphCommand>(), ImmutableArray.CreateBuilder<FieldInput>());
        Fault? problem = null;
        var since = SinceWhen.Read(form);
        var during = since.During(visit);
        // A field edited by itself may keep its value and only get another beginning.
        var saysSince = fields.Length == 1 && since.IsSaid;
        var at = during.From == NodaTime.Instant.MinValue ? visit.Reading.Now : during.From;
        var shown = seen.Read(visit.Reading.Now, visit.Reading.Now, visit.Reading.Mask);
        var (then, now) = (At(seen), At(visit.Workspace.Current));
        foreach (var field in fields)
        {
            var input = FieldInput.Of(visit, field, FieldEntry.Sent(visit, form, field));
            if (
                !FieldEntry.IsSent(form, field.Symbol)
                || (!saysSince && Same(input.Text, FieldEntry.Show(visit, field, subject.In(shown, field.Symbol))))
            )
            {
                inputs.Add(input with { Text = FieldEntry.Show(visit, field, subject.In(now, field.Symbol)) });
                continue;
            }

            var (kept, fault) = Take(visit, field, input, subject.In(then, field.Symbol), subject.In(now, field.Symbol));
            inputs.Add(kept);
            problem ??= fault;
            if (FieldEntry.Read(visit, field, input.Text).Value is { } value)
                commands.Add(new GraphCommand.SetField(subject.Id, field.Symbol, value, during, subject.In(now, field.Symbol)));
        }

        return new(commands, inputs.DrainToImmutable(), problem);

        Reading At(GraphSnapshot snapshot) => snapshot.Read(at, visit.Reading.Now, visit.Reading.Mask);
    }

    private static (FieldInput Input, Fault? Fault) Take(
        Visit visit,
        FieldDefinition field,
        FieldInput input,
        Value then,
        Value now
    )
    {
        if (field.Symbol == "title" && input.Text.Trim().Length == 0)
            return (input with { Problem = ServerFaults.TitleMissing() }, ServerFaults.TitleMissing());
        if (FieldEntry.Read(visit, field, input.Text).Fault is { } fault)
            return (input with { Problem = fault }, fault);

        return then.Equals(now)
            ? (input, null)
            : (
                input with
                {
                    Elsewhere = now.IsNothing ? "nothing" : visit.Values.Of(now, field),
                },
                Fault.FieldChanged(field.Title, now.IsNothing ? "nothing" : visit.Values.Of(now, field))
            );
    }

    private static GraphSnapshot SeenBy(Visit visit, IFormCollection form) =>
        long.TryParse(form["seen"], CultureInfo.InvariantCulture, out var revision)
            ? visit.Workspace.Current.AsKnownAt(new Revision(revision))
            : visit.Workspace.Current;

    // Browsers send line breaks of their own.
    private static bool Same(string typed, string shown) =>
        typed.ReplaceLineEndings("\n").Trim() == shown.ReplaceLineEndings("\n").Trim();
}
