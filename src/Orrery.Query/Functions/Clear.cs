using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Personal values count as what they hold, and as nothing once their subject is erased.</summary>
internal static class Clear
{
    public static Value Of(Value value) => value is Value.Personal personal ? personal.Clear ?? Value.Nothing : value;
}
