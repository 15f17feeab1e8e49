using System.Reflection;

namespace Orrery.Tests.House;

/// <summary>The arrows of docs/architecture.md. Change both together, with a decision record.</summary>
public sealed class FlowTests
{
    private const string Web = "Microsoft.AspNetCore";
    private const string Hosting = "Microsoft.Extensions";

    private static readonly string FrameworkFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    [Theory]
    [InlineData("Graph", "", "NodaTime")]
    [InlineData("Query", "Graph", "NodaTime")]
    [InlineData("Practice", "Graph Query", "NodaTime YamlDotNet")]
    [InlineData("Storage", "Graph", "NodaTime Microsoft.Data.Sqlite SQLitePCLRaw")]
    [InlineData("Import", "Graph Query", "NodaTime YamlDotNet CsvHelper")]
    [InlineData("Engine", "Graph Query Practice Storage Import", "NodaTime")]
    [InlineData(
        "Server",
        "Graph Query Practice Storage Import Engine",
        "NodaTime Markdig Microsoft.Net.Http " + Web + " " + Hosting
    )]
    [InlineData(
        "Cli",
        "Graph Query Practice Storage Import Engine Server",
        "NodaTime System.CommandLine Spectre.Console " + Web + " " + Hosting
    )]
    public void A_room_uses_only_the_rooms_and_packages_it_may(string room, string rooms, string packages)
    {
        var mayUse = rooms.Split(' ').Select(other => $"Orrery.{other}").ToHashSet(StringComparer.Ordinal);
        var mayImport = packages.Split(' ');

        var strangers = ReferencesOf(room)
            .Where(name => !mayUse.Contains(name))
            .Where(name => !mayImport.Any(package => name == package || name.StartsWith(package + ".", StringComparison.Ordinal)))
            .Where(name => !IsFramework(name));

        Rule.HasNoBreaches(strangers);
    }

    [Fact]
    public void There_are_eight_rooms_and_no_other_project()
    {
        var rooms = Directory.GetDirectories(Path.Combine(Checkout.Root, "src")).Select(Path.GetFileName);
        string[] eight = ["Graph", "Query", "Practice", "Storage", "Import", "Engine", "Server", "Cli"];

        Assert.Equal(eight.Select(room => $"Orrery.{room}").Order(), rooms.Order());
    }

    [Fact]
    public void Folders_are_subjects_and_not_types()
    {
        string[] types =
        [
            "Models",
            "Interfaces",
            "Enums",
            "Common",
            "Core",
            "Shared",
            "Helpers",
            "Utils",
            "Abstractions",
            "Contracts",
        ];

        var offenders = Checkout
            .Files.Where(file => file.Path.Split('/').SkipLast(1).Any(types.Contains))
            .Select(file => file.Path);

        Rule.HasNoBreaches(offenders);
    }

    private static IEnumerable<string> ReferencesOf(string room) =>
        Assembly.Load(room == "Cli" ? "orrery" : $"Orrery.{room}").GetReferencedAssemblies().Select(reference => reference.Name!);

    private static bool IsFramework(string name) => File.Exists(Path.Combine(FrameworkFolder, name + ".dll"));
}
