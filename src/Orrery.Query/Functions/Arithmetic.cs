using Orrery.Graph;

namespace Orrery.Query;

/// <summary>The operators + - * / % ^ on values. Null gives null; what does not go together is a fault.</summary>
internal static class Arithmetic
{
    public static Value Add(Value left, Value right) =>
        (left, right) switch
        {
            (Value.Integer a, Value.Integer b) => Value.Of(Whole(a.Number, b.Number, '+')),
            (Value.Personal, _) or (_, Value.Personal) => Add(Clear.Of(left), Clear.Of(right)),
            (Value.Null, _) or (_, Value.Null) => Value.Nothing,
            (Value.List a, Value.List b) => Lists.Joined(a.Items, b.Items),
            (Value.List a, _) => Lists.Joined(a.Items, [right]),
            (_, Value.List b) => Lists.Joined([left], b.Items),
            (Value.Text a, Value.Text b) => Texts.Joined(a.Characters, b.Characters),
            (Value.Text a, Value.Integer or Value.Float) => Texts.Joined(a.Characters, CypherText.Of(right)),
            (Value.Integer or Value.Float, Value.Text b) => Texts.Joined(CypherText.Of(left), b.Characters),
            _ when Float(left, right) is var (a, b) => Value.Of(a + b),
            (Value.Money a, Value.Money b) when a.Currency == b.Currency => Amounts.Of(a, () => a.Amount + b.Amount),
            (Value.Duration a, Value.Duration b) => Durations.Sum(a, b),
            (_, Value.Duration b) when Moving.Of(left, b) is { } moved => moved,
            (Value.Duration a, _) when Moving.Of(right, a) is { } moved => moved,
            _ => throw QueryFaults.OperatorMisfit("+", left, right),
        };

    public static Value Subtract(Value left, Value right) =>
        (left, right) switch
        {
            (Value.Integer a, Value.Integer b) => Value.Of(Whole(a.Number, b.Number, '-')),
            (Value.Personal, _) or (_, Value.Personal) => Subtract(Clear.Of(left), Clear.Of(right)),
            (Value.Null, _) or (_, Value.Null) => Value.Nothing,
            _ when Float(left, right) is var (a, b) => Value.Of(a - b),
            (Value.Money a, Value.Money b) when a.Currency == b.Currency => Amounts.Of(a, () => a.Amount - b.Amount),
            (Value.Duration a, Value.Duration b) => Durations.Sum(a, Durations.Negated(b)),
            (_, Value.Duration b) when Moving.Of(left, Durations.Negated(b)) is { } moved => moved,
            _ => throw QueryFaults.OperatorMisfit("-", left, right),
        };

    public static Value Multiply(Value left, Value right) =>
        (left, right) switch
        {
            (Value.Integer a, Value.Integer b) => Value.Of(Whole(a.Number, b.Number, '*')),
            (Value.Personal, _) or (_, Value.Personal) => Multiply(Clear.Of(left), Clear.Of(right)),
            (Value.Null, _) or (_, Value.Null) => Value.Nothing,
            _ when Float(left, right) is var (a, b) => Value.Of(a * b),
            (Value.Money a, Value.Integer or Value.Float) => Amounts.Of(a, () => a.Amount * Amounts.Factor(right)),
            (Value.Integer or Value.Float, Value.Money) => Multiply(right, left),
            (Value.Duration a, Value.Integer or Value.Float) => Durations.Times(a, right),
            (Value.Integer or Value.Float, Value.Duration b) => Durations.Times(b, left),
            _ => throw QueryFaults.OperatorMisfit("*", left, right),
        };

    public static Value Divide(Value left, Value right) =>
        (left, right) switch
        {
            (Value.Integer a, Value.Integer b) => Value.Of(Whole(a.Number, b.Number, '/')),
            (Value.Personal, _) or (_, Value.Personal) => Divide(Clear.Of(left), Clear.Of(right)),
            (Value.Null, _) or (_, Value.Null) => Value.Nothing,
            _ when Float(left, right) is var (a, b) => Value.Of(a / b),
            (Value.Money or Value.Duration, Value.Integer { Number: 0 } or Value.Float { Number: 0 }) =>
                throw QueryFaults.DivisionByZero(left),
            (Value.Money a, Value.Integer or Value.Float) => Amounts.Of(a, () => a.Amount / Amounts.Factor(right)),
            (Value.Duration a, Value.Integer or Value.Float) => Durations.DividedBy(a, right),
            (Value.Money a, Value.Money { Amount: not 0 } b) when a.Currency == b.Currency => Amounts.Share(a, b),
            _ => throw QueryFaults.OperatorMisfit("/", left, right),
        };

    public static Value Modulo(Value left, Value right) =>
        (left, right) switch
        {
            (Value.Integer a, Value.Integer b) => Value.Of(Whole(a.Number, b.Number, '%')),
            (Value.Personal, _) or (_, Value.Personal) => Modulo(Clear.Of(left), Clear.Of(right)),
            (Value.Null, _) or (_, Value.Null) => Value.Nothing,
            _ when Float(left, right) is var (a, b) => Value.Of(a % b),
            _ => throw QueryFaults.OperatorMisfit("%", left, right),
        };

    public static Value Power(Value left, Value right) =>
        (Clear.Of(left), Clear.Of(right)) switch
        {
            (Value.Null, _) or (_, Value.Null) => Value.Nothing,
            var (a, b) when Float(a, b) is var (x, y) => Value.Of(Math.Pow(x, y)),
            _ => throw QueryFaults.OperatorMisfit("^", left, right),
        };

    public static Value Negate(Value value) =>
        Clear.Of(value) switch
        {
            Value.Null => Value.Nothing,
            Value.Integer { Number: long.MinValue } => throw QueryFaults.Overflow($"-({long.MinValue})"),
            Value.Integer number => Value.Of(-number.Number),
            Value.Float number => Value.Of(-number.Number),
            Value.Duration length => Durations.Negated(length),
            Value.Money money => money with { Amount = -money.Amount },
            var other => throw QueryFaults.ArgumentMisfit("-", other, "a number, a duration or an amount of money"),
        };

    public static Value Plus(Value value) =>
        Clear.Of(value) switch
        {
            Value.Null or Value.Integer or Value.Float or Value.Duration or Value.Money => value,
            var other => throw QueryFaults.ArgumentMisfit("+", other, "a number, a duration or an amount of money"),
        };

    /// <summary>Whole numbers: division goes towards zero.</summary>
    /// <exception cref="QueryException">Divided by zero, or the answer has more than 64 bits.</exception>
    public static long Whole(long left, long right, char sign)
    {
        if (right == 0 && sign is '/' or '%')
            throw QueryFaults.DivisionByZero(Value.Of(left));
        try
        {
            return sign switch
            {
                '+' => checked(left + right),
                '-' => checked(left - right),
                '*' => checked(left * right),
                '/' => left / right,
                _ => right == -1 ? 0 : left % right,
            };
        }
        catch (OverflowException)
        {
            throw QueryFaults.Overflow($"{left} {sign} {right}");
        }
    }

    private static (double Left, double Right)? Float(Value left, Value right) =>
        Number(left) is { } a && Number(right) is { } b ? (a, b) : null;

    private static double? Number(Value value) =>
        value switch
        {
            Value.Float number => number.Number,
            Value.Integer number => number.Number,
            _ => null,
        };
}
