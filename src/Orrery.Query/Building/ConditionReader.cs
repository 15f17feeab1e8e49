using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Reads a WHERE as conditions of things, and as links that are not there.</summary>
internal sealed class ConditionReader(Vocabulary vocabulary, ShapeReader shape)
{
    private readonly List<(string Thing, Condition Condition)> _conditions = [];
    private readonly List<ReadAbsence> _absences = [];

    public IReadOnlyList<ReadAbsence> Absences => _absences;

    public ImmutableArray<Condition> Of(string thing) =>
        [.. _conditions.Where(found => found.Thing == thing).Select(found => found.Condition)];

    public void Read(Expression? where)
    {
        foreach (var (name, map) in shape.Properties)
            _conditions.AddRange(Entries(map).Select(condition => (name, condition)));
        foreach (var one in Parts(where))
        {
            if (one is Expression.Unary { Operator: UnaryOperator.Not, Operand: var inner } && AbsenceOf(inner) is { } absence)
                _absences.Add(absence);
            else
                _conditions.AddRange(Conditions(one, shape.IsThing));
        }
    }

    /// <summary>A value written out, or null.</summary>
    public static Value? Literal(Expression expression) =>
        expression switch
        {
            Expression.Literal { Value: not Value.Null and var value } => value,
            Expression.Unary { Operator: UnaryOperator.Minus, Operand: Expression.Literal { Value: Value.Integer number } } =>
                Value.Of(-number.Number),
            Expression.Unary { Operator: UnaryOperator.Minus, Operand: Expression.Literal { Value: Value.Float number } } =>
                Value.Of(-number.Number),
            Expression.Call { Arguments: [Expression.Literal { Value: Value.Text { Characters: var text } }] } call => Moment(
                call.Name.Text,
                text
            ),
            _ => null,
        };

    private static Value? Moment(string function, string text) =>
        (function, QuestionMoments.Day(text), QuestionMoments.Instant(text)) switch
        {
            ("date", { } day, _) => Value.Of(day),
            ("datetime", _, { } instant) => Value.Of(instant),
            _ => null,
        };

    private static IEnumerable<Expression> Parts(Expression? where) =>
        where switch
        {
            null => [],
            Expression.Binary { Operator: BinaryOperator.And } both => [.. Parts(both.Left), .. Parts(both.Right)],
            _ => [where],
        };

    private IEnumerable<Condition> Entries(Expression.Map map) =>
        map.Entries.Select(entry => new Condition(
            FieldPath.Of(FieldExpressions.Known(vocabulary, entry.Key, entry.Value.At)),
            new FieldTest.Compares(FieldComparison.Is, Written(entry.Value))
        ));

    private ReadAbsence? AbsenceOf(Expression expression) =>
        expression switch
        {
            Expression.PatternExists exists => Absence(exists.Pattern, null),
            Expression.Subquery
            {
                Use: SubqueryUse.Exists,
                Query.Parts: [{ Clauses: [Clause.Match { IsOptional: false, Patterns: [var part] } match] }],
            } => Absence(part, match.Where),
            _ => null,
        };

    private ReadAbsence Absence(PatternPart part, Expression? where)
    {
        if (part is not { Variable: null, Search: PathSearch.All, Steps: [var step] })
            throw Unbuildable.Of(
                part.At,
                "Something is missing at the end of a longer path.",
                "Ask for one missing link at a time."
            );
        var isForward = IsKnown(part.Start);
        var (near, far) = isForward ? (part.Start, step.Node) : (step.Node, part.Start);
        if (!IsKnown(near) || IsKnown(far) || near.Labels is not [] || near.Properties is not null)
            throw Unbuildable.Of(
                part.At,
                "What is missing leads from one thing of the question to another.",
                Unbuildable.StayWithText
            );
        var way = ShapeReader.WayOf(step.Relation, vocabulary);
        ImmutableArray<Condition> conditions =
        [
            .. far.Properties switch
            {
                null => [],
                Expression.Map map => Entries(map),
                var other => throw Unbuildable.Of(other.At, "A part is left to fill in.", "Write the values in."),
            },
            .. Parts(where).SelectMany(one => Conditions(one, name => name == far.Variable)).Select(found => found.Condition),
        ];
        return new(
            near.Variable!,
            isForward ? way : ShapeReader.Turned(way),
            new(ShapeReader.KindOf(far, vocabulary), conditions)
        );
    }

    private bool IsKnown(NodePattern node) => node.Variable is { } name && shape.IsThing(name);

    private IEnumerable<(string Thing, Condition Condition)> Conditions(Expression one, Predicate<string> isThing)
    {
        FieldExpressions fields = new(vocabulary, isThing);
        return one switch
        {
            Expression.Binary
            {
                Operator: BinaryOperator.Or,
                Left: Expression.Unary { Operator: UnaryOperator.IsNull } none
            } either when IsNot(none.Operand, either.Right) is { } value => fields.Test(
                none.Operand,
                Compares(FieldComparison.IsNot, value)
            ),
            Expression.Unary { Operator: UnaryOperator.IsNull } none => fields.Test(none.Operand, new FieldTest.IsEmpty()),
            Expression.Unary { Operator: UnaryOperator.IsNotNull } some => fields.Test(some.Operand, new FieldTest.IsFilled()),
            Expression.Comparison { Rest: [{ Operator: ComparisonOperator.NotEqual } step] } other => fields.Test(
                other.First,
                new FieldTest.IsFilled(),
                Compares(FieldComparison.IsNot, Written(step.Right))
            ),
            Expression.Comparison { Rest: [var step] } compared => fields.Test(
                compared.First,
                Compares(ComparisonOf(step.Operator), Written(step.Right))
            ),
            Expression.Binary
            {
                Operator: BinaryOperator.Contains,
                Left: Expression.Call { Name.Text: "toLower", Arguments: [var field] },
                Right: Expression.Literal { Value: Value.Text text },
            } when !text.Characters.Any(char.IsUpper) => fields.Test(field, new FieldTest.Contains(text.Characters)),
            Expression.Binary { Operator: BinaryOperator.Contains } exact => throw Unbuildable.Of(
                exact.At,
                "It minds capital letters; the builder does not.",
                "Write toLower(...) CONTAINS 'small letters'."
            ),
            Expression.Binary { Operator: BinaryOperator.In } within => fields.Test(
                within.Right,
                new FieldTest.Has(Written(within.Left))
            ),
            _ => throw Unbuildable.Of(one.At, "The builder has no choice for this condition.", Unbuildable.StayWithText),
        };
    }

    private static Value? IsNot(Expression field, Expression right) =>
        right is Expression.Comparison { Rest: [{ Operator: ComparisonOperator.NotEqual } step] } other
        && Printer.Print(other.First) == Printer.Print(field)
            ? Literal(step.Right)
            : null;

    private static FieldTest.Compares Compares(FieldComparison comparison, Value value) => new(comparison, value);

    private static Value Written(Expression expression) =>
        Literal(expression)
        ?? throw Unbuildable.Of(
            expression.At,
            "The builder compares with values that are written out.",
            "Write a text, a number or a date."
        );

    private static FieldComparison ComparisonOf(ComparisonOperator sign) =>
        sign switch
        {
            ComparisonOperator.Equal => FieldComparison.Is,
            ComparisonOperator.Less => FieldComparison.Less,
            ComparisonOperator.LessOrEqual => FieldComparison.AtMost,
            ComparisonOperator.Greater => FieldComparison.More,
            ComparisonOperator.GreaterOrEqual => FieldComparison.AtLeast,
            _ => throw new System.Diagnostics.UnreachableException($"No choice is for {sign}."),
        };
}

/// <summary>A link that is not there, from a thing by its name.</summary>
internal sealed record ReadAbsence(string From, Way Way, BuiltThing To)
{
    public BuiltStep Of(ImmutableDictionary<string, int> numbers) => new(numbers[From], Way, To);
}
