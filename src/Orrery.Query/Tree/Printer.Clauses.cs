using System.Collections.Immutable;
using System.Diagnostics;

namespace Orrery.Query;

/// <summary>Clauses.</summary>
internal sealed partial class Printer
{
    private void PrintClause(Clause clause)
    {
        switch (clause)
        {
            case Clause.Match match:
                _text.Append(match.IsOptional ? "OPTIONAL MATCH " : "MATCH ");
                Separated(match.Patterns, ", ", Part);
                Where(match.Where);
                break;
            case Clause.Unwind unwind:
                Then("UNWIND ", unwind.List).Append(" AS ");
                Variable(unwind.Variable);
                break;
            case Clause.With with:
                _text.Append("WITH ");
                Projection(with.Projection);
                Where(with.Where);
                break;
            case Clause.Return give:
                _text.Append("RETURN ");
                Projection(give.Projection);
                break;
            case Clause.Call call:
                Call(call);
                break;
            default:
                Update(clause);
                break;
        }
    }

    private void Projection(Projection projection)
    {
        if (projection.IsDistinct)
            _text.Append("DISTINCT ");
        if (projection.IncludesAll)
            _text.Append(projection.Items.IsEmpty ? "*" : "*, ");
        Separated(projection.Items, ", ", Item);
        if (!projection.OrderBy.IsEmpty)
            _text.Append(" ORDER BY ");
        Separated(projection.OrderBy, ", ", key => Then("", key.Expression).Append(key.IsDescending ? " DESC" : ""));
        if (projection.Skip is { } skip)
            Then(" SKIP ", skip);
        if (projection.Limit is { } limit)
            Then(" LIMIT ", limit);
    }

    private void Item(ProjectionItem item)
    {
        Print(item.Expression, Binding.Loosest);
        Alias(item.Alias);
    }

    private void Alias(string? alias)
    {
        if (alias is null)
            return;
        _text.Append(" AS ");
        Variable(alias);
    }

    private void Call(Clause.Call call)
    {
        _text.Append("CALL ");
        Separated(call.Procedure.Text.Split('.'), ".", Symbol);
        if (call.Arguments is { } arguments)
        {
            _text.Append('(');
            Separated(arguments);
            _text.Append(')');
        }

        if (call.Yield is { } yield)
        {
            _text
                .Append(" YIELD ")
                .Append(
                    call.YieldsAll ? "*"
                    : yield.IsEmpty ? "-"
                    : ""
                );
            Separated(yield, ", ", Yield);
        }

        Where(call.Where);
    }

    private void Yield(YieldItem item)
    {
        Symbol(item.Field.Text);
        Alias(item.Alias);
    }

    private void Update(Clause clause)
    {
        switch (clause)
        {
            case Clause.Create create:
                _text.Append("CREATE ");
                Separated(create.Patterns, ", ", Part);
                break;
            case Clause.Merge merge:
                _text.Append("MERGE ");
                Part(merge.Pattern);
                Assignments(" ON CREATE SET ", merge.OnCreate);
                Assignments(" ON MATCH SET ", merge.OnMatch);
                break;
            case Clause.Set set:
                Assignments("SET ", set.Assignments);
                break;
            case Clause.Remove remove:
                _text.Append("REMOVE ");
                Separated(remove.Removals, ", ", PrintRemoval);
                break;
            case Clause.Delete delete:
                _text.Append(delete.IsDetaching ? "DETACH DELETE " : "DELETE ");
                Separated(delete.Things);
                break;
            default:
                throw new UnreachableException($"Nothing prints {clause.GetType().Name}.");
        }
    }

    private void Assignments(string before, ImmutableArray<Assignment> assignments)
    {
        if (assignments.IsEmpty)
            return;
        _text.Append(before);
        Separated(assignments, ", ", PrintAssignment);
    }

    private void PrintAssignment(Assignment assignment)
    {
        switch (assignment)
        {
            case Assignment.Property property:
                Print(property.Target, Binding.Postfix);
                Then(" = ", property.Value);
                break;
            case Assignment.Properties properties:
                Variable(properties.Variable);
                Then(properties.KeepsOthers ? " += " : " = ", properties.Value);
                break;
            case Assignment.Labels labels:
                Variable(labels.Variable);
                Labels(labels.Names);
                break;
            default:
                throw new UnreachableException($"Nothing prints {assignment.GetType().Name}.");
        }
    }

    private void PrintRemoval(Removal removal)
    {
        switch (removal)
        {
            case Removal.Property property:
                Print(property.Target, Binding.Postfix);
                break;
            case Removal.Labels labels:
                Variable(labels.Variable);
                Labels(labels.Names);
                break;
            default:
                throw new UnreachableException($"Nothing prints {removal.GetType().Name}.");
        }
    }

    private void Labels(ImmutableArray<Name> labels)
    {
        foreach (var label in labels)
        {
            _text.Append(':');
            Symbol(label.Text);
        }
    }
}
