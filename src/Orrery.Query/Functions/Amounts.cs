using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Arithmetic on money, exact to 28 digits.</summary>
internal static class Amounts
{
    public static Value Of(Value.Money like, Func<decimal> amount)
    {
        try
        {
            return like with { Amount = amount() };
        }
        catch (OverflowException)
        {
            throw QueryFaults.OutOfRange("That is more money than can be counted.", "Keep amounts below 79 octillions.");
        }
    }

    /// <summary>A number as a factor of exact amounts; throws <see cref="OverflowException"/> where there is none.</summary>
    public static decimal Factor(Value number) =>
        number switch
        {
            Value.Integer whole => whole.Number,
            Value.Float fraction => (decimal)fraction.Number,
            _ => throw QueryFaults.ArgumentMisfit("A factor", number, "a number"),
        };

    public static Value Share(Value.Money part, Value.Money whole) => Value.Of((double)part.Amount / (double)whole.Amount);
}
