using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Orrery.Graph;
using Orrery.Query;

namespace Orrery.ConformanceTests;

/// <summary>A procedure that answers from a table of the kit: the outputs of the rows whose inputs equal the arguments.</summary>
internal static partial class KitProcedure
{
    /// <param name="signature">E.g. <c>test.my.proc(name :: STRING?, id :: INTEGER?) :: (city :: STRING?)</c>.</param>
    /// <param name="table">A heading of inputs and outputs, then rows.</param>
    public static Procedure Of(string signature, ImmutableArray<ImmutableArray<string>> table)
    {
        var match = Signature.Match(signature);
        if (!match.Success)
            throw new InvalidDataException($"'{signature}' is no signature of a procedure.");
        var inputs = Fields(match.Groups["inputs"].Value);
        var outputs = Fields(match.Groups["outputs"].Value);
        ImmutableArray<ImmutableArray<Value>> rows =
        [
            .. table.Skip(1).Select(row => row.Select(cell => LiteralReader.Read(cell).ToValue()).ToImmutableArray()),
        ];
        return new(match.Groups["name"].Value, "Of the kit.", inputs, outputs, Call);

        IEnumerable<ImmutableArray<Value>> Call(Looking looking, ImmutableArray<Value> arguments) =>
            rows.Where(row => row.Take(inputs.Length).Zip(arguments).All(IsSame)).Select(row => row[inputs.Length..]);
    }

    private static bool IsSame((Value First, Value Second) pair) => ValueOrder.Instance.Compare(pair.First, pair.Second) == 0;

    private static ImmutableArray<ProcedureField> Fields(string text) =>
        [
            .. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(field => field.Split("::", StringSplitOptions.TrimEntries))
                .Select(parts => new ProcedureField(parts[0], Type(parts[1].TrimEnd('?')))),
        ];

    private static ProcedureType Type(string name) =>
        name switch
        {
            "ANY" => ProcedureType.Any,
            "BOOLEAN" => ProcedureType.Boolean,
            "INTEGER" => ProcedureType.Integer,
            "FLOAT" => ProcedureType.Float,
            "NUMBER" => ProcedureType.Number,
            "STRING" => ProcedureType.String,
            "MAP" => ProcedureType.Map,
            "NODE" => ProcedureType.Node,
            "RELATIONSHIP" => ProcedureType.Relationship,
            _ when name.StartsWith("LIST", StringComparison.Ordinal) => ProcedureType.List,
            _ when name.Contains("DATE", StringComparison.Ordinal) || name.Contains("TIME", StringComparison.Ordinal) =>
                ProcedureType.Temporal,
            _ => throw new InvalidDataException($"'{name}' is no type of a procedure."),
        };

    [GeneratedRegex(
        @"^(?<name>[\w.]+)\s*\((?<inputs>[^)]*)\)\s*::\s*(\((?<outputs>[^)]*)\)|VOID)\s*:?$",
        RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex Signature { get; }
}
