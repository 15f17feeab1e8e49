namespace Orrery.Tests.Query.Oracle;

/// <summary>Patterns made by chance.</summary>
internal sealed class SomePattern(Chance chance)
{
    /// <summary>The name of a path that is searched.</summary>
    public const string SearchedPath = "way";

    private readonly HashSet<string> _used = [];

    /// <summary>Before the parts of a MATCH, which speak of a relation once.</summary>
    public void Begin() => _used.Clear();

    /// <summary>A part of a MATCH, and the scope with what it names.</summary>
    /// <param name="scope">All names so far, those of earlier parts of the same MATCH among them.</param>
    /// <param name="before">The names of earlier clauses: relations among them may be asked for again.</param>
    public (string Text, Scope Scope) Part(Scope scope, Scope before)
    {
        (var text, scope) = Chain(scope, before, chance.Between(0, 2));
        if (!chance.In(5))
            return (text, scope);
        (var name, scope) = scope.Fresh("p", ValueSort.Path);
        return ($"{name} = {text}", scope);
    }

    /// <summary>A pattern that names nothing new: for questions and inner queries.</summary>
    public string Closed(Scope scope)
    {
        var text = Closed(scope, mayBeBare: false);
        for (var i = chance.Between(1, 2); i > 0; i--)
            text += Step("", mayReach: true) + Closed(scope, mayBeBare: true);
        return text;
    }

    /// <summary>A pattern from a known node to a fresh one, for comprehensions.</summary>
    public (string Text, string End) Outward(Scope scope)
    {
        var end = $"x{scope.Made}";
        return ($"{Closed(scope, mayBeBare: false)}{Step("", mayReach: false)}({end}{Labels()})", end);
    }

    /// <summary>A shortest path, or all of them, between two nodes that are known or not.</summary>
    public (string Text, Scope Scope) Search(Scope scope, bool isAll, bool isEndless)
    {
        (var one, scope) = Node(scope);
        (var other, scope) = Node(scope);
        var hops =
            isEndless && chance.In(2) ? chance.Of("*", "*0..", "*1..") : chance.Of("", "*..2", "*..3", "*0..3", "*1..3", "*0..1");
        var name = "";
        if (isAll && chance.In(2))
            (name, scope) = hops is "" ? scope.Fresh("r", ValueSort.Relation) : scope.Fresh("v", ValueSort.Relations);
        var text = $"{one}{Arrow($"{name}{Types()}{hops}{Properties()}")}{other}";
        return ($"{(isAll ? "allShortestPaths" : "shortestPath")}({text})", scope.With(SearchedPath, ValueSort.Path));
    }

    private (string Text, Scope Scope) Chain(Scope scope, Scope before, int steps)
    {
        (var text, scope) = Node(scope);
        for (var i = 0; i < steps; i++)
        {
            (var step, scope) = Step(scope, before);
            (var node, scope) = Node(scope);
            text += step + node;
        }

        return (text, scope);
    }

    private (string Text, Scope Scope) Node(Scope scope)
    {
        var known = scope.Of(ValueSort.Node);
        if (known is not [] && chance.In(3))
            return ($"({chance.Of(known)}{Labels()})", scope);
        if (chance.In(4))
            return ($"({Labels()}{Properties()})", scope);
        (var name, scope) = scope.Fresh("n", ValueSort.Node);
        return ($"({name}{Labels()}{Properties()})", scope);
    }

    private (string Text, Scope Scope) Step(Scope scope, Scope before)
    {
        if (chance.In(4))
            return (Step("", mayReach: true), scope);
        var known = before.Of(ValueSort.Relation).Where(scope.Names.ContainsKey).ToArray();
        if (known is not [] && chance.In(8) && chance.Of(known) is var again && _used.Add(again))
            return (Arrow(again), scope);
        if (chance.In(4))
        {
            (var many, scope) = scope.Fresh("v", ValueSort.Relations);
            return (Arrow($"{many}{Types()}{Hops()}{Properties()}"), scope);
        }

        (var name, scope) = scope.Fresh("r", ValueSort.Relation);
        return (Arrow($"{name}{Types()}{Properties()}"), scope);
    }

    private string Step(string name, bool mayReach) =>
        Arrow($"{name}{Types()}{(mayReach && chance.In(4) ? Hops() : "")}{Properties()}");

    private string Arrow(string inside)
    {
        var brackets = inside is "" && chance.In(2) ? "" : $"[{inside}]";
        return chance.Next(3) switch
        {
            0 => $"-{brackets}->",
            1 => $"<-{brackets}-",
            _ => $"-{brackets}-",
        };
    }

    private string Hops() => chance.Of("*1..2", "*0..1", "*2", "*..2", "*1..3", "*0..2", "*0");

    private string Types() => chance.Of("", "", ":R", ":S", ":R|S", ":T|R");

    private string Labels() => chance.Of("", "", "", ":A", ":B", ":C", ":A:B", ":Relation");

    private string Properties() =>
        chance.In(8) ? chance.Of(" {size: 1}", " {name: 'a'}", " {open: true}", " {size: $one, open: false}") : "";

    private string Closed(Scope scope, bool mayBeBare)
    {
        var known = scope.Of(ValueSort.Node);
        return known is [] || (mayBeBare && chance.In(2)) ? $"({Labels()})" : $"({chance.Of(known)}{Labels()})";
    }
}
