using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>The named parts that a time is made of.</summary>
internal sealed class MapFields
{
    private readonly string _function;
    private readonly ImmutableSortedDictionary<string, Value> _entries;

    public MapFields(string function, ImmutableSortedDictionary<string, Value> entries, ImmutableHashSet<string> known)
    {
        (_function, _entries) = (function, entries);
        foreach (var name in entries.Keys.Where(name => !known.Contains(name)))
        {
            throw QueryFaults.InvalidArgument(
                $"{function} knows no part '{name}'.",
                Nearest.Advice(name, known, "Use the parts that it has.")
            );
        }
    }

    public bool Has(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_entries.ContainsKey(name))
                return true;
        }

        return false;
    }

    public Value? Find(string name) => _entries.GetValueOrDefault(name);

    /// <summary>A whole number within bounds, or null when it was not given.</summary>
    public int? Whole(string name, long least, long most) =>
        _entries.GetValueOrDefault(name) switch
        {
            null => null,
            Value.Integer { Number: var number } when number >= least && number <= most => (int)number,
            Value.Integer { Number: var number } => throw QueryFaults.InvalidArgument(
                $"{_function}: {name} goes from {least} to {most}, not {number}.",
                $"Give a {name} within these bounds."
            ),
            var other => throw QueryFaults.ArgumentMisfit($"{_function}: {name}", other, "a whole number"),
        };

    /// <summary>A number, exact to 28 digits; 0 when it was not given.</summary>
    public decimal Number(string name) =>
        _entries.GetValueOrDefault(name) switch
        {
            null => 0,
            Value.Integer { Number: var number } => number,
            Value.Float { Number: > -7e27 and < 7e27 and var number } => (decimal)number,
            var other => throw QueryFaults.ArgumentMisfit($"{_function}: {name}", other, "a number"),
        };

    public Zone? Zone(string name) =>
        _entries.GetValueOrDefault(name) switch
        {
            null => null,
            Value.Text { Characters: var text } => Query.Zone.Parse(text),
            var other => throw QueryFaults.ArgumentMisfit($"{_function}: {name}", other, "the name of a time zone"),
        };

    /// <summary>Refuses a part that makes no sense without a larger one.</summary>
    public void Need(string name, string larger) =>
        throw QueryFaults.InvalidArgument($"{_function}: {name} needs {larger}.", $"Give {larger} too, or a time to start from.");
}
