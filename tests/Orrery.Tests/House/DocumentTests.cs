using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Orrery.Tests.House;

/// <summary>What the documents promise about the code, kept true.</summary>
public sealed partial class DocumentTests
{
    private const int TimeoutInMilliseconds = 10_000;
    private const RegexOptions Scan = RegexOptions.Multiline | RegexOptions.ExplicitCapture;

    [Fact]
    public void Every_fault_has_its_section() => Rule.HasNoBreaches(CodesInSource().Except(CodesInDocument()));

    [Fact]
    public void Every_section_of_the_faults_is_a_fault_of_ours() => Rule.HasNoBreaches(CodesInDocument().Except(CodesInSource()));

    [Fact]
    public void Every_package_has_its_reason()
    {
        var reasons = Checkout.Read("docs/decisions/0002-dependencies.md");

        Rule.HasNoBreaches(DotnetPackages().Concat(NpmPackages()).Where(name => !reasons.Contains($"`{name}`")));
    }

    [Fact]
    public void Every_link_between_documents_leads_somewhere() => Rule.HasNoBreaches(BrokenLinks());

    [Fact]
    public void Every_test_that_the_status_names_exists()
    {
        var code = Checkout.FilesWith(".cs").Below("tests").Select(file => file.Text).ToList();
        var named = TestInDocument.Matches(Checkout.Read("docs/status.md")).Select(match => match.Groups["test"].Value);

        Rule.HasNoBreaches(named.Distinct().Where(test => !code.Exists(text => text.Contains($"class {test}"))));
    }

    private static IEnumerable<string> DotnetPackages() =>
        XDocument
            .Parse(Checkout.Read("Directory.Packages.props"))
            .Descendants("PackageVersion")
            .Select(package => package.Attribute("Include")!.Value);

    private static IEnumerable<string> NpmPackages()
    {
        var manifest = JsonNode.Parse(Checkout.Read("src/Orrery.Server/Assets/package.json"))!;
        return ((string[])["dependencies", "devDependencies"])
            .SelectMany(group => manifest[group]?.AsObject() ?? [])
            .Select(package => package.Key);
    }

    private static IEnumerable<string> BrokenLinks() =>
        from document in Checkout.FilesWith(".md")
        from target in Link.Matches(document.Text).Select(match => match.Groups["target"].Value)
        let path = Path.Combine(Checkout.Root, Path.GetDirectoryName(document.Path)!, target.Split('#')[0])
        where !target.Contains("://") && !target.StartsWith('#') && !Path.Exists(path)
        select $"{document.Path} links to {target}";

    private static HashSet<string> CodesInSource() =>
        [
            .. Checkout
                .FilesWith(".cs", ".razor")
                .Below("src")
                .SelectMany(file => CodeInSource.Matches(file.Text))
                .Select(match => match.Groups["code"].Value),
            .. Checkout
                .FilesWith(".cs")
                .Below("src/Orrery.Query")
                .SelectMany(file => QueryDetail.Matches(file.Text))
                .Select(match => $"query.{Kebab.Replace(match.Groups["detail"].Value, "-").ToLowerInvariant()}"),
        ];

    private static HashSet<string> CodesInDocument() =>
        [.. CodeInDocument.Matches(Checkout.Read("docs/faults.md")).Select(match => match.Groups["code"].Value)];

    /// <summary>A code stands behind its kind: <c>FaultKind.Invalid, "pack.cycle"</c>, or in a factory named after it: <c>Invalid("pack.cycle"</c>.</summary>
    [GeneratedRegex(
        @"(FaultKind\.\w+,|\b(Invalid|NotFound|Conflict|Denied|Limit|Broken)\()\s*""(?<code>[a-z0-9\-]+(\.[a-z0-9\-]+)+)"",",
        Scan,
        TimeoutInMilliseconds
    )]
    private static partial Regex CodeInSource { get; }

    /// <summary>Queries name what is wrong as openCypher does: <c>QueryError.SyntaxError, "UndefinedVariable"</c>; the code is made of that.</summary>
    [GeneratedRegex(@"(QueryError\.\w+,|\b(Limit|Syntax)\()\s*""(?<detail>[A-Z][A-Za-z]+)"",", Scan, TimeoutInMilliseconds)]
    private static partial Regex QueryDetail { get; }

    [GeneratedRegex(@"(?<=[a-zA-Z])(?=[A-Z])", Scan, TimeoutInMilliseconds)]
    private static partial Regex Kebab { get; }

    [GeneratedRegex(@"^#+ `?(?<code>[a-z0-9\-]+(\.[a-z0-9\-]+)+)`?\s*$", Scan, TimeoutInMilliseconds)]
    private static partial Regex CodeInDocument { get; }

    [GeneratedRegex(@"`(?<test>[A-Z]\w+(Tests|Laws|Contract|Journeys|Rounds))\b", Scan, TimeoutInMilliseconds)]
    private static partial Regex TestInDocument { get; }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", Scan, TimeoutInMilliseconds)]
    private static partial Regex Link { get; }
}
