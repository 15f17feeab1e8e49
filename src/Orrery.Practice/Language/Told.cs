using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Answers of functions as values.</summary>
internal static class Told
{
    public static Value Number(double? number) => number is { } known ? Value.Of(known) : Value.Nothing;

    public static Value Whole(int? number) => number is { } known ? Value.Of((long)known) : Value.Nothing;

    public static Value Range(NumberRange range) => new Value.Interval(range.Low, range.High);

    public static Value Thing(Entity? entity) => entity is null ? Value.Nothing : new Value.Entity(entity.Id);

    public static Value Horizon(int? horizon) => horizon is { } known ? Value.Of(Horizons.All[known]) : Value.Nothing;

    public static Value Texts(IEnumerable<string> texts) => Value.Of(texts.Select(Value.Of));

    public static Value Map(params ReadOnlySpan<(string, Value)> entries) => new Value.Map(Properties.Of(entries));
}
