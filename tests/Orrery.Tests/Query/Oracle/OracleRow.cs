using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Tests.Query.Oracle;

/// <summary>What the variables of a query stand for at one moment of its answering.</summary>
internal sealed record OracleRow(ImmutableSortedDictionary<string, Value> Values)
{
    public static readonly OracleRow Empty = new(Properties.None);

    public bool Has(string name) => Values.ContainsKey(name);

    public Value this[string name] => Values[name];

    public OracleRow With(string? name, Value value) => name is null ? this : new(Values.SetItem(name, value));
}
