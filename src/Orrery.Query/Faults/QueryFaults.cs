using System.Text;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>The refusals of queries: one factory a fault, split by subject. Each code has its section in docs/faults.md.</summary>
internal static partial class QueryFaults
{
    public static QueryException Compile(QueryError error, string detail, TextSpan? at, string message, string remedy) =>
        new(new(error, QueryPhase.CompileTime, detail, at, new(FaultKind.Invalid, CodeOf(detail), message, remedy)));

    public static QueryException Run(QueryError error, string detail, string message, string remedy) =>
        new(new(error, QueryPhase.Runtime, detail, null, new(FaultKind.Invalid, CodeOf(detail), message, remedy)));

    /// <summary><c>UndefinedVariable</c> becomes <c>query.undefined-variable</c>.</summary>
    private static string CodeOf(string detail)
    {
        StringBuilder code = new("query.");
        foreach (var letter in detail)
        {
            if (char.IsUpper(letter) && code[^1] != '.')
                code.Append('-');
            code.Append(char.ToLowerInvariant(letter));
        }

        return code.ToString();
    }
}
