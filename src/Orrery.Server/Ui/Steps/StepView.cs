using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>What the checklist before a state shows.</summary>
/// <param name="Subject">What enters it, and who takes it there.</param>
/// <param name="Step">What is asked, and what was found.</param>
/// <param name="Lines">The same, with what can be filled in.</param>
/// <param name="Later">What is asked some days after it.</param>
/// <param name="Since">From when on.</param>
/// <param name="Why">The reason, as typed.</param>
/// <param name="Problem">Why it was refused, or null.</param>
public sealed record StepView(
    Subject Subject,
    Step Step,
    ImmutableArray<DemandView> Lines,
    ImmutableArray<LifecycleGate> Later,
    SinceWhen Since,
    string Why,
    Fault? Problem
)
{
    public Visit Visit => Subject.Visit;

    /// <summary>What the state is called.</summary>
    public string To => StateOf(Step.To);

    /// <summary>What the state it is in is called; null when it has none.</summary>
    public string? From => Step.From is { } from ? StateOf(from) : null;

    /// <summary>What a state is called inside a sentence.</summary>
    public string Inside(string state) => StateWords.Inside(Visit, Subject.Kind, Step.Lifecycle, state);

    public string StateOf(string state) => StateWords.Of(Visit, Subject.Kind, Step.Lifecycle, state);

    /// <summary>Where the form is sent.</summary>
    public string Action => Address(Subject, Step.To);

    /// <summary>The checklist before a state.</summary>
    public static string Address(Subject subject, string state) => $"{subject.Act("step")}?to={Uri.EscapeDataString(state)}";

    /// <summary>Makes it up from a reading of now, with what somebody filled in.</summary>
    public static StepView Of(Subject subject, Step step, IFormCollection? form, Fault? problem) =>
        new(
            subject,
            step,
            [.. step.Demands.Select((demand, place) => DemandView.Of(subject, demand, place, form))],
            [.. step.Lifecycle.Definition.Gates.Where(gate => gate.State == step.To && gate.AfterDays is not null)],
            form is null ? SinceWhen.Now : SinceWhen.Read(form),
            form?["why"].ToString() ?? "",
            problem
        );
}

/// <summary>One line of a checklist, with the inputs that answer it while it is open.</summary>
/// <param name="Demand">What is asked, and what was found.</param>
/// <param name="Place">Its place in the list.</param>
/// <param name="Answer">The field that answers it; null where a relation does.</param>
/// <param name="Choice">The relation that answers it; null where a field does.</param>
/// <param name="Other">What was typed for the other end.</param>
/// <param name="Matches">What that may mean, where it was not clear.</param>
/// <param name="Excuse">The field that says why not; null where there is no way around.</param>
public sealed record DemandView(
    Demand Demand,
    int Place,
    FieldInput? Answer,
    RelationChoice? Choice,
    string Other,
    ImmutableArray<Entity> Matches,
    FieldInput? Excuse
)
{
    private const int FewMatches = 8;

    /// <summary>The input for the words of the other end.</summary>
    public string OtherName => $"other-{Place}";

    /// <summary>The input for the other end that was chosen from a list.</summary>
    public string ChosenName => $"other-ref-{Place}";

    public static DemandView Of(Subject subject, Demand demand, int place, IFormCollection? form)
    {
        var visit = subject.Visit;
        var typed = form?[$"other-{place}"].ToString().Trim() ?? "";
        var choice = demand.Ask is GateAsk.Relation asked ? ChoiceOf(subject, asked) : null;
        return new(
            demand,
            place,
            demand.Ask is GateAsk.Field field ? InputOf(field.Symbol) : null,
            choice,
            typed,
            choice is null || typed.Length == 0 || OtherEnds.FindOnly(visit, choice, typed) is not null
                ? []
                : OtherEnds.Find(visit, choice, typed, FewMatches),
            demand.Unless is { } unless ? InputOf(unless) : null
        );

        FieldInput? InputOf(string symbol) =>
            visit.Words.Definition(subject.Kind, symbol) is { Kind: not FieldKind.Series } definition
                ? FieldInput.Of(visit, definition, form is null ? "" : FieldEntry.Sent(visit, form, definition))
                : null;
    }

    private static RelationChoice? ChoiceOf(Subject subject, GateAsk.Relation asked) =>
        RelationChoices
            .For(subject.Visit.Reading.Model, subject.Kind)
            .FirstOrDefault(choice =>
                choice.Type.Symbol == asked.Type && (choice.Direction == asked.Direction || choice.Type.IsSymmetric)
            );
}
