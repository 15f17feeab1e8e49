using System.Collections.Immutable;

namespace Orrery.Query;

/// <summary>Clauses that change something.</summary>
internal sealed partial class Parser
{
    /// <summary>create := "CREATE" part ("," part)*</summary>
    private Clause.Create Create(Token first)
    {
        _tokens.Take();
        var parts = Parts(PatternUse.Create);
        return new(_tokens.Since(first), parts);
    }

    /// <summary>merge := "MERGE" part ("ON" ("CREATE" | "MATCH") set)*</summary>
    private Clause.Merge Merge(Token first)
    {
        _tokens.Take();
        var part = Part(PatternUse.Merge);
        var onCreate = ImmutableArray.CreateBuilder<Assignment>(0);
        var onMatch = ImmutableArray.CreateBuilder<Assignment>(0);
        while (_tokens.TryTake(Keyword.On))
        {
            var isCreate = _tokens.TryTake(Keyword.Create);
            if (!isCreate)
                Expect(Keyword.Match, "CREATE or MATCH after ON");
            Expect(Keyword.Set, "SET");
            Assignments(isCreate ? onCreate : onMatch);
        }

        return new(_tokens.Since(first), part, onCreate.DrainToImmutable(), onMatch.DrainToImmutable());
    }

    /// <summary>set := "SET" assignment ("," assignment)*</summary>
    private Clause.Set Set(Token first)
    {
        _tokens.Take();
        var assignments = ImmutableArray.CreateBuilder<Assignment>(1);
        Assignments(assignments);
        return new(_tokens.Since(first), assignments.DrainToImmutable());
    }

    private void Assignments(ImmutableArray<Assignment>.Builder assignments)
    {
        do assignments.Add(OneAssignment());
        while (_tokens.TryTake(TokenKind.Comma));
    }

    /// <summary>assignment := postfix "." key "=" expression | variable ("=" | "+=") expression | variable labels</summary>
    private Assignment OneAssignment()
    {
        var first = _tokens.Next;
        var target = Target();
        if (target is Expression.Variable { Name: var labelled } && _tokens.Is(TokenKind.Colon))
            return new Assignment.Labels(_tokens.Since(first), labelled, Labels());
        var keepsOthers = target is Expression.Variable && _tokens.TryTake(TokenKind.PlusEquals);
        if (!keepsOthers)
            Expect(TokenKind.Equal, target is Expression.Variable ? "=, += or :Label" : "=");
        var value = OneExpression();
        return target switch
        {
            Expression.Variable { Name: var name } => new Assignment.Properties(_tokens.Since(first), name, value, keepsOthers),
            Expression.Property property => new Assignment.Property(_tokens.Since(first), property, value),
            _ => throw NoTarget(target, "SET"),
        };
    }

    /// <summary>remove := "REMOVE" removal ("," removal)*</summary>
    private Clause.Remove Remove(Token first)
    {
        _tokens.Take();
        var removals = ImmutableArray.CreateBuilder<Removal>(1);
        do removals.Add(OneRemoval());
        while (_tokens.TryTake(TokenKind.Comma));
        return new(_tokens.Since(first), removals.DrainToImmutable());
    }

    /// <summary>removal := postfix "." key | variable labels</summary>
    private Removal OneRemoval()
    {
        var first = _tokens.Next;
        return Target() switch
        {
            Expression.Variable { Name: var name } when _tokens.Is(TokenKind.Colon) => LabelsOff(first, name),
            Expression.Property property => new Removal.Property(_tokens.Since(first), property),
            var other => throw NoTarget(other, "REMOVE"),
        };
    }

    private Removal.Labels LabelsOff(Token first, string name)
    {
        var labels = Labels();
        return new(_tokens.Since(first), name, labels);
    }

    // What may be changed stands in no expression, so it is no part of one's height.
    private Expression Target()
    {
        var outer = _height;
        _height = 0;
        var target = Postfix();
        _height = outer;
        return target;
    }

    /// <summary>delete := ["DETACH"] "DELETE" expression ("," expression)*</summary>
    private Clause.Delete Delete(Token first)
    {
        var isDetaching = _tokens.TryTake(Keyword.Detach);
        Expect(Keyword.Delete, "DELETE after DETACH");
        var things = ImmutableArray.CreateBuilder<Expression>(1);
        do
        {
            var thing = OneExpression();
            things.Add(thing is Expression.HasLabels ? throw QueryFaults.DeletesLabels(thing.At) : thing);
        } while (_tokens.TryTake(TokenKind.Comma));

        return new(_tokens.Since(first), isDetaching, things.DrainToImmutable());
    }
}
