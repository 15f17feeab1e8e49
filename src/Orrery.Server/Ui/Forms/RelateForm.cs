using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Orrery.Engine;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>What the form for a new relation shows.</summary>
/// <param name="Subject">The end at hand, and who relates.</param>
/// <param name="Choices">All ways it may be related, those of the asked category first.</param>
/// <param name="Chosen">The way that was chosen, or null: then the ways are shown.</param>
/// <param name="Candidates">What may stand at the other end; the first of them when there are many.</param>
/// <param name="Other">What was typed for the other end.</param>
/// <param name="Inputs">The relation's own fields.</param>
/// <param name="Since">From when on.</param>
/// <param name="Why">The reason, as typed.</param>
/// <param name="Problem">Why it was refused, or null.</param>
public sealed record RelateView(
    Subject Subject,
    ImmutableArray<RelationChoice> Choices,
    RelationChoice? Chosen,
    ImmutableArray<Entity> Candidates,
    string Other,
    ImmutableArray<FieldInput> Inputs,
    SinceWhen Since,
    string Why,
    Fault? Problem
);

/// <summary>Relates a thing to another: first how, then to what.</summary>
internal static class RelateForm
{
    private const int MostCandidates = 1_500;

    public static IResult Show(Subject subject, string? how, string? category) =>
        Page.Of<RelatePage>(ViewOf(subject, how, category, null, null, null));

    public static async Task<IResult> Save(Subject subject, string? how)
    {
        var visit = subject.Visit;
        var form = await visit.Http.Request.ReadFormAsync(visit.Cancel);
        var chosen = ChoicesOf(subject, null).FirstOrDefault(choice => choice.Key == how);
        var other = form["other"].ToString().Trim();
        var fault =
            chosen is null ? Fault.UnknownRelationType(how ?? "", visit.Reading.Model)
            : FindOther(visit, chosen, other) is { } end ? await RunAsync(subject, chosen, end, form)
            : ServerFaults.OtherEndUnknown(other);
        return fault is null
            ? Answers.SeeOther(subject.Page, visit.Workspace.Current.At)
            : Page.Of<RelatePage>(ViewOf(subject, how, null, other, form, fault), FaultPages.StatusOf(fault));
    }

    private static async Task<Fault?> RunAsync(Subject subject, RelationChoice chosen, Entity other, IFormCollection form)
    {
        var visit = subject.Visit;
        var fields = Properties.None.ToBuilder();
        foreach (var field in chosen.Type.Fields.Values)
        {
            var typed = form[$"f-{field.Symbol}"].ToString();
            if (FieldText.Read(field.Kind, typed) is not { } value)
                return ServerFaults.UnreadableField(field.Title, typed, FieldText.Example(field.Kind));
            if (!value.IsNothing)
                fields[field.Symbol] = value;
        }

        var (from, to) = chosen.Direction == Direction.Out ? (subject.Id, other.Id) : (other.Id, subject.Id);
        var id = Id.New(visit.Http.RequestServices.GetRequiredService<TimeProvider>());
        GraphCommand relate = new GraphCommand.Relate(
            id,
            chosen.Type.Symbol,
            from,
            to,
            fields.ToImmutable(),
            SinceWhen.Read(form).During(visit)
        );
        var outcome = await visit.Workspace.ExecuteAsync(new([relate], visit.Cause(form["why"])), visit.Cancel);
        return outcome is Outcome.Refused refused ? refused.Fault : null;
    }

    private static RelateView ViewOf(
        Subject subject,
        string? how,
        string? category,
        string? other,
        IFormCollection? form,
        Fault? problem
    )
    {
        var visit = subject.Visit;
        var choices = ChoicesOf(subject, category);
        var chosen = choices.FirstOrDefault(choice => choice.Key == how);
        var inputs = chosen?.Type.Fields.Values.Where(field => field.Kind != FieldKind.Series) ?? [];
        return new(
            subject,
            choices,
            chosen,
            chosen is null ? [] : [.. CandidatesOf(visit, chosen).Take(MostCandidates)],
            other ?? "",
            [.. inputs.Select(field => FieldInput.Of(visit, field, form?[$"f-{field.Symbol}"].ToString() ?? ""))],
            form is null ? SinceWhen.Now : SinceWhen.Read(form),
            form?["why"].ToString() ?? "",
            problem
        );
    }

    private static ImmutableArray<RelationChoice> ChoicesOf(Subject subject, string? category)
    {
        var model = subject.Visit.Reading.Model;
        return
        [
            .. RelationChoices
                .For(model, subject.Kind)
                .OrderBy(choice =>
                    choice.OtherKinds.Any(kind => model.CategoryOf(kind) == category) ? 0
                    : choice.OtherKinds.IsEmpty ? 1
                    : 2
                ),
        ];
    }

    private static IEnumerable<Entity> CandidatesOf(Visit visit, RelationChoice choice)
    {
        var model = visit.Reading.Model;
        var kinds = choice.OtherKinds.IsEmpty ? model.Kinds.Keys.Where(kind => !model.Kinds[kind].IsAbstract) : choice.OtherKinds;
        return kinds.SelectMany(model.WithDescendants).Distinct(StringComparer.Ordinal).SelectMany(visit.Reading.WithLabel);
    }

    // A ref or an id; else the one title that is exactly so, else the only one that contains it.
    private static Entity? FindOther(Visit visit, RelationChoice choice, string typed)
    {
        if (typed.Length == 0)
            return null;
        if (visit.Find(typed) is { } known)
            return known;
        var candidates = CandidatesOf(visit, choice).ToArray();
        return Only(candidates.Where(entity => entity.Title.Equals(typed, StringComparison.OrdinalIgnoreCase)))
            ?? Only(candidates.Where(entity => entity.Title.Contains(typed, StringComparison.OrdinalIgnoreCase)));
    }

    private static Entity? Only(IEnumerable<Entity> entities) => entities.Take(2).ToArray() is [var only] ? only : null;
}
