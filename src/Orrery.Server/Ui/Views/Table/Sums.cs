using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>Adds up amounts; those of different currencies are never added.</summary>
internal static class Sums
{
    /// <summary>The sum of each currency, in the order of their codes, then that of plain numbers; empty when there is no amount.</summary>
    public static ImmutableArray<Value> Of(IEnumerable<Value> values)
    {
        SortedDictionary<string, decimal> money = new(StringComparer.Ordinal);
        var (whole, fraction, hasWhole, hasFraction) = ((Int128)0, 0.0, false, false);
        foreach (var value in values)
        {
            switch (value)
            {
                case Value.Money { Amount: var amount, Currency: var currency }:
                    money[currency] = money.GetValueOrDefault(currency) + amount;
                    break;
                case Value.Integer { Number: var number }:
                    (whole, hasWhole) = (whole + number, true);
                    break;
                case Value.Float { Number: var number }:
                    (fraction, hasFraction) = (fraction + number, true);
                    break;
            }
        }

        return
        [
            .. money.Select(pair => new Value.Money(pair.Value, pair.Key)),
            .. hasFraction || whole > long.MaxValue || whole < long.MinValue ? [Value.Of(fraction + (double)whole)]
            : hasWhole ? [Value.Of((long)whole)]
            : (Value[])[],
        ];
    }
}
