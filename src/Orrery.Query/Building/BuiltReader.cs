using System.Collections.Immutable;
using System.Diagnostics;
using NodaTime;
using NodaTime.Text;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Reads the tree of a query as a built question: its clauses and its prefix.</summary>
/// <remarks>It accepts only what asks the very same, so that nobody's answer changes on the way.</remarks>
internal sealed class BuiltReader
{
    private readonly Vocabulary _vocabulary;
    private readonly ShapeReader _shape;
    private readonly ConditionReader _conditions;
    private readonly Clause.Match _match;
    private readonly Clause.With? _with;
    private readonly Clause.Return _return;

    private BuiltReader(QueryTree tree, Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        (_match, _with, _return) = Clauses(tree);
        _shape = new(vocabulary, _match);
        _conditions = new(vocabulary, _shape);
    }

    public static BuiltQuestion Read(QueryTree tree, Vocabulary vocabulary) => new BuiltReader(tree, vocabulary).Whole(tree);

    private BuiltQuestion Whole(QueryTree tree)
    {
        _conditions.Read(_match.Where);
        AnswerReader answer = new(_vocabulary, _shape, _with, _return);
        var (start, wanted, first) = answer.Read();
        var things = _shape.From(start);
        var built = wanted(things.Numbers);
        if (built is Wanted.Groups groups && !MayCount(groups, things))
            throw Unbuildable.Of(
                _return.At,
                "People are never counted or ranked.",
                "Group and count what they do, or the teams they are in."
            );
        return new(
            Thing(start),
            [.. things.Steps.Select(step => new BuiltStep(step.From, step.Way, Thing(things.Names[step.To])))],
            [.. _conditions.Absences.Select(absence => absence.Of(things.Numbers))],
            built,
            first,
            On(tree.When)
        );
    }

    private bool MayCount(Wanted.Groups groups, Walked things)
    {
        Choices choices = new(_vocabulary.Model);
        return groups.By.Select(detail => detail.Of).Append(0).All(thing => choices.MayCount(_shape.KindOf(things.Names[thing])));
    }

    private BuiltThing Thing(string variable) => new(_shape.KindOf(variable), _conditions.Of(variable));

    private static (Clause.Match, Clause.With?, Clause.Return) Clauses(QueryTree tree)
    {
        if (tree.Wanted != WantedAnswer.Rows)
            throw Unbuildable.Of(null, "It asks how its answer is found.", "Leave out EXPLAIN or PROFILE.");
        if (tree.Query.Parts is not [var single])
            throw Unbuildable.Of(null, "UNION puts two questions together.", "Open one of them.");
        return single.Clauses switch
        {
            [Clause.Match { IsOptional: false } match, Clause.Return give] => (match, null, give),
            [Clause.Match { IsOptional: false } match, Clause.With with, Clause.Return give] => (match, with, give),
            var clauses => throw Odd(clauses),
        };
    }

    private static QueryException Odd(ImmutableArray<Clause> clauses)
    {
        var odd = clauses.Index().First(clause => clause.Index > 0 || clause.Item is not Clause.Match { IsOptional: false });
        return odd.Item switch
        {
            Clause.Match { IsOptional: true } => Unbuildable.Of(
                odd.Item.At,
                "An optional part keeps lines that lack it.",
                "Ask without OPTIONAL, or stay with the text."
            ),
            Clause.Match => Unbuildable.Of(
                odd.Item.At,
                "A second MATCH begins here.",
                "Join the patterns with a comma in one MATCH."
            ),
            Clause.Call => Unbuildable.Of(odd.Item.At, "It calls a procedure.", Unbuildable.StayWithText),
            Clause.Unwind or Clause.With or Clause.Return => Unbuildable.Of(
                odd.Item.At,
                "It works on its answer in several steps.",
                Unbuildable.StayWithText
            ),
            _ => Unbuildable.Of(odd.Item.At, "It proposes changes.", "The builder only asks; stay with the text."),
        };
    }

    private static LocalDate? On(WhenPrefix when) =>
        when switch
        {
            { IsAnyTime: true } => throw Unbuildable.Of(null, "It asks of any time.", "Ask of a day: VALID AT '2026-01-31'."),
            { Known: { } known } => throw Unbuildable.Of(
                known.At,
                "It asks as it was known at some time.",
                "Leave out KNOWN AT; the bar below every page has it."
            ),
            { Valid: null } => null,
            { Valid: { } valid } => ConditionReader.Literal(valid) switch
            {
                Value.Date day => day.Day,
                Value.Text { Characters: var text } when LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day } =>
                    day,
                _ => throw Unbuildable.Of(valid.At, "The builder asks of whole days.", "Name a day: VALID AT '2026-01-31'."),
            },
            _ => throw new UnreachableException("A prefix says one of these."),
        };
}
