namespace Orrery.Tests.Query.Oracle;

/// <summary>Expressions made by chance, of a wanted sort (or null).</summary>
internal sealed class SomeExpression(Chance chance, SomePattern patterns)
{
    /// <summary>Anything at all; at depth 0 a variable or a property, which can stand beside aggregates.</summary>
    public (string Text, ValueSort Sort) Any(Scope scope, int depth)
    {
        if (!scope.Names.IsEmpty && chance.In(2))
        {
            var name = chance.Of([.. scope.Names.Keys]);
            return (name, scope.Names[name]);
        }

        var sort = chance.Of(ValueSort.Whole, ValueSort.Fraction, ValueSort.Text, ValueSort.Truth, ValueSort.Wholes);
        return (Of(sort, scope, depth), sort);
    }

    public string Of(ValueSort sort, Scope scope, int depth) =>
        sort switch
        {
            ValueSort.Whole => Whole(scope, depth),
            ValueSort.Fraction => Fraction(scope, depth),
            ValueSort.Text => Text(scope, depth),
            ValueSort.Truth => Truth(scope, depth),
            _ => Wholes(scope, depth),
        };

    public (string Text, ValueSort Sort) Aggregate(Scope scope)
    {
        var distinct = chance.In(3) ? "DISTINCT " : "";
        var (any, _) = Any(scope, 1);
        return chance.Next(7) switch
        {
            0 => ("count(*)", ValueSort.Whole),
            1 => ($"count({distinct}{any})", ValueSort.Whole),
            2 => ($"sum({distinct}{Whole(scope, 1)})", ValueSort.Whole),
            3 => ($"sum({distinct}{Fraction(scope, 1)})", ValueSort.Fraction),
            4 => ($"{chance.Of("min", "max")}({Whole(scope, 1)})", ValueSort.Whole),
            5 => ($"{chance.Of("min", "max")}({Text(scope, 1)})", ValueSort.Text),
            _ => ($"size(collect({distinct}{any}))", ValueSort.Whole),
        };
    }

    /// <summary>What may stand behind WHERE: a bare pattern too.</summary>
    public string Condition(Scope scope, int depth) =>
        OfNode(scope) is null || !chance.In(4)
            ? Truth(scope, depth)
            : chance.Next(3) switch
            {
                0 => patterns.Closed(scope),
                1 => $"NOT {patterns.Closed(scope)}",
                _ => $"({Truth(scope, depth)} {chance.Of("AND", "OR", "AND NOT")} {patterns.Closed(scope)})",
            };

    public string Truth(Scope scope, int depth)
    {
        if (depth == 0)
            return Simple(ValueSort.Truth, scope, chance.Of("true", "false", "null"));
        return chance.Next(14) switch
        {
            0 or 1 => $"({Truth(scope, depth - 1)} {chance.Of("AND", "OR", "XOR")} {Truth(scope, depth - 1)})",
            2 => $"NOT ({Truth(scope, depth - 1)})",
            3 or 4 => Compared(Whole(scope, depth - 1), Whole(scope, depth - 1)),
            5 => Compared(Whole(scope, depth - 1), Fraction(scope, depth - 1)),
            6 => Compared(Text(scope, depth - 1), Text(scope, depth - 1)),
            7 => $"({Text(scope, depth - 1)} {chance.Of("STARTS WITH", "ENDS WITH", "CONTAINS")} {Text(scope, depth - 1)})",
            8 => $"({Any(scope, 0).Text} {chance.Of("IS NULL", "IS NOT NULL")})",
            9 => $"({Whole(scope, depth - 1)} IN {Wholes(scope, depth - 1)})",
            10 => OfNode(scope) is { } node ? $"({node}{chance.Of(":A", ":B", ":A:B", ":Relation")})" : Truth(scope, 0),
            11 => OfPattern(scope, depth),
            12 =>
                $"{chance.Of("all", "any", "none", "single")}(i IN {Wholes(scope, depth - 1)} WHERE {Compared("i", Whole(scope, 0))})",
            _ => Truth(scope, 0),
        };
    }

    public string Whole(Scope scope, int depth)
    {
        if (depth == 0)
            return Simple(ValueSort.Whole, scope, chance.Of("0", "1", "2", "-1", "null", "$one"));
        return chance.Next(9) switch
        {
            0 => $"({Whole(scope, depth - 1)} {chance.Of("+", "-", "*")} {Whole(scope, depth - 1)})",
            1 => $"size({Wholes(scope, depth - 1)})",
            2 => $"coalesce({Whole(scope, depth - 1)}, {Whole(scope, depth - 1)})",
            3 => $"CASE WHEN {Truth(scope, depth - 1)} THEN {Whole(scope, depth - 1)} ELSE {Whole(scope, 0)} END",
            4 when scope.Of(ValueSort.Path) is not [] and var paths => $"length({chance.Of(paths)})",
            5 when scope.Of(ValueSort.Relations) is not [] and var many => $"size({chance.Of(many)})",
            6 => $"{Wholes(scope, depth - 1)}[{chance.Of("0", "-1", "1")}]",
            7 when OfNode(scope) is not null => $"COUNT {{ MATCH {patterns.Closed(scope)} }}",
            _ => Whole(scope, 0),
        };
    }

    public string Fraction(Scope scope, int depth) =>
        depth == 0 ? Simple(ValueSort.Fraction, scope, chance.Of("0.5", "1.0", "-0.25", "null"))
        : chance.In(3) ? $"({Fraction(scope, depth - 1)} {chance.Of("+", "-")} {Fraction(scope, depth - 1)})"
        : Fraction(scope, 0);

    public string Text(Scope scope, int depth)
    {
        if (depth == 0)
            return Simple(ValueSort.Text, scope, chance.Of("''", "'a'", "'b'", "'a\\'b'", "null", "$text"));
        return chance.Next(4) switch
        {
            0 => $"({Text(scope, depth - 1)} + {Text(scope, depth - 1)})",
            1 when scope.Of(ValueSort.Relation) is not [] and var relations => $"type({chance.Of(relations)})",
            2 => $"CASE {Whole(scope, depth - 1)} WHEN 1 THEN {Text(scope, 0)} ELSE {Text(scope, 0)} END",
            _ => Text(scope, 0),
        };
    }

    public string Wholes(Scope scope, int depth)
    {
        if (depth == 0)
            return Simple(ValueSort.Wholes, scope, chance.Of("[]", "[1, 2]", "[null, 0]", "[2, 2, -1]"));
        return chance.Next(6) switch
        {
            0 => $"[{Whole(scope, depth - 1)}, {Whole(scope, depth - 1)}]",
            1 => $"[i IN {Wholes(scope, depth - 1)} WHERE {Compared("i", Whole(scope, 0))} | i + 1]",
            2 => $"({Wholes(scope, depth - 1)} + {Wholes(scope, depth - 1)})",
            3 when scope.Of(ValueSort.Path) is not [] and var paths =>
                $"[m IN {chance.Of("nodes", "relationships")}({chance.Of(paths)}) | m.size]",
            4 when scope.Of(ValueSort.Relations) is not [] and var many => $"[m IN {chance.Of(many)} | m.size]",
            _ => Wholes(scope, 0),
        };
    }

    private string OfPattern(Scope scope, int depth)
    {
        if (OfNode(scope) is null)
            return Truth(scope, 0);
        var (outward, end) = patterns.Outward(scope);
        return chance.Next(4) switch
        {
            0 => $"EXISTS {{ {patterns.Closed(scope)} }}",
            1 => $"NOT EXISTS {{ {patterns.Closed(scope)} }}",
            2 => $"EXISTS {{ MATCH {outward} WHERE {Truth(scope.With(end, ValueSort.Node), depth - 1)} }}",
            _ =>
                $"(size([{outward} WHERE {Truth(scope.With(end, ValueSort.Node), depth - 1)} | {end}.size]) {chance.Of("=", ">", "<>")} 1)",
        };
    }

    private string Compared(string left, string right) => $"({left} {chance.Of("=", "<>", "<", "<=", ">", ">=")} {right})";

    private string? OfNode(Scope scope) => scope.Of(ValueSort.Node) is not [] and var nodes ? chance.Of(nodes) : null;

    // A variable of the sort, a property of something, or a literal.
    private string Simple(ValueSort sort, Scope scope, string literal)
    {
        string[] things = [.. scope.Of(ValueSort.Node), .. scope.Of(ValueSort.Relation)];
        if (things is not [] && chance.Next(4) > 0)
            return $"{chance.Of(things)}.{Array.Find(SomeField.All, field => field.Sort == sort)!.Name}";
        return scope.Of(sort) is not [] and var names && chance.In(2) ? chance.Of(names) : literal;
    }
}
