using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Refusals of what cannot make sense: types, aggregation, patterns, rows.</summary>
internal static partial class QueryFaults
{
    /// <summary>A figure of one person, or of so few that it is nearly one.</summary>
    public static QueryException AboutPeople(TextSpan at, int fewest) =>
        Denied(
            at,
            "This would give a figure of single people, or of very few.",
            $"Figures are given of {fewest} people or more together, so that nobody is measured (docs/guardrails.md). Ask for the things themselves (RETURN p, w, or collect(w)), or leave the people out and ask about the team, the work or the metric."
        );

    /// <summary>A figure of what people do, where nothing says any more how many they are.</summary>
    public static QueryException AboutLostPeople(TextSpan at, int fewest) =>
        Denied(
            at,
            "This counts what people do, and does not say of how many people.",
            $"Figures are given of {fewest} people or more together (docs/guardrails.md). Name the people, (p:Person), and keep p up to where it is counted; or ask for the things themselves."
        );

    private static QueryException Denied(TextSpan at, string message, string remedy) =>
        new(
            new(
                QueryError.SemanticError,
                QueryPhase.CompileTime,
                "AboutPeople",
                at,
                new(FaultKind.Denied, "query.about-people", message, remedy)
            )
        );

    public static QueryException WrongType(string what, string wanted, StaticType type, TextSpan at) =>
        Syntax("InvalidArgumentType", at, $"{what} takes {wanted}, not {StaticTypes.Words(type)}.", HowToGet(wanted));

    /// <summary>The kit calls it an error of types for values, as it does a place in what is no list, and of syntax for what a pattern names.</summary>
    public static QueryException NoProperties(QueryError error, StaticType type, TextSpan at) =>
        Compile(
            error,
            "InvalidArgumentType",
            at,
            $"Only entities, relations and maps have properties, not {StaticTypes.Words(type)}.",
            type is StaticType.List or StaticType.Relations
                ? "Take one out of the list, list[0].key, or go through it, [x IN list | x.key]."
                : "Name the entity or the relation itself: n.key."
        );

    private static string HowToGet(string wanted) =>
        wanted switch
        {
            "a relation" => "Name a relation in the pattern, -[r]->, and give that.",
            "a path" => "Name a path in the pattern, p = (a)-->(b), and give that.",
            "an entity" or "an entity or a relation" => "Name it in a pattern, (n) or -[r]->, and give that.",
            "a truth value" => "Compare it with something, or ask whether it is there: ... IS NOT NULL.",
            _ => $"Give {wanted}; toInteger(), toFloat() and toString() convert.",
        };

    public static QueryException InvalidAggregation(TextSpan at) =>
        Syntax(
            "InvalidAggregation",
            at,
            "Rows cannot be gathered here.",
            "Gather them in a WITH or RETURN, and use the result afterwards."
        );

    public static QueryException NestedAggregation(TextSpan at) =>
        Syntax(
            "NestedAggregation",
            at,
            "What is gathered is itself a gathering.",
            "Gather twice: WITH count(*) AS rows RETURN sum(rows)."
        );

    public static QueryException AmbiguousAggregation(string name, TextSpan at) =>
        Syntax(
            "AmbiguousAggregationExpression",
            at,
            $"'{name}' has many values in a group, and no one of them is meant.",
            "Return it as a column of its own, or gather it too."
        );

    public static QueryException UnsteadyAggregation(TextSpan at) =>
        Syntax("NonConstantExpression", at, "A gathering of random numbers means nothing.", "Compute them in a WITH before.");

    public static QueryException NonConstantExpression(TextSpan at) =>
        Syntax("NonConstantExpression", at, "A number of rows cannot depend on a row.", "Write a number or a parameter.");

    public static QueryException NegativeRowsWritten(TextSpan at) =>
        Syntax("NegativeIntegerArgument", at, "A number of rows is not negative.", "Write 0 or more.");

    public static QueryException NegativeRows(string clause, long rows) =>
        Run(QueryError.SyntaxError, "NegativeIntegerArgument", $"{clause} was given {rows} rows.", "Give 0 or more.");

    public static QueryException NoNumberOfRows(string clause, Value value) =>
        Run(
            QueryError.SyntaxError,
            "InvalidArgumentType",
            $"{clause} was given {TypeNames.WithValue(value)}.",
            "Give a whole number of rows."
        );

    public static QueryException PatternAsValue(TextSpan at) =>
        Syntax(
            "UnexpectedSyntax",
            at,
            "A pattern is no value.",
            "Ask whether it is there, EXISTS { ... }, or collect what it finds, [(a)-->(b) | b.title]."
        );

    public static QueryException ExistsOfWhat(TextSpan at) =>
        Syntax(
            "InvalidArgumentExpression",
            at,
            "exists asks about a property or a pattern.",
            "Write exists(n.property) or EXISTS { (a)--(b) }."
        );

    public static QueryException ShortestOfOne(TextSpan at) =>
        Syntax(
            "UnexpectedSyntax",
            at,
            "A shortest path is looked for between two ends, along one relation with hops, in a MATCH.",
            "Write shortestPath((a)-[*]-(b))."
        );

    public static QueryException ShortestFromOne(TextSpan at) =>
        Syntax(
            "UnexpectedSyntax",
            at,
            "A shortest path may have any number of relations, from 0 or 1 on.",
            "Write [*] or [*..5]."
        );

    public static QueryException InvalidParameterUse(TextSpan at) =>
        Syntax(
            "InvalidParameterUse",
            at,
            "What a pattern must have is not given by one parameter.",
            "Write each property: {title: $title}."
        );

    public static QueryException WritingSubquery(TextSpan at) =>
        Syntax(
            "InvalidClauseComposition",
            at,
            "A question inside an expression changes nothing.",
            "Move what writes out of the braces."
        );

    public static QueryException InvalidDelete(TextSpan at) =>
        Syntax("InvalidDelete", at, "A label is not deleted.", "Write REMOVE n:Label.");

    public static QueryException CreatingVarLength(TextSpan at) =>
        Syntax("CreatingVarLength", at, "A relation that is created is one relation.", "Leave out the hops.");

    public static QueryException NoSingleRelationshipType(TextSpan at) =>
        Syntax("NoSingleRelationshipType", at, "A relation that is created has one type.", "Write it: -[:TYPE]->.");

    public static QueryException RequiresDirectedRelationship(TextSpan at) =>
        Syntax("RequiresDirectedRelationship", at, "A relation that is created has a direction.", "Write --> or <--.");

    public static QueryException NoMoment(TextSpan at) =>
        Syntax(
            "InvalidArgumentType",
            at,
            "This names no moment.",
            "Write a date, 'YYYY-MM-DD', a date and time, a parameter, or, for KNOWN AT, the number of a revision."
        );

    public static QueryException NotKnownYet(long revision, long newest, TextSpan at) =>
        Syntax(
            "NumberOutOfRange",
            at,
            $"Revision {revision} is not known here: this is asked as it is known at revision {newest}.",
            "Name an earlier one, or leave KNOWN AT out."
        );

    public static QueryException NoMoment(Value value) =>
        Run(
            QueryError.TypeError,
            "InvalidArgumentType",
            $"{TypeNames.WithValue(value)} names no moment.",
            "Write a date, '2025-03-01', or a date and time, '2025-03-01T10:00Z'."
        );
}
