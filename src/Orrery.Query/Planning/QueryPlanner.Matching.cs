using System.Collections.Immutable;

namespace Orrery.Query;

internal sealed partial class QueryPlanner
{
    private Plan PlanMatch(Clause.Match match, Plan plan, ref Scope scope, bool repeatsDoNotMatter)
    {
        var before = scope;
        var use = repeatsDoNotMatter ? PatternUse.Set : PatternUse.Rows;
        var graph = ReadPatterns(match.Patterns, ref scope, use);
        AddWhere(graph, match.Where, scope);
        if (!match.IsOptional)
            return PlanPattern(graph, plan, scope, use);
        var inner = PlanPattern(graph, new OncePlan(), scope, use);
        ImmutableArray<int> fresh = [.. scope.Slots.Except(before.Slots)];
        return new OptionalPlan(plan, inner, fresh) { Rows = plan.Rows };
    }

    // Greedy: filter as soon as one can; follow the relation that leads to the fewest; else begin at the rarest node.
    private Plan PlanPattern(PatternGraph graph, Plan plan, Scope scope, PatternUse use)
    {
        HashSet<string> pending =
        [
            .. graph.Vertices.Where(vertex => !vertex.IsBound).Select(vertex => vertex.Name),
            .. graph.Arrows.Where(arrow => !arrow.IsBound).Select(arrow => arrow.Name),
            .. graph.Paths.Select(path => path.Name),
        ];
        List<PatternArrow> arrows = [.. graph.Arrows];
        List<PatternArrow> done = [];
        HashSet<PatternVertex> checkedLabels = [];
        foreach (var vertex in graph.Vertices.Where(vertex => vertex.IsBound))
            plan = CheckLabels(CheckThere(plan, graph, vertex), vertex, checkedLabels);
        plan = Conditions(graph, plan, scope, pending);
        while (true)
        {
            if (NextArrow(arrows) is { } arrow)
            {
                plan = Follow(graph, arrow, plan, scope, done, use, checkedLabels);
                arrows.Remove(arrow);
                done.Add(arrow);
                foreach (var vertex in (PatternVertex[])[arrow.From, arrow.To])
                {
                    plan = CheckLabels(plan, vertex, checkedLabels);
                    vertex.IsBound = true;
                    pending.Remove(vertex.Name);
                }

                pending.Remove(arrow.Name);
            }
            else if (graph.Vertices.Where(vertex => !vertex.IsBound).MinBy(CostOf) is { } start)
            {
                plan = Begin(graph, start, plan, scope, checkedLabels);
                start.IsBound = true;
                pending.Remove(start.Name);
            }
            else
                break;

            plan = Conditions(graph, plan, scope, pending);
        }

        foreach (var (slot, name, elements) in graph.Paths)
        {
            plan = new PathPlan(plan, slot, elements, name) { Rows = plan.Rows };
            pending.Remove(name);
            plan = Conditions(graph, plan, scope, pending);
        }

        return plan;
    }

    private Plan Conditions(PatternGraph graph, Plan plan, Scope scope, HashSet<string> pending)
    {
        for (var i = 0; i < graph.Conditions.Count; i++)
        {
            var condition = graph.Conditions[i];
            if (condition.Needs.Overlaps(pending))
                continue;
            graph.Conditions.RemoveAt(i--);
            plan = new FilterPlan(plan, BindTruth(condition.Expression, new(scope)), TextOf(condition.Expression.At))
            {
                Rows = Math.Max(1, plan.Rows / 4),
            };
        }

        return plan;
    }

    // A known node that stands alone may be the null of an OPTIONAL MATCH before: nothing matches it.
    private static Plan CheckThere(Plan plan, PatternGraph graph, PatternVertex vertex) =>
        graph.Arrows.Exists(arrow => arrow.From == vertex || arrow.To == vertex)
            ? plan
            : new FilterPlan(plan, new NullTester(new SlotValue(vertex.Slot), isNull: false), $"{vertex.Name} is there")
            {
                Rows = plan.Rows,
            };

    private static Plan CheckLabels(Plan plan, PatternVertex vertex, HashSet<PatternVertex> done)
    {
        if (!done.Add(vertex) || vertex.Labels is [])
            return plan;
        return new FilterPlan(
            plan,
            new LabelsTester(new SlotValue(vertex.Slot), [.. vertex.Labels]),
            string.Join(" and ", vertex.Labels.Select(label => $"it is labelled {label.Written}"))
        )
        {
            Rows = plan.Rows,
        };
    }

    private double CostOf(PatternVertex vertex)
    {
        if (vertex.Seeks is not [])
            return 1;
        var most = vertex.Labels is [] ? _ground.EntityCount : vertex.Labels.Min(label => label.Estimate);
        return 1 + (most / Math.Pow(10, Math.Min(3, vertex.Comparisons)));
    }

    private Plan Begin(PatternGraph graph, PatternVertex vertex, Plan plan, Scope scope, HashSet<PatternVertex> checkedLabels)
    {
        var shown = vertex.Name.Trim();
        if (vertex.Seeks is [var (by, key, condition), ..])
        {
            graph.Conditions.Remove(condition);
            var seek = new SeekPlan(plan, vertex.Slot, shown, by, Bind(key, new(scope)).Evaluator) { Rows = plan.Rows };
            return CheckLabels(seek, vertex, checkedLabels);
        }

        var rarest = vertex.Labels.MinBy(label => label.Estimate);
        Plan scan = new ScanPlan(plan, vertex.Slot, shown, rarest)
        {
            Rows = plan.Rows * Math.Max(1, rarest?.Estimate ?? _ground.EntityCount),
        };
        if (rarest is not null)
            vertex.Labels.Remove(rarest);
        return CheckLabels(scan, vertex, checkedLabels);
    }

    // A relation with a known end, or one that is known itself.
    private PatternArrow? NextArrow(List<PatternArrow> arrows) =>
        arrows
            .Where(arrow => IsReady(arrow))
            .MinBy(arrow =>
                arrow.IsBound ? 0
                : arrow.From.IsBound && arrow.To.IsBound ? 1
                : Branching(arrow) * (arrow.From.IsBound ? Selectivity(arrow.To) : Selectivity(arrow.From))
            );

    private static bool IsReady(PatternArrow arrow) =>
        arrow.Search != PathSearch.All
            ? arrow.From.IsBound && arrow.To.IsBound
            : arrow.From.IsBound || arrow.To.IsBound || (arrow.IsBound && arrow.Pattern.Hops is null);

    private double Selectivity(PatternVertex vertex) =>
        vertex.Labels is []
            ? 1
            : Math.Clamp(vertex.Labels.Min(label => label.Estimate) / (double)Math.Max(1, _ground.EntityCount), 0.001, 1);

    private double Branching(PatternArrow arrow)
    {
        var each = Math.Max(0.1, arrow.Types.Estimate / (double)Math.Max(1, _ground.EntityCount));
        if (arrow.Pattern.Direction == ArrowDirection.Either)
            each *= 2;
        return arrow.Pattern.Hops is { } hops ? Math.Pow(Math.Max(1.1, each), Math.Min(6, hops.Most ?? 6)) : each;
    }

    private Plan Follow(
        PatternGraph graph,
        PatternArrow arrow,
        Plan plan,
        Scope scope,
        List<PatternArrow> done,
        PatternUse use,
        HashSet<PatternVertex> checkedLabels
    )
    {
        var forwards = arrow.From.IsBound;
        var (from, to) = forwards ? (arrow.From, arrow.To) : (arrow.To, arrow.From);
        var direction =
            forwards || arrow.Pattern.Direction == ArrowDirection.Either ? arrow.Pattern.Direction
            : arrow.Pattern.Direction == ArrowDirection.Right ? ArrowDirection.Left
            : ArrowDirection.Right;
        var others = done.Where(other => !other.Types.IsApartFrom(arrow.Types)).Select(other => other.Slot).ToArray();
        Hop hop = new(
            from.Slot,
            arrow.Slot,
            to.Slot,
            direction,
            arrow.Types,
            to.IsBound,
            arrow.IsBound,
            others,
            TextOf(arrow.Pattern.At)
        )
        {
            IsBackwards = !forwards,
            Labels = arrow.Search == PathSearch.All && !to.IsBound && checkedLabels.Add(to) ? [.. to.Labels] : [],
        };
        var rows = plan.Rows * Branching(arrow) * (to.IsBound ? 0.1 : Selectivity(to));
        Plan next;
        if (arrow.Search != PathSearch.All)
            next = FollowShortest(arrow, plan, hop, scope);
        else if (arrow.Pattern.Hops is { } hops)
            next = FollowPaths(graph, arrow, hops, plan, hop, scope, use);
        else if (arrow.IsBound)
            next = new EndsPlan(plan, hop, from.IsBound);
        else
            next = new ExpandPlan(plan, hop);
        next.Rows = Math.Max(1, rows);
        return next;
    }

    private Plan FollowPaths(
        PatternGraph graph,
        PatternArrow arrow,
        HopRange hops,
        Plan plan,
        Hop hop,
        Scope scope,
        PatternUse use
    )
    {
        var (fewest, most) = (Bounded(hops.Fewest ?? 1), Bounded(hops.Most ?? int.MaxValue));
        // Within some hops of it by any way is within them by a way that takes no relation twice; another arrow of the pattern
        // that could take one of them must be told which they are.
        var isReach =
            use == PatternUse.Set
            && !arrow.IsWanted
            && fewest <= 1
            && arrow.Pattern.Direction != ArrowDirection.Either
            && arrow.Pattern.Properties is null
            && graph.Arrows.TrueForAll(other => other == arrow || other.Types.IsApartFrom(arrow.Types));
        if (isReach)
            return new ReachPlan(plan, hop, fewest, most);
        var each = NewSlot();
        return new PathsPlan(plan, hop, fewest, most, EachCondition(arrow, each, scope), each);
    }

    private ShortestPathsPlan FollowShortest(PatternArrow arrow, Plan plan, Hop hop, Scope scope)
    {
        var hops = arrow.Pattern.Hops;
        var (fewest, most) = hops is null ? (1, 1) : (Bounded(hops.Fewest ?? 1), Bounded(hops.Most ?? int.MaxValue));
        if (fewest > 1)
            throw QueryFaults.ShortestFromOne(arrow.Pattern.At);
        var each = NewSlot();
        return new ShortestPathsPlan(
            plan,
            hop with
            {
                IsSingle = hops is null,
            },
            fewest,
            most,
            arrow.Search == PathSearch.AllShortest,
            EachCondition(arrow, each, scope),
            each
        );
    }

    // What each relation of a path must have.
    private Evaluator? EachCondition(PatternArrow arrow, int each, Scope scope)
    {
        if (arrow.Pattern.Properties is null)
            return null;
        if (arrow.Pattern.Properties is not Expression.Map map)
            throw QueryFaults.InvalidParameterUse(arrow.Pattern.Properties.At);
        const string Each = " each";
        var inner = new Context(scope.With(Each, new(each, StaticType.Relation)));
        return map
            .Entries.Select(entry =>
                BindTruth(
                    EqualTo(
                        new Expression.Property(entry.Value.At, new Expression.Variable(entry.Value.At, Each), entry.Key),
                        entry.Value
                    ),
                    inner
                )
            )
            .Aggregate((Evaluator?)null, (all, one) => all is null ? one : new AndTester(all, one));
    }

    private static int Bounded(long hops) => (int)Math.Min(hops, int.MaxValue);
}
