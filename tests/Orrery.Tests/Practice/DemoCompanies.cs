namespace Orrery.Tests.Practice;

/// <summary>The demo companies beside Harbor Mutual, each played once.</summary>
internal static class DemoCompanies
{
    public static readonly Lazy<PlayedStory> Skein = new(() => PlayedStory.Shelved("skein"));

    public static readonly Lazy<PlayedStory> TenTables = new(() => PlayedStory.Shelved("ten-tables"));

    public static PlayedStory Of(string name) =>
        name switch
        {
            "skein" => Skein.Value,
            "ten-tables" => TenTables.Value,
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such company."),
        };
}
