using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>What the form for a new relation shows.</summary>
/// <param name="Subject">The end at hand, and who relates.</param>
/// <param name="Groups">All ways it may be related, by what stands at the other end.</param>
/// <param name="Chosen">The way that was chosen, or null: then the ways are shown.</param>
/// <param name="Matches">What was typed may mean these; empty unless it was refused.</param>
/// <param name="Other">What was typed for the other end.</param>
/// <param name="Inputs">The relation's own fields.</param>
/// <param name="Since">From when on.</param>
/// <param name="Why">The reason, as typed.</param>
/// <param name="Problem">Why it was refused, or null.</param>
public sealed record RelateView(
    Subject Subject,
    ImmutableArray<RelationChoiceGroup> Groups,
    RelationChoice? Chosen,
    ImmutableArray<Entity> Matches,
    string Other,
    ImmutableArray<FieldInput> Inputs,
    SinceWhen Since,
    string Why,
    Fault? Problem
)
{
    /// <summary>Whether it was refused for what stands at its other end, not for what is said of it.</summary>
    public bool IsEndRefused => Problem is not null && Inputs.All(input => input.Problem is null);

    /// <summary>Links between the same two that say the opposite: who is about to say it is told of them first.</summary>
    public ImmutableArray<Relation> Opposites { get; init; } = [];
}

/// <summary>Relates a thing to another: first how, then to what.</summary>
internal static class RelateForm
{
    /// <summary>The input that says of which opposite links a form tells.</summary>
    public const string ToldOf = "told-of";

    private const int FewMatches = 8;

    public static IResult Show(Subject subject, string? how, string? category) =>
        Page.Of<RelatePage>(ViewOf(subject, how, category, null, null, null));

    /// <summary>What may stand at the other end and has all the words, to choose from while typing.</summary>
    public static IResult Suggest(Subject subject, string? how, string? q, int? list)
    {
        var chosen = ChoiceOf(subject, how);
        return Page.Of<SuggestionList>(
            new SuggestionView(subject.Visit, chosen is null ? [] : OtherEnds.Find(subject.Visit, chosen, q ?? "", FewMatches))
            {
                List = list is { } place ? $"suggestion-{place}" : "suggestion",
            }
        );
    }

    public static async Task<IResult> Save(Subject subject, string? how)
    {
        var visit = subject.Visit;
        var form = await visit.Http.Request.ReadFormAsync(visit.Cancel);
        var chosen = ChoiceOf(subject, how);
        // Chosen from a list: its ref. Else whatever was typed.
        var other = form["other-ref"].LastOrDefault(picked => picked is { Length: > 0 }) is { } picked
            ? picked
            : form["other"].ToString().Trim();
        var end = chosen is null ? null : OtherEnds.FindOnly(visit, chosen, other);
        var opposites = chosen is null || end is null ? [] : OppositesOf(subject, chosen, end, form);
        var isTold = opposites.All(link => form[ToldOf].Contains($"{link.Id}"));
        var fault =
            chosen is null ? Fault.UnknownRelationType(how ?? "", visit.Reading.Model)
            : end is null ? ServerFaults.OtherEndUnknown(other)
            : isTold ? await RunAsync(subject, chosen, end, form)
            : null;
        if (fault is null && isTold)
            return Answers.SeeOther(subject.Page, visit.Workspace.Current.At);
        var typed = chosen is null || end is null ? form["other"].ToString().Trim() : Typed(visit, chosen, end);
        return Page.Of<RelatePage>(
            ViewOf(subject, how, null, typed, form, fault) with
            {
                Opposites = opposites,
            },
            fault is null ? StatusCodes.Status409Conflict : FaultPages.StatusOf(fault)
        );
    }

    private static ImmutableArray<Relation> OppositesOf(
        Subject subject,
        RelationChoice chosen,
        Entity other,
        IFormCollection form
    )
    {
        var reading = subject.Visit.Reading;
        var here = reading.Find(subject.Id);
        var (from, to) = chosen.Direction == Direction.Out ? (here, other) : (other, here);
        return OppositeLinks.Between(reading, chosen.Type.Symbol, from, to, form["f-sign"].ToString());
    }

    // What leads to a thing again when it is sent: what it is called, else its ref.
    private static string Typed(Visit visit, RelationChoice chosen, Entity end) =>
        OtherEnds.FindOnly(visit, chosen, Titles.Of(end))?.Id == end.Id ? Titles.Of(end) : $"{end}";

    private static async Task<Fault?> RunAsync(Subject subject, RelationChoice chosen, Entity other, IFormCollection form)
    {
        var visit = subject.Visit;
        var fields = Properties.None.ToBuilder();
        foreach (var field in FieldsOf(visit, chosen.Type))
        {
            var (value, fault) = FieldEntry.Read(visit, field, FieldEntry.Sent(visit, form, field));
            if (fault is not null)
                return fault;
            if (!value!.IsNothing)
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
        var chosen = ChoiceOf(subject, how);
        ImmutableArray<FieldInput> inputs = chosen is null
            ? []
            : [.. FieldsOf(visit, chosen.Type).Select(field => InputOf(visit, field, form))];
        var isOfEnd = problem is not null && inputs.All(input => input.Problem is null);
        return new(
            subject,
            chosen is null ? RelationChoices.Grouped(subject, category) : [],
            chosen,
            chosen is null || !isOfEnd ? [] : OtherEnds.Find(visit, chosen, other ?? "", FewMatches),
            other ?? "",
            inputs,
            form is null ? SinceWhen.Now : SinceWhen.Read(form),
            form?["why"].ToString() ?? "",
            problem
        );
    }

    private static FieldInput InputOf(Visit visit, FieldDefinition field, IFormCollection? form)
    {
        var text = form is null ? "" : FieldEntry.Sent(visit, form, field);
        return FieldInput.Of(visit, field, text) with { Problem = FieldEntry.Read(visit, field, text).Fault };
    }

    // Its own; of one that says what drives what, also how sure we are and why.
    private static IEnumerable<FieldDefinition> FieldsOf(Visit visit, RelationType type) =>
        type
            .Fields.Values.Where(field => field.Kind != FieldKind.Series)
            .Concat(
                OppositeLinks.IsCausal(visit.Reading, type.Symbol)
                    ? visit
                        .Words.DefinitionsOfRelation(type.Symbol)
                        .Where(field => field.Symbol is "confidence" or "rationale" && !type.Fields.ContainsKey(field.Symbol))
                    : []
            )
            .OrderBy(field => field.Order);

    private static RelationChoice? ChoiceOf(Subject subject, string? how) =>
        RelationChoices.For(subject.Visit.Reading.Model, subject.Kind).FirstOrDefault(choice => choice.Key == how);
}
