using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Tests.Query.Oracle.Sql;

/// <summary>One statement while it is written: the named tables in front of it, and names that are used once.</summary>
internal sealed class SqlStatement
{
    private readonly List<string> _tables = [];
    private int _made;

    public SqlStatement(ImmutableSortedDictionary<string, Value> parameters)
    {
        Parameters = parameters;
        Expressions = new(this);
        Lists = new(this);
        Patterns = new(this);
    }

    public ImmutableSortedDictionary<string, Value> Parameters { get; }

    public SqlExpressions Expressions { get; }

    public SqlLists Lists { get; }

    public SqlPatterns Patterns { get; }

    public string Fresh(string prefix) => $"{prefix}{_made++}";

    /// <summary>Puts a table in front.</summary>
    /// <returns>Its name.</returns>
    public string Put(string prefix, Func<string, string> body)
    {
        var name = Fresh(prefix);
        _tables.Add(body(name));
        return name;
    }

    public string Ending(string select) => $"WITH RECURSIVE {string.Join(",\n", _tables)}\n{select}";
}
