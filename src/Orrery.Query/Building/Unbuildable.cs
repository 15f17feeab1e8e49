namespace Orrery.Query;

/// <summary>The refusal of texts that the builder has no choices for.</summary>
internal static class Unbuildable
{
    public const string StayWithText = "Stay with the text: it can say more than the builder.";

    public static QueryException Of(TextSpan? at, string message, string remedy) =>
        QueryFaults.Compile(QueryError.SemanticError, "NotBuildable", at, message, remedy);
}
