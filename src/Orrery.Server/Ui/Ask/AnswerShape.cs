namespace Orrery.Server;

/// <summary>How an answer is shown.</summary>
public enum AnswerShape
{
    /// <summary>Rows and columns.</summary>
    Table,

    /// <summary>The things in it and what joins them.</summary>
    Graph,

    /// <summary>How it would be found, without looking.</summary>
    Plan,

    /// <summary>How it was found, and what that took.</summary>
    Profile,
}

/// <summary>What shapes are called in addresses.</summary>
public static class AnswerShapes
{
    public static AnswerShape Parse(string? name) =>
        name switch
        {
            "graph" => AnswerShape.Graph,
            "plan" => AnswerShape.Plan,
            "profile" => AnswerShape.Profile,
            _ => AnswerShape.Table,
        };

    /// <summary>Null for the usual one, which an address need not say.</summary>
    public static string? NameOf(AnswerShape shape) =>
        shape switch
        {
            AnswerShape.Graph => "graph",
            AnswerShape.Plan => "plan",
            AnswerShape.Profile => "profile",
            _ => null,
        };
}
