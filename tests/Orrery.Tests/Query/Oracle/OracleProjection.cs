using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Tests.Query.Oracle;

/// <summary>What WITH and RETURN do to rows.</summary>
internal sealed class OracleProjection(OracleExpressions expressions)
{
    public (ImmutableArray<string> Columns, List<OracleRow> Rows) Project(
        Projection projection,
        List<OracleRow> rows,
        IEnumerable<string> scope
    )
    {
        ImmutableArray<(string Name, Expression Expression)> items =
        [
            .. scope
                .Where(_ => projection.IncludesAll)
                .Order(StringComparer.Ordinal)
                .Select(name => (name, (Expression)new Expression.Variable(default, name))),
            .. projection.Items.Select(item => (item.Alias ?? item.Text, item.Expression)),
        ];
        var projected = items.Any(item => OracleAggregates.AreIn(item.Expression))
            ? Grouped(items, rows)
            : rows.Select(row => (Before: row, After: Row(items, row, null))).ToList();
        if (projection.IsDistinct)
            projected = Distinct(projected, items);
        return ([.. items.Select(item => item.Name)], Cut(projection, Sorted(projection, projected)));
    }

    private OracleRow Row(ImmutableArray<(string Name, Expression Expression)> items, OracleRow row, List<OracleRow>? group) =>
        items.Aggregate(OracleRow.Empty, (made, item) => made.With(item.Name, expressions.Evaluate(item.Expression, row, group)));

    // The items without aggregates say which rows belong together; with no such item all do, even if there are none.
    private List<(OracleRow Before, OracleRow After)> Grouped(
        ImmutableArray<(string Name, Expression Expression)> items,
        List<OracleRow> rows
    )
    {
        var keys = items.Where(item => !OracleAggregates.AreIn(item.Expression)).Select(item => item.Expression).ToArray();
        List<(Value[] Key, List<OracleRow> Rows)> groups = keys is [] ? [([], [])] : [];
        foreach (var row in rows)
        {
            Value[] key = [.. keys.Select(expression => expressions.Evaluate(expression, row))];
            var at = groups.FindIndex(group => group.Key.Zip(key).All(pair => OracleLogic.AreSame(pair.First, pair.Second)));
            if (at < 0)
                groups.Add((key, [row]));
            else
                groups[at].Rows.Add(row);
        }

        return
        [
            .. groups
                .Select(group => Row(items, group.Rows.FirstOrDefault(OracleRow.Empty), group.Rows))
                .Select(row => (row, row)),
        ];
    }

    private static List<(OracleRow Before, OracleRow After)> Distinct(
        List<(OracleRow Before, OracleRow After)> rows,
        ImmutableArray<(string Name, Expression Expression)> items
    )
    {
        List<(OracleRow Before, OracleRow After)> distinct = [];
        foreach (var row in rows)
        {
            if (!distinct.Exists(one => items.All(item => OracleLogic.AreSame(one.After[item.Name], row.After[item.Name]))))
                distinct.Add(row);
        }

        return distinct;
    }

    private List<OracleRow> Sorted(Projection projection, List<(OracleRow Before, OracleRow After)> rows)
    {
        var keyed = rows.Select(row => (row.After, Keys: Keys(projection, row.Before, row.After))).ToList();
        if (projection.OrderBy is [])
            return [.. keyed.Select(row => row.After)];
        var sorted = keyed.Order(
            Comparer<(OracleRow After, Value[] Keys)>.Create(
                (one, other) =>
                    projection
                        .OrderBy.Select(
                            (key, at) => ValueOrder.Instance.Compare(one.Keys[at], other.Keys[at]) * (key.IsDescending ? -1 : 1)
                        )
                        .FirstOrDefault(order => order != 0)
            )
        );
        return [.. sorted.Select(row => row.After)];
    }

    // A key may speak of what is projected, and of what was there before.
    private Value[] Keys(Projection projection, OracleRow before, OracleRow after)
    {
        var both = new OracleRow(before.Values.SetItems(after.Values));
        return [.. projection.OrderBy.Select(key => expressions.Evaluate(key.Expression, both))];
    }

    private List<OracleRow> Cut(Projection projection, List<OracleRow> rows)
    {
        var skip = projection.Skip is { } few ? ((Value.Integer)expressions.Evaluate(few, OracleRow.Empty)).Number : 0;
        var limit = projection.Limit is { } most
            ? ((Value.Integer)expressions.Evaluate(most, OracleRow.Empty)).Number
            : int.MaxValue;
        return [.. rows.Skip((int)skip).Take((int)limit)];
    }
}
