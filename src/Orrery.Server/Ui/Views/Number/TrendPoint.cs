using NodaTime;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>A figure on a day.</summary>
/// <param name="Day">Which.</param>
/// <param name="Amount">The figure; nothing where there was none.</param>
/// <param name="IsSeen">Whether it is the day that is looked at.</param>
public sealed record TrendPoint(LocalDate Day, Value Amount, bool IsSeen)
{
    /// <summary>As a number to draw; null when there is none.</summary>
    public double? Height => HeightOf(Amount);

    public static double? HeightOf(Value amount) =>
        amount switch
        {
            Value.Integer whole => whole.Number,
            Value.Float number when double.IsFinite(number.Number) => number.Number,
            Value.Money money => (double)money.Amount,
            _ => null,
        };
}
