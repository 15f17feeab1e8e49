using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Answers queries about one workspace. Keeps the plans of those asked last; safe to share.</summary>
/// <param name="limits">What one query may take.</param>
/// <param name="procedures">What CALL can call.</param>
/// <param name="functions">What expressions can call besides the language's own.</param>
/// <param name="guard">Of whom no figures are worked out.</param>
public sealed class Questions(
    QueryLimits limits,
    IEnumerable<Procedure> procedures,
    IEnumerable<AddedFunction> functions,
    PeopleGuard guard
)
{
    // A plan takes some kilobytes, and more where its text is long.
    private const int MostPlans = 1_000;
    private const int LongestKept = 20_000;
    private const int MostKept = 1_000_000;

    private readonly FrozenDictionary<string, Procedure> _procedures = procedures.ToFrozenDictionary(procedure => procedure.Name);
    private readonly FrozenDictionary<string, Function> _functions = FunctionCatalogue.With(functions);
    private readonly ConcurrentDictionary<string, CachedPlan> _plans = new(StringComparer.Ordinal);
    private readonly LongQueries _long = new(limits.LongAtOnce);
    private int _kept;

    /// <summary>How many characters the texts have of which plans are kept.</summary>
    internal int KeptCharacters => _plans.Keys.Sum(text => text.Length);

    /// <summary>For the language's own functions alone, with nobody guarded.</summary>
    public Questions(QueryLimits limits, IEnumerable<Procedure> procedures)
        : this(limits, procedures, [], PeopleGuard.None) { }

    /// <summary>Answers a question through a reading. A query that writes changes nothing: its answer says what it would change.</summary>
    /// <param name="question">The query.</param>
    /// <param name="reading">Who sees what, when; a prefix clause may move it in time.</param>
    /// <param name="surroundings">Ids and chance.</param>
    /// <param name="cancel">Ends it within a few thousand looks.</param>
    /// <exception cref="OperationCanceledException">Nobody waits any more.</exception>
    /// <remarks>Cost: that of the rows it looks at; planning some ten microseconds the first time.</remarks>
    public QueryOutcome Ask(Question question, Reading reading, QuerySurroundings surroundings, CancellationToken cancel)
    {
        try
        {
            using var cursor = Open(question, reading, surroundings, cancel);
            return new QueryOutcome.Answered(cursor.ToAnswer());
        }
        catch (QueryException refusal)
        {
            return new QueryOutcome.Refused(Pointed(question.Text, refusal.Fault));
        }
    }

    /// <summary>Begins to answer, row by row.</summary>
    internal QueryCursor Open(Question question, Reading reading, QuerySurroundings surroundings, CancellationToken cancel)
    {
        var meter = new Meter(limits, _long, cancel);
        var cached = _plans.GetValueOrDefault(question.Text);
        var tree = cached?.Tree ?? Parser.Parse(question.Text);
        var ground =
            tree.When == WhenPrefix.None
                ? new Ground(reading, isAnyTime: false)
                : AskedMoment.Move(tree.When, reading, question.Parameters);
        var plan = cached is not null && IsCurrent(cached, ground) ? cached.Plan : Plan(question, tree, ground);
        var graph = new QueryGraph(ground, plan.Vocabulary);
        var parameters = new Cell[plan.Parameters.Length];
        for (var i = 0; i < parameters.Length; i++)
        {
            parameters[i] = question.Parameters.TryGetValue(plan.Parameters[i], out var value)
                ? Cell.Of(value, graph)
                : throw QueryFaults.MissingParameter(plan.Parameters[i], PlaceOf(plan.Parameters[i], question.Text));
        }

        return new(plan, tree.Wanted, graph, parameters, surroundings, meter);
    }

    private static TextSpan? PlaceOf(string parameter, string text)
    {
        foreach (var token in Lexer.Read(text))
        {
            if (
                token.Kind == TokenKind.Parameter
                && text.AsSpan(token.Start, token.Length).TrimStart('$').SequenceEqual(parameter)
            )
                return token.At;
        }

        return null;
    }

    // The message with the place below it, as every skin shows it.
    private static QueryFault Pointed(string text, QueryFault fault) =>
        fault.At is { } at
            ? fault with
            {
                Fault = fault.Fault with { Message = $"{fault.Fault.Message}\n{Caret.Render(text, at)}\n" },
            }
            : fault;

    private PlannedQuery Plan(Question question, QueryTree tree, Ground ground)
    {
        var plan = QueryPlanner.Plan(
            question.Text,
            tree.Query,
            ground,
            Vocabulary.Of(ground),
            new(_procedures, _functions, guard),
            question.Parameters.Keys
        );
        Remember(question.Text, new(tree, plan, ground.Branch));
        return plan;
    }

    private void Remember(string text, CachedPlan plan)
    {
        if (text.Length > LongestKept)
            return;
        if (_plans.Count >= MostPlans || Interlocked.Add(ref _kept, text.Length) > MostKept)
        {
            _plans.Clear();
            Interlocked.Exchange(ref _kept, text.Length);
        }

        _plans[text] = plan;
    }

    // Numbers mean the same while the branch is the same; names may have become known.
    private static bool IsCurrent(CachedPlan cached, Ground ground) =>
        ReferenceEquals(cached.Branch, ground.Branch)
        && ReferenceEquals(cached.Plan.Vocabulary.Model, ground.Reading.Snapshot.Model)
        && cached.Plan.Vocabulary.NameCount == ground.NameCount;

    private sealed record CachedPlan(QueryTree Tree, PlannedQuery Plan, object Branch);
}
