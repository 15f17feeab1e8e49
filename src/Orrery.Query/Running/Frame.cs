using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>One run of a plan: the slots that its steps share, the graph, the parameters and the limits. Rows are written over one another.</summary>
internal sealed class Frame
{
    private readonly List<Reach> _walks = [];
    private readonly List<CellRows> _borrowed = [];
    private readonly Step?[] _subplans;
    private readonly object?[] _kept;

    public Frame(PlannedQuery plan, QueryGraph graph, Cell[] parameters, QuerySurroundings surroundings, Meter meter)
    {
        (Plan, Graph, Parameters, Meter) = (plan, graph, parameters, meter);
        (Chance, NewId) = (surroundings.Chance, surroundings.NewId);
        Slots = new Cell[plan.SlotCount];
        _subplans = new Step?[plan.SubplanCount];
        _kept = new object?[plan.SubplanCount];
        Looking = new(graph.Ground.Reading, meter.Look);
        Calls = new(graph.Ground.Reading.Now, surroundings.Chance) { Looking = Looking, HasRoom = meter.HasRoom };
    }

    /// <summary>What is run.</summary>
    public PlannedQuery Plan { get; }

    /// <summary>One value each; a step reads those of the steps before it.</summary>
    public Cell[] Slots { get; }

    public QueryGraph Graph { get; }

    public Cell[] Parameters { get; }

    public Meter Meter { get; }

    public Random Chance { get; }

    public Func<Id> NewId { get; }

    public CallSurroundings Calls { get; }

    /// <summary>What procedures look through.</summary>
    public Looking Looking { get; }

    /// <summary>The steps that write, first to last.</summary>
    public List<WritePlan.Write> Writes { get; } = [];

    /// <summary>Whether rows and looks of each step are counted.</summary>
    public Profile? Profile { get; init; }

    /// <summary>A walk that ends with the run.</summary>
    public Reach Walk()
    {
        Reach walk = new(Graph.Ground);
        _walks.Add(walk);
        return walk;
    }

    /// <summary>Room for rows, until the run ends.</summary>
    /// <param name="width">How many cells a row has.</param>
    public CellRows Borrow(int width)
    {
        CellRows rows = new(width);
        _borrowed.Add(rows);
        return rows;
    }

    /// <summary>Gives back what the run has borrowed.</summary>
    public void Close()
    {
        _walks.ForEach(walk => walk.Close());
        _borrowed.ForEach(rows => rows.Close());
    }

    /// <summary>The steps of a plan, begun anew.</summary>
    public Step Open(Plan plan)
    {
        var step = plan.Open(this);
        return Profile is null ? step : new ProfiledStep(this, step, Profile.Of(plan));
    }

    /// <summary>A subquery of an expression, opened once a run.</summary>
    public Step Subplan(int number, Plan plan) => _subplans[number] ??= Open(plan);

    /// <summary>What an expression keeps for the length of a run.</summary>
    public T Kept<T>(int number, Func<T> make)
        where T : class
    {
        ref var kept = ref _kept[number];
        kept ??= make();
        return (T)kept;
    }

    public ImmutableArray<Cell> Save(ImmutableArray<int> slots)
    {
        var saved = new Cell[slots.Length];
        Save(slots, saved);
        return System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(saved);
    }

    public void Save(ImmutableArray<int> slots, Span<Cell> into)
    {
        for (var i = 0; i < slots.Length; i++)
            into[i] = Slots[slots[i]];
    }

    public void Load(ImmutableArray<int> slots, ReadOnlySpan<Cell> from)
    {
        for (var i = 0; i < slots.Length; i++)
            Slots[slots[i]] = from[i];
    }
}
