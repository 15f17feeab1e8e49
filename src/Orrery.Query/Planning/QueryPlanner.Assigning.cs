using System.Collections.Immutable;
using System.Diagnostics;

namespace Orrery.Query;

internal sealed partial class QueryPlanner
{
    private IEnumerable<ReadyAssignment> ReadyAssignments(ImmutableArray<Assignment> assignments, Scope scope)
    {
        var context = new Context(scope);
        foreach (var assignment in assignments)
        {
            yield return assignment switch
            {
                Assignment.Property a => new PropertyAssignment(
                    BindOwner(a.Target.Target, "SET", context),
                    a.Target.Key,
                    Bind(a.Value, context).Evaluator,
                    _vocabulary
                )
                {
                    At = a.At,
                },
                Assignment.Properties a => new MapAssignment(
                    BindOwner(new Expression.Variable(a.At, a.Variable), "SET", context),
                    BindProperties(a.Value, context),
                    a.KeepsOthers,
                    _vocabulary
                )
                {
                    At = a.At,
                },
                Assignment.Labels a => new LabelAssignment(
                    BindLabelled(new Expression.Variable(a.At, a.Variable), context),
                    StoredLabels(a.Names),
                    isRemoval: false
                )
                {
                    At = a.At,
                },
                _ => throw new UnreachableException($"No arm assigns {assignment.GetType().Name}."),
            };
        }
    }

    private IEnumerable<ReadyAssignment> ReadyRemovals(ImmutableArray<Removal> removals, Scope scope)
    {
        var context = new Context(scope);
        foreach (var removal in removals)
        {
            yield return removal switch
            {
                Removal.Property r => new PropertyAssignment(
                    BindOwner(r.Target.Target, "REMOVE", context),
                    r.Target.Key,
                    new Constant(Cell.Null),
                    _vocabulary
                )
                {
                    At = r.At,
                },
                Removal.Labels r => new LabelAssignment(
                    BindLabelled(new Expression.Variable(r.At, r.Variable), context),
                    StoredLabels(r.Names),
                    isRemoval: true
                )
                {
                    At = r.At,
                },
                _ => throw new UnreachableException($"No arm removes {removal.GetType().Name}."),
            };
        }
    }

    private Evaluator BindOwner(Expression owner, string clause, Context context)
    {
        var ready = Bind(owner, context);
        return ready.Type is StaticType.Any or StaticType.Null or StaticType.Node or StaticType.Relation
            ? ready.Evaluator
            : throw QueryFaults.WrongType(clause, "an entity or a relation", ready.Type, owner.At);
    }

    private Evaluator BindProperties(Expression properties, Context context)
    {
        var ready = Bind(properties, context);
        return ready.Type is StaticType.Any or StaticType.Null or StaticType.Map or StaticType.Node or StaticType.Relation
            ? ready.Evaluator
            : throw QueryFaults.WrongType("SET of all fields", "a map, an entity or a relation", ready.Type, properties.At);
    }

    // Where a relation that is pointed at stands as a node it is planned as one.
    private Evaluator BindLabelled(Expression labelled, Context context)
    {
        var ready = Bind(labelled, context);
        return ready.Type is StaticType.Any or StaticType.Null or StaticType.Node
            ? ready.Evaluator
            : throw QueryFaults.WrongType("A label", "an entity", ready.Type, labelled.At);
    }
}
