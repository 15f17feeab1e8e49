using System.Collections.Immutable;
using System.Diagnostics;
using NodaTime.Text;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Writes a built question as the tree of a query: what it matches.</summary>
internal sealed partial class QuestionWriter
{
    private readonly BuiltQuestion _question;
    private readonly Respelling _respelling;
    private readonly QuestionNames _names;

    private QuestionWriter(BuiltQuestion question, Model model) =>
        (_question, _respelling, _names) = (question, new(model), new(question));

    public static QueryTree Write(BuiltQuestion question, Model model) => new QuestionWriter(question, model).Whole();

    private QueryTree Whole()
    {
        WhenPrefix when = new(_question.On is { } day ? Text(LocalDatePattern.Iso.Format(day)) : null, false, null);
        Clause match = new Clause.Match(default, false, Patterns(), Where());
        return new(when, WantedAnswer.Rows, new([new(default, [match, .. Projections()])], []));
    }

    // A step goes on where the last one ended, or begins a pattern of its own.
    private ImmutableArray<PatternPart> Patterns()
    {
        var parts = ImmutableArray.CreateBuilder<PatternPart>();
        parts.Add(new(default, null, PathSearch.All, Node(0), []));
        var end = 0;
        foreach (var (index, step) in _question.Steps.Index())
        {
            if (step.From != end)
                parts.Add(new(default, null, PathSearch.All, Node(_names[step.From]), []));
            var path = parts[^1];
            parts[^1] = path with { Steps = path.Steps.Add(new(Relation(step.Way), Node(index + 1))) };
            end = index + 1;
        }

        return parts.DrainToImmutable();
    }

    private NodePattern Node(int thing) => Node(_names[thing], _question.Thing(thing));

    private static NodePattern Node(string variable) => new(default, variable, [], null);

    private NodePattern Node(string? variable, BuiltThing thing) =>
        new(default, variable, thing.Kind is { } kind ? [new(default, _respelling.Label(kind))] : [], null);

    private RelationPattern Relation(Way way) =>
        new(
            default,
            null,
            [new(default, _respelling.Type(way.Type))],
            way.Toward switch
            {
                Toward.End => ArrowDirection.Right,
                Toward.Start => ArrowDirection.Left,
                Toward.Either => ArrowDirection.Either,
                _ => throw new UnreachableException($"No arrow points toward {way.Toward}."),
            },
            way.Length == WayLength.AnyDistance ? new(default, null, null) : null,
            null
        );

    private Expression? Where()
    {
        IEnumerable<Expression> conditions =
        [
            .. Enumerable
                .Range(0, _question.Steps.Length + 1)
                .SelectMany(thing => Conditions(_names[thing], _question.Thing(thing))),
            .. _question.Absences.Select(Absence),
        ];
        return All(conditions);
    }

    private IEnumerable<Expression> Conditions(string variable, BuiltThing thing) =>
        thing.Conditions.Select(condition => Test(Path(variable, condition.Field), condition.Test));

    private static Expression? All(IEnumerable<Expression> conditions) =>
        conditions.Aggregate((Expression?)null, (all, next) => all is null ? next : Binary(BinaryOperator.And, all, next));

    private Expression Absence(BuiltStep step)
    {
        var far = step.To.Conditions.IsEmpty ? null : _names.Fresh(step.To);
        PatternPart pattern = new(
            default,
            null,
            PathSearch.All,
            Node(_names[step.From]),
            [new(Relation(step.Way), Node(far, step.To))]
        );
        Expression present = far is null
            ? new Expression.PatternExists(default, pattern)
            : new Expression.Subquery(
                default,
                SubqueryUse.Exists,
                new([new(default, [new Clause.Match(default, false, [pattern], All(Conditions(far, step.To)))])], [])
            );
        return Unary(UnaryOperator.Not, present);
    }

    private static Expression Test(Expression field, FieldTest test) =>
        test switch
        {
            // Whoever asks for what is not closed means also what says nothing.
            FieldTest.Compares { Comparison: FieldComparison.IsNot, With: var value } => Binary(
                BinaryOperator.Or,
                Unary(UnaryOperator.IsNull, field),
                Comparison(field, ComparisonOperator.NotEqual, Literal(value))
            ),
            FieldTest.Compares compares => Comparison(field, SignOf(compares.Comparison), Literal(compares.With)),
            FieldTest.Contains contains => Binary(BinaryOperator.Contains, Call("toLower", field), Text(contains.Text)),
            FieldTest.Has has => Binary(BinaryOperator.In, Literal(has.Item), field),
            FieldTest.IsEmpty => Unary(UnaryOperator.IsNull, field),
            FieldTest.IsFilled => Unary(UnaryOperator.IsNotNull, field),
            _ => throw new UnreachableException($"Nothing writes {test.GetType().Name}."),
        };

    private static ComparisonOperator SignOf(FieldComparison comparison) =>
        comparison switch
        {
            FieldComparison.Is => ComparisonOperator.Equal,
            FieldComparison.Less => ComparisonOperator.Less,
            FieldComparison.AtMost => ComparisonOperator.LessOrEqual,
            FieldComparison.More => ComparisonOperator.Greater,
            FieldComparison.AtLeast => ComparisonOperator.GreaterOrEqual,
            _ => throw new UnreachableException($"No sign is for {comparison}."),
        };

    private static Expression Literal(Value value) =>
        value switch
        {
            Value.Date day => Call("date", Text(LocalDatePattern.Iso.Format(day.Day))),
            Value.DateTime moment => Call("datetime", Text(InstantPattern.ExtendedIso.Format(moment.Instant))),
            _ => new Expression.Literal(default, value),
        };

    private static Expression.Literal Text(string text) => new(default, Value.Of(text));

    private static Expression.Call Call(string name, params Expression[] arguments) =>
        new(default, new(default, name), false, [.. arguments]);

    private static Expression.Binary Binary(BinaryOperator joining, Expression left, Expression right) =>
        new(default, joining, left, right);

    private static Expression.Unary Unary(UnaryOperator sign, Expression operand) => new(default, sign, operand);

    private static Expression.Comparison Comparison(Expression left, ComparisonOperator sign, Expression right) =>
        new(default, left, [new(sign, right)]);

    private Expression.Property Path(int thing, FieldPath path) => Path(_names[thing], path);

    private Expression.Property Path(string variable, FieldPath path)
    {
        Expression.Property field = new(default, new Expression.Variable(default, variable), _respelling.Field(path.Field));
        return path.Part == FieldPart.Whole ? field : new(default, field, FieldParts.Name(path.Part));
    }
}
