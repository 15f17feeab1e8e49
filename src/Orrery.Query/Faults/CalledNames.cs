using Orrery.Graph;

namespace Orrery.Query;

/// <summary>What is said of a name that was called and stands for nothing that can be called there.</summary>
internal static class CalledNames
{
    /// <summary>For a name in an expression.</summary>
    public static string AdviceOnFunction(string typed, IEnumerable<string> functions, IEnumerable<string> procedures) =>
        Find(typed, procedures) is { } procedure
            ? $"{procedure} is a procedure and answers rows: it stands in a clause of its own, CALL {procedure}(...) YIELD ..."
            : Advice(typed, functions, procedures, name => $"the procedure {name} (CALL {name}(...) YIELD ...)", "functions");

    /// <summary>For a name after CALL.</summary>
    public static string AdviceOnProcedure(string typed, IEnumerable<string> procedures, IEnumerable<string> functions) =>
        Find(typed, functions) is { } function
            ? $"{function} is a function and answers one value: it stands in an expression, RETURN {function}(...)"
            : Advice(typed, procedures, functions, name => $"the function {name} (RETURN {name}(...))", "procedures");

    // What is meant comes first; what is called otherwise is said with the way to call it.
    private static string Advice(
        string typed,
        IEnumerable<string> meant,
        IEnumerable<string> others,
        Func<string, string> told,
        string sort
    )
    {
        string[] near = [.. Nearest.Of(typed, meant.Select(name => (name, name)))];
        if (near is [])
            near = [.. Nearest.Of(typed, others.Select(name => (name, told(name))))];
        return near is []
            ? $"{(IsDotted(typed) ? "docs/functions.md" : "docs/query-language.md")} lists all {sort}."
            : $"Did you mean {string.Join(" or ", near)}?";
    }

    private static string? Find(string typed, IEnumerable<string> names) =>
        names.FirstOrDefault(name => name.Equals(typed, StringComparison.OrdinalIgnoreCase));

    private static bool IsDotted(string typed) => typed.Contains('.', StringComparison.Ordinal);
}
