namespace Orrery.Tests.Query.Oracle;

/// <summary>Choices from a seed.</summary>
internal sealed class Chance(int seed)
{
    private readonly Random _random = new(seed);

    public int Next(int below) => _random.Next(below);

    public int Between(int fewest, int most) => _random.Next(fewest, most + 1);

    public bool In(int many) => _random.Next(many) == 0;

    public T Of<T>(params IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    public T[] Some<T>(int fewest, int most, Func<T> make) => [.. Enumerable.Range(0, Between(fewest, most)).Select(_ => make())];

    /// <summary>All of them in some order.</summary>
    public T[] Shuffled<T>(IEnumerable<T> items)
    {
        var shuffled = items.ToArray();
        _random.Shuffle(shuffled);
        return shuffled;
    }
}
