namespace Orrery.Tests.House;

/// <summary>A rule of the house, which fails with the whole list of what breaks it.</summary>
internal static class Rule
{
    public static void HasNoBreaches(IEnumerable<string> breaches)
    {
        var list = string.Join('\n', breaches);
        Assert.True(list.Length == 0, list);
    }
}
