using System.Collections.Immutable;
using System.Globalization;
using Orrery.Graph;

namespace Orrery.Tests.Query.Oracle;

/// <summary>Rows as texts that compare: fractions to twelve digits, lists sorted where nothing tells their order.</summary>
internal static class RowText
{
    public static string[] Of(ImmutableArray<ImmutableArray<Value>> rows, bool isOrdered, bool gathers)
    {
        var texts = rows.Select(row => string.Join(" | ", row.Select(value => Of(value, gathers))));
        return [.. isOrdered ? texts : texts.Order(StringComparer.Ordinal)];
    }

    private static string Of(Value value, bool gathers) =>
        value switch
        {
            Value.Null => "null",
            Value.Integer number => number.Number.ToString(CultureInfo.InvariantCulture),
            // What adds up to nothing does so with either sign, as the adding began.
            Value.Float { Number: 0 } => "0f",
            Value.Float number => $"{number.Number.ToString("G12", CultureInfo.InvariantCulture)}f",
            Value.Text text => $"'{text.Characters}'",
            Value.Bool flag => flag.Flag ? "true" : "false",
            Value.List list => OfList(list, gathers),
            Value.Map map => $"{{{string.Join(", ", map.Entries.Select(entry => $"{entry.Key}: {Of(entry.Value, gathers)}"))}}}",
            Value.Entity entity => $"({Short(entity.Id)})",
            Value.Relation relation => $"[{Short(relation.Id)}]",
            Value.Path path => $"<{string.Join(' ', path.Steps.Select(Short))}>",
            _ => value.ToString(),
        };

    private static string OfList(Value.List list, bool gathers)
    {
        var items = list.Items.Select(item => Of(item, gathers));
        return $"[{string.Join(", ", gathers ? items.Order(StringComparer.Ordinal) : items)}]";
    }

    private static string Short(Id id) => id.ToString()[..8];
}
