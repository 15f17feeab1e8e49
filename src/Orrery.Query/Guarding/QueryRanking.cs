using System.Collections.Frozen;
using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Who is put in what order by a query, and which figures are mixed.</summary>
internal sealed class QueryRanking(RegularQuery query, Vocabulary vocabulary, ReviewedList list)
{
    private readonly FrozenSet<string> _people = list.People.Kinds.SelectMany(kind => vocabulary.Narrow(kind)).ToFrozenSet();
    private readonly FrozenSet<string> _teams = list.Teams.SelectMany(kind => vocabulary.Narrow(kind)).ToFrozenSet();

    public IEnumerable<ReviewBreach> Breaches() => query.Parts.SelectMany(part => Breaches(part.Clauses));

    private IEnumerable<ReviewBreach> Breaches(ImmutableArray<Clause> clauses)
    {
        Dictionary<string, ReviewBreach> ranked = new(StringComparer.Ordinal);
        Dictionary<string, Expression> meant = new(StringComparer.Ordinal);
        foreach (var clause in clauses)
        {
            if (clause is Clause.Match match)
                Read(match, ranked);
            if (Of(clause) is not { } projection)
                continue;
            foreach (var breach in Breaches(projection, ranked, meant))
                yield return breach;
            foreach (var item in projection.Items)
                meant[item.Alias ?? item.Text] = item.Expression;
        }
    }

    private static Projection? Of(Clause clause) =>
        clause switch
        {
            Clause.With with => with.Projection,
            Clause.Return returned => returned.Projection,
            _ => null,
        };

    private void Read(Clause.Match match, Dictionary<string, ReviewBreach> ranked)
    {
        foreach (var node in match.Patterns.SelectMany(part => part.Steps.Select(step => step.Node).Prepend(part.Start)))
        {
            if (node.Variable is not { } name)
                continue;
            var symbols = node.Labels.Select(label => vocabulary.Kind(label.Text)).ToArray();
            if (Array.Exists(symbols, _people.Contains))
                ranked[name] = ReviewBreach.PeopleRanked;
            else if (Array.Exists(symbols, _teams.Contains))
                ranked[name] = ReviewBreach.TeamsRanked;
        }
    }

    private IEnumerable<ReviewBreach> Breaches(
        Projection projection,
        Dictionary<string, ReviewBreach> ranked,
        Dictionary<string, Expression> meant
    )
    {
        foreach (var item in projection.Items)
        {
            if (item.Alias is { } alias && alias.Split(' ', '-', '_').Any(word => list.Words.Contains(word.ToLowerInvariant())))
                yield return ReviewBreach.BannedWord;
            if (IsComposite(item.Expression))
                yield return ReviewBreach.CompositeScore;
            if (
                item.Alias is { } renamed
                && item.Expression is Expression.Variable was
                && ranked.TryGetValue(was.Name, out var same)
            )
                ranked[renamed] = same;
        }

        foreach (var key in projection.OrderBy)
        {
            if (IsComposite(key.Expression))
                yield return ReviewBreach.CompositeScore;
            if (RankedBy(Meant(key.Expression, projection, meant), projection, ranked, meant) is { } breach)
                yield return breach;
        }
    }

    // What a name in an order stands for: a column of this projection, or of one before.
    private static Expression Meant(Expression key, Projection projection, Dictionary<string, Expression> meant)
    {
        for (var depth = 0; depth < 10 && key is Expression.Variable variable; depth++)
        {
            var column = projection.Items.FirstOrDefault(item =>
                item.Alias == variable.Name && !ReferenceEquals(item.Expression, key)
            );
            if (depth == 0 && column is not null)
                key = column.Expression;
            else if (meant.TryGetValue(variable.Name, out var before) && !ReferenceEquals(before, key))
                key = before;
            else
                break;
        }

        return key;
    }

    private ReviewBreach? RankedBy(
        Expression key,
        Projection projection,
        Dictionary<string, ReviewBreach> ranked,
        Dictionary<string, Expression> meant
    )
    {
        if (!IsFigure(key))
            return null;
        // Of a field the owner is ranked; of what is gathered, whoever rows are told apart by.
        var isGathered = Aggregates.AreIn(key);
        var about = isGathered
            ? Subjects(projection, meant)
            : FreeNames.Of(key).Concat(key is Expression.Variable ? Subjects(projection, meant) : []);
        foreach (var name in about)
        {
            if (ranked.TryGetValue(name, out var breach))
                return breach;
        }

        return null;
    }

    private static IEnumerable<string> Subjects(Projection projection, Dictionary<string, Expression> meant) =>
        projection
            .Items.Select(item => item.Expression)
            .Where(item => !Aggregates.AreIn(item))
            .SelectMany(item => FreeNames.Of(item))
            .SelectMany(name => meant.TryGetValue(name, out var before) ? FreeNames.Of(before).Append(name) : [name])
            .Concat(meant.Values.Where(before => !Aggregates.AreIn(before)).SelectMany(before => FreeNames.Of(before)));

    private bool IsFigure(Expression key) =>
        Children
            .WithAllOf(key)
            .Any(inside =>
                inside switch
                {
                    Expression.CountRows or Expression.Subquery { Use: SubqueryUse.Count } => true,
                    Expression.Call call => IsFigure(call),
                    Expression.Property property => IsNumber(property.Key),
                    _ => false,
                }
            );

    private static bool IsFigure(Expression.Call call) =>
        (Aggregates.IsAggregate(call) && !call.Name.Text.Equals("collect", StringComparison.OrdinalIgnoreCase) && !IsOfTime(call))
        || MeasuredNames.Measures(call.Name.Text)
        || call.Name.Text.StartsWith("practice.", StringComparison.OrdinalIgnoreCase);

    // When something last was is an order in time, no figure.
    private static bool IsOfTime(Expression.Call call) =>
        call.Name.Text.Equals("min", StringComparison.OrdinalIgnoreCase)
        || call.Name.Text.Equals("max", StringComparison.OrdinalIgnoreCase);

    private bool IsNumber(string written)
    {
        var symbol = vocabulary.Field(written);
        return vocabulary
            .Model.Kinds.Values.Select(kind => kind.Fields.GetValueOrDefault(symbol))
            .Concat(vocabulary.Model.RelationTypes.Values.Select(type => type.Fields.GetValueOrDefault(symbol)))
            .Any(field => field?.Kind is FieldKind.Number or FieldKind.Percent or FieldKind.Money or FieldKind.Scale);
    }

    // Parts with weights, added up; or different parts added up and divided by how many there are.
    private static bool IsComposite(Expression expression) =>
        Children
            .WithAllOf(expression)
            .Any(inside =>
                inside switch
                {
                    Expression.Binary { Operator: BinaryOperator.Divide, Left: var sum, Right: Expression.Literal } => PartsOf(
                        sum
                    ) >= 2,
                    Expression.Binary { Operator: BinaryOperator.Add } sum => WeightsOf(sum) >= 2,
                    _ => false,
                }
            );

    private static int PartsOf(Expression sum) => Terms(sum).Where(IsPart).Select(PartName).Distinct().Count();

    private static int WeightsOf(Expression sum) =>
        Terms(sum)
            .Count(term =>
                term is Expression.Binary { Operator: BinaryOperator.Multiply, Left: var a, Right: var b }
                && (
                    (a is Expression.Literal or Expression.Parameter && IsPart(b))
                    || (b is Expression.Literal or Expression.Parameter && IsPart(a))
                )
            );

    private static bool IsPart(Expression term) =>
        Children.WithAllOf(term).Any(inside => inside is Expression.Property || Aggregates.IsAggregate(inside));

    private static string PartName(Expression term) =>
        string.Join(
            ' ',
            Children
                .WithAllOf(term)
                .Select(inside =>
                    inside switch
                    {
                        Expression.Property property => property.Key,
                        Expression.Call call => call.Name.Text,
                        _ => "",
                    }
                )
        );

    private static IEnumerable<Expression> Terms(Expression expression) =>
        expression is Expression.Binary { Operator: BinaryOperator.Add, Left: var left, Right: var right }
            ? Terms(left).Concat(Terms(right))
            : [expression];
}
