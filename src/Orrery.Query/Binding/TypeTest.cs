using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Relation types as a question; no names means any type.</summary>
internal sealed class TypeTest
{
    private readonly ImmutableArray<string> _names;

    public TypeTest(ImmutableArray<string> written, Vocabulary vocabulary, Ground ground)
    {
        _names = [.. written.Select(vocabulary.RelationType).Distinct()];
        var numbers = _names.Select(ground.FindType).ToImmutableArray();
        Filter = _names is [] ? TypeFilter.All : TypeFilter.Of([.. numbers.Where(number => number >= 0)]);
        Estimate = _names is []
            ? ground.RelationCount
            : numbers.Where(number => number >= 0).Sum(number => (long)ground.CountOfType(number));
    }

    private TypeTest() => (_names, Filter) = ([], TypeFilter.All);

    /// <summary>Every type.</summary>
    public static TypeTest Any { get; } = new();

    public TypeFilter Filter { get; }

    /// <summary>How many relations pass.</summary>
    public long Estimate { get; }

    public ImmutableArray<string> Names => _names;

    public bool Passes(string type) => _names is [] || _names.Contains(type);

    /// <summary>Whether no relation can pass both.</summary>
    public bool IsApartFrom(TypeTest other) =>
        _names is not [] && other._names is not [] && !_names.Intersect(other._names).Any();
}
