using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Reads <c>thing.field</c> and <c>thing.field.part</c>.</summary>
/// <param name="vocabulary">What names mean.</param>
/// <param name="isThing">Which variables stand for things here.</param>
internal sealed class FieldExpressions(Vocabulary vocabulary, Predicate<string> isThing)
{
    /// <summary>A field and whose it is.</summary>
    public (string Thing, FieldPath Path) Read(Expression expression) =>
        Find(expression)
        ?? throw Unbuildable.Of(expression.At, "The builder looks at fields of things only.", "Write thing.field here.");

    /// <summary>A field and whose it is, or null.</summary>
    public (string Thing, FieldPath Path)? Find(Expression expression) =>
        expression switch
        {
            Expression.Property { Target: Expression.Variable { Name: var name } } field when isThing(name) => (
                name,
                FieldPath.Of(Known(vocabulary, field.Key, field.At))
            ),
            Expression.Property { Target: Expression.Property whole, Key: var key } when FieldParts.Find(key) is { } part => Find(
                whole
            )
                is { } found
            && found.Path.Part == FieldPart.Whole
                ? (found.Thing, found.Path with { Part = part })
                : null,
            _ => null,
        };

    /// <summary>Conditions that a field must fulfil.</summary>
    public IEnumerable<(string Thing, Condition Condition)> Test(Expression field, params IEnumerable<FieldTest> tests)
    {
        var (thing, path) = Read(field);
        return tests.Select(test => (thing, new Condition(path, test)));
    }

    /// <summary>The symbol of a field by the name that a query has for it.</summary>
    public static string Known(Vocabulary vocabulary, string key, TextSpan at) =>
        vocabulary.KnowsField(key)
            ? vocabulary.Field(key)
            : throw Unbuildable.Of(
                at,
                $"The model has no field '{key}'.",
                Nearest.Advice(key, vocabulary.FieldSymbols, Unbuildable.StayWithText)
            );
}
