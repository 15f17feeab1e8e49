using Orrery.Graph;

namespace Orrery.Query;

/// <summary>What values refuse.</summary>
internal static partial class QueryFaults
{
    public static QueryException OperatorMisfit(string sign, Value left, Value right) =>
        Run(
            QueryError.TypeError,
            "InvalidArgumentType",
            $"{Capital(TypeNames.WithValue(left))} {sign} {TypeNames.WithValue(right)} has no meaning.",
            $"Give {sign} values that go together, or convert one first: toString(), toInteger(), toFloat(), duration()."
        );

    /// <summary>What a function or procedure of another room says no to, in its own words.</summary>
    public static QueryException Refused(Fault fault) =>
        new(new(QueryError.ArgumentError, QueryPhase.Runtime, "Refused", null, fault));

    public static QueryException ArgumentMisfit(string function, Value given, string expected) =>
        Run(
            QueryError.TypeError,
            "InvalidArgumentType",
            $"{function} takes {expected}, not {TypeNames.WithValue(given)}.",
            $"Give {function} {expected}."
        );

    public static QueryException NoPart(string key, Value given) =>
        Run(
            QueryError.TypeError,
            "InvalidArgumentType",
            $"{Capital(TypeNames.WithValue(given))} has no part called '{key}'.",
            "Times have year, month, day, hour, minute and second, as far as they go; durations days, hours and so on; money amount and currency; periods start and end; intervals low and high."
        );

    public static QueryException RangeMisfit(Value given) =>
        Run(
            QueryError.ArgumentError,
            "InvalidArgumentType",
            $"range() takes whole numbers, not {TypeNames.WithValue(given)}.",
            "Convert it with toInteger()."
        );

    public static QueryException NotConvertible(string function, Value given) =>
        Run(
            QueryError.TypeError,
            "InvalidArgumentValue",
            $"{function} cannot convert {TypeNames.WithValue(given)}.",
            $"Convert what is inside it, or use {function.TrimEnd('(', ')')}OrNull(), which answers null."
        );

    public static QueryException Unreadable(string type, string text, string example) =>
        Run(
            QueryError.ArgumentError,
            "InvalidArgumentValue",
            $"'{ValueText.Of(Value.Of(text))}' is no {type}.",
            $"Write it as ISO 8601 does, e.g. {example}."
        );

    public static QueryException InvalidArgument(string message, string remedy) =>
        Run(QueryError.ArgumentError, "InvalidArgumentValue", message, remedy);

    public static QueryException OutOfRange(string message, string remedy) =>
        Run(QueryError.ArgumentError, "NumberOutOfRange", message, remedy);

    public static QueryException Negative(string function, long given) =>
        Run(
            QueryError.ArgumentError,
            "NegativeIntegerArgument",
            $"{function} takes no negative number: {given}.",
            "Count from 0."
        );

    public static QueryException Overflow(string what) =>
        Run(
            QueryError.ArithmeticError,
            "IntegerOverflow",
            $"{what} does not fit into a whole number of 64 bits.",
            "Calculate with floats: write 1.0 for 1, or use toFloat()."
        );

    public static QueryException DivisionByZero(Value left) =>
        Run(
            QueryError.ArithmeticError,
            "DivisionByZero",
            $"{ValueText.Of(left)} cannot be divided by zero.",
            "Leave zeros out first: WHERE divisor <> 0."
        );

    public static QueryException MapByNonString(Value key) =>
        Run(
            QueryError.TypeError,
            "MapElementAccessByNonString",
            $"The entries of a map are found by text, not by {TypeNames.WithValue(key)}.",
            "Convert the key with toString()."
        );

    public static QueryException ListByNonInteger(Value index) =>
        Run(
            QueryError.TypeError,
            "ListElementAccessByNonInteger",
            $"The items of a list are found by a whole number, not by {TypeNames.WithValue(index)}.",
            "Convert the index with toInteger(); the first item is at 0."
        );

    public static QueryException PatternMalformed(string pattern, string reason) =>
        Run(
            QueryError.ArgumentError,
            "InvalidRegularExpression",
            $"'{ValueText.Of(Value.Of(pattern))}' is no regular expression that can be matched in bounded time: {reason}",
            "Back references and looking around are left out; put several conditions together with AND instead."
        );

    public static QueryException ListTooLong(int most) =>
        Run(
            QueryError.LimitReached,
            "ValueTooLarge",
            $"A list would have more than {Number(most)} items.",
            "Keep rows instead: UNWIND lists and ranges, and count(), group or LIMIT what comes of them."
        );

    public static QueryException ValueTooDeep(int most) =>
        Run(
            QueryError.LimitReached,
            "ValueTooDeep",
            $"More than {most} lists and maps would lie in one another.",
            "Put values beside one another instead: list + value, or one row for each."
        );

    public static QueryException ValueTooLarge(string what) =>
        Run(QueryError.LimitReached, "ValueTooLarge", $"{what} is too large for one value.", "Ask for less of it at a time.");
}
