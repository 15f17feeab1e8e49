using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>Sums, one for each currency and one for plain numbers: unlike amounts are never added up.</summary>
/// <param name="ByUnit">By currency; plain numbers under an empty one.</param>
public sealed record Amounts(ImmutableSortedDictionary<string, decimal> ByUnit)
{
    public static readonly Amounts None = new(
        ImmutableSortedDictionary<string, decimal>.Empty.WithComparers(StringComparer.Ordinal)
    );

    public bool IsEmpty => ByUnit.IsEmpty;

    /// <summary>These and one more; a value that is no amount changes nothing.</summary>
    public Amounts With(Value value) =>
        value switch
        {
            Value.Integer whole => Add("", whole.Number),
            Value.Float number when Math.Abs(number.Number) < (double)decimal.MaxValue => Add("", (decimal)number.Number),
            Value.Money money => Add(money.Currency, money.Amount),
            _ => this,
        };

    /// <summary>Each sum as a value.</summary>
    public IEnumerable<Value> Values =>
        ByUnit.Select(sum => sum.Key.Length == 0 ? Value.Of((double)sum.Value) : new Value.Money(sum.Value, sum.Key));

    private Amounts Add(string unit, decimal amount)
    {
        try
        {
            return new(ByUnit.SetItem(unit, ByUnit.GetValueOrDefault(unit) + amount));
        }
        catch (OverflowException)
        {
            // Beyond 28 digits no sum is worth reading.
            return this;
        }
    }
}
