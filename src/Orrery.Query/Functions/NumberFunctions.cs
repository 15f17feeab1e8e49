using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Functions of numbers. Angles are in radians.</summary>
internal static class NumberFunctions
{
    public static readonly Function[] All =
    [
        Arguments.Of("abs(number)", "The number without its sign.", Abs),
        Arguments.Of("sign(number)", "-1, 0 or 1.", number => Value.Of((long)SignOf(number))),
        Float("ceil(number)", "The nearest whole number that is not smaller.", Math.Ceiling),
        Float("floor(number)", "The nearest whole number that is not larger.", Math.Floor),
        new("round", "round(number, digits?)", "The nearest number of so many decimal digits; halves go up.", 1, 2, Round),
        Float("sqrt(number)", "The square root.", Math.Sqrt),
        Float("exp(number)", "e to the power of the number.", Math.Exp),
        Float("log(number)", "The natural logarithm.", Math.Log),
        Float("log10(number)", "The logarithm to base 10.", Math.Log10),
        Float("sin(angle)", "The sine.", Math.Sin),
        Float("cos(angle)", "The cosine.", Math.Cos),
        Float("tan(angle)", "The tangent.", Math.Tan),
        Float("cot(angle)", "The cotangent.", angle => 1 / Math.Tan(angle)),
        Float("asin(number)", "The angle of a sine.", Math.Asin),
        Float("acos(number)", "The angle of a cosine.", Math.Acos),
        Float("atan(number)", "The angle of a tangent.", Math.Atan),
        Arguments.Of(
            "atan2(y, x)",
            "The angle of a point.",
            (y, x) => Value.Of(Math.Atan2(Arguments.Number(y, "atan2"), Arguments.Number(x, "atan2")))
        ),
        Float("haversin(angle)", "Half of one less the cosine.", angle => (1 - Math.Cos(angle)) / 2),
        Float("degrees(angle)", "Radians in degrees.", double.RadiansToDegrees),
        Float("radians(degrees)", "Degrees in radians.", double.DegreesToRadians),
        Arguments.Of(
            "isNaN(number)",
            "Whether it is not a number.",
            number => Truth.ToValue(double.IsNaN(Arguments.Number(number, "isNaN")))
        ),
        new("pi", "pi()", "The ratio of a circle's circumference to its diameter.", 0, 0, (_, _) => Value.Of(Math.PI)),
        new("e", "e()", "The base of natural logarithms.", 0, 0, (_, _) => Value.Of(Math.E)),
        new("rand", "rand()", "A random number from 0 up to 1.", 0, 0, (_, around) => Value.Of(around.Chance.NextDouble()))
        {
            IsSteady = false,
        },
    ];

    private static Function Float(string signature, string summary, Func<double, double> call) =>
        Arguments.Of(signature, summary, number => Value.Of(call(Arguments.Number(number, Arguments.NameOf(signature)))));

    private static Value Abs(Value number) =>
        number switch
        {
            Value.Integer { Number: long.MinValue } => throw QueryFaults.Overflow($"abs({long.MinValue})"),
            Value.Integer whole => Value.Of(Math.Abs(whole.Number)),
            Value.Money money => money with { Amount = Math.Abs(money.Amount) },
            _ => Value.Of(Math.Abs(Arguments.Number(number, "abs"))),
        };

    private static int SignOf(Value number) =>
        number switch
        {
            Value.Integer whole => Math.Sign(whole.Number),
            _ when Arguments.Number(number, "sign") is var fraction => double.IsNaN(fraction) ? 0 : Math.Sign(fraction),
            _ => 0,
        };

    private static Value Round(ReadOnlySpan<Value> given, CallSurroundings surroundings)
    {
        if (!Arguments.Known(given))
            return Value.Nothing;
        var number = Arguments.Number(given[0], "round");
        var digits = given.Length > 1 ? Arguments.Count(given[1], "round") : 0;
        if (digits == 0)
            return Value.Of(Math.Floor(number) + (number - Math.Floor(number) >= 0.5 ? 1 : 0));
        return Value.Of(
            Math.Abs(number) < 1e12 ? Math.Round(number, Math.Min(digits, 15), MidpointRounding.AwayFromZero) : number
        );
    }
}
