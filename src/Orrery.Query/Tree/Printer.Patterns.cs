using System.Diagnostics;

namespace Orrery.Query;

/// <summary>Patterns.</summary>
internal sealed partial class Printer
{
    private void Part(PatternPart part)
    {
        if (part.Variable is { } variable)
        {
            Variable(variable);
            _text.Append(" = ");
        }

        _text.Append(
            part.Search switch
            {
                PathSearch.All => "",
                PathSearch.Shortest => "shortestPath(",
                PathSearch.AllShortest => "allShortestPaths(",
                _ => throw new UnreachableException($"Nothing prints the search {part.Search}."),
            }
        );
        Node(part.Start);
        foreach (var step in part.Steps)
        {
            Relation(step.Relation);
            Node(step.Node);
        }

        _text.Append(part.Search == PathSearch.All ? "" : ")");
    }

    private void Node(NodePattern node)
    {
        _text.Append('(');
        if (node.Variable is { } variable)
            Variable(variable);
        Labels(node.Labels);
        Properties(node.Properties, isFirst: node.Variable is null && node.Labels.IsEmpty);
        _text.Append(')');
    }

    private void Relation(RelationPattern relation)
    {
        _text.Append(relation.Direction == ArrowDirection.Left ? "<-" : "-");
        if (relation is not { Variable: null, Types: [], Hops: null, Properties: null })
            Detail(relation);
        _text.Append(relation.Direction == ArrowDirection.Right ? "->" : "-");
    }

    private void Detail(RelationPattern relation)
    {
        _text.Append('[');
        if (relation.Variable is { } variable)
            Variable(variable);
        _text.Append(relation.Types.IsEmpty ? "" : ":");
        Separated(relation.Types, "|", type => Symbol(type.Text));
        if (relation.Hops is { } hops)
            Hops(hops);
        Properties(relation.Properties, isFirst: relation is { Variable: null, Types: [], Hops: null });
        _text.Append(']');
    }

    private void Hops(HopRange hops)
    {
        _text.Append('*');
        if (hops.Fewest is { } fewest)
            _text.Append(fewest);
        if (hops.Fewest != hops.Most)
            _text.Append("..");
        if (hops.Most is { } most && most != hops.Fewest)
            _text.Append(most);
    }

    private void Properties(Expression? properties, bool isFirst)
    {
        if (properties is not null)
            Then(isFirst ? "" : " ", properties);
    }
}
