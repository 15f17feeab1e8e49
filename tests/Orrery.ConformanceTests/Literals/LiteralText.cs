using System.Globalization;
using Orrery.Graph;

namespace Orrery.ConformanceTests;

/// <summary>The one text of a literal: labels and keys in order, floats told from integers.</summary>
internal static class LiteralText
{
    public static string Of(Literal literal, ListOrder order) =>
        literal switch
        {
            Literal.Atom atom => OfAtom(atom.Value),
            Literal.List list => OfList(list, order),
            Literal.Map map => OfMap(map, order),
            Literal.Node node => OfNode(node, order),
            Literal.Relationship relationship => OfRelationship(relationship, order),
            Literal.Path path => $"<{OfNode(path.Start, order)}{string.Concat(path.Hops.Select(hop => OfHop(hop, order)))}>",
            _ => throw new System.Diagnostics.UnreachableException($"{literal.GetType().Name} has no text."),
        };

    private static string OfAtom(Value value) =>
        value switch
        {
            Value.Null => "null",
            Value.Bool b => b.Flag ? "true" : "false",
            Value.Integer i => i.Number.ToString(CultureInfo.InvariantCulture),
            Value.Float f => OfFloat(f.Number),
            Value.Text t =>
                $"'{t.Characters.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'",
            _ => value.ToString(),
        };

    private static string OfFloat(double number)
    {
        // Minus zero equals zero.
        var text = (number == 0 ? 0 : number).ToString("R", CultureInfo.InvariantCulture);
        return text.All(c => char.IsAsciiDigit(c) || c == '-') ? $"{text}.0" : text;
    }

    private static string OfList(Literal.List list, ListOrder order)
    {
        var items = list.Items.Select(item => Of(item, order));
        return $"[{string.Join(", ", order == ListOrder.IsIgnored ? items.Order(StringComparer.Ordinal) : items)}]";
    }

    private static string OfMap(Literal.Map map, ListOrder order) =>
        $"{{{string.Join(", ", map.Entries.Select(entry => $"{entry.Key}: {Of(entry.Value, order)}"))}}}";

    private static string OfNode(Literal.Node node, ListOrder order)
    {
        var labels = string.Concat(node.Labels.Select(label => $":{label}"));
        return node.Properties.Entries.IsEmpty ? $"({labels})"
            : labels is "" ? $"({OfMap(node.Properties, order)})"
            : $"({labels} {OfMap(node.Properties, order)})";
    }

    private static string OfRelationship(Literal.Relationship relationship, ListOrder order) =>
        relationship.Properties.Entries.IsEmpty
            ? $"[:{relationship.Type}]"
            : $"[:{relationship.Type} {OfMap(relationship.Properties, order)}]";

    private static string OfHop(Literal.Hop hop, ListOrder order) =>
        hop.IsForward
            ? $"-{OfRelationship(hop.Relationship, order)}->{OfNode(hop.Node, order)}"
            : $"<-{OfRelationship(hop.Relationship, order)}-{OfNode(hop.Node, order)}";
}
