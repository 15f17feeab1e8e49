using System.Collections.Immutable;
using Orrery.Graph;
using static Orrery.Query.StandardProcedures;

namespace Orrery.Query;

/// <summary>Finding by words.</summary>
internal static class SearchProcedures
{
    private const int Most = 10_000;

    public static ImmutableArray<Procedure> All { get; } =
    [
        new(
            "search",
            "Entities whose title has all the words, best first; the last word may be the beginning of one.",
            [Field("words", ProcedureType.String), Field("limit", ProcedureType.Integer)],
            [Field("entity", ProcedureType.Node), Field("score", ProcedureType.Float)],
            (looking, arguments) => Search(looking.Reading, arguments[0].AsText ?? "", arguments[1])
        ),
    ];

    private static IEnumerable<ImmutableArray<Value>> Search(Reading reading, string words, Value limit)
    {
        var most = limit is Value.Integer { Number: >= 0 and var given } ? (int)Math.Min(given, Most) : Most;
        var ground = new Ground(reading, isAnyTime: false);
        return ground
            .Search(words, most)
            .Select(found => ImmutableArray.Create<Value>(new Value.Entity(ground.IdOf(found.Node)), Value.Of(found.Score)));
    }
}
