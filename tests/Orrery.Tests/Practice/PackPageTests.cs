using Orrery.Practice;
using Orrery.Tests.House;

namespace Orrery.Tests.Practice;

/// <summary>docs/packs/NAME.md says what packs/NAME.yaml says. With ORRERY_ACCEPT=1 the pages are written anew.</summary>
public sealed class PackPageTests
{
    public static TheoryData<string> Names => [.. PackShelf.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_page_of_a_pack_is_true(string name)
    {
        var (file, page) = (Path.Combine(Checkout.Root, "docs", "packs", $"{name}.md"), PackPage.Of(name));
        if (Environment.GetEnvironmentVariable("ORRERY_ACCEPT") == "1")
            File.WriteAllText(file, page);

        Assert.Equal(page, File.Exists(file) ? File.ReadAllText(file) : "");
    }

    [Fact]
    public void No_page_is_left_of_a_pack_that_is_gone() =>
        Rule.HasNoBreaches(
            Directory
                .EnumerateFiles(Path.Combine(Checkout.Root, "docs", "packs"), "*.md")
                .Select(file => Path.GetFileNameWithoutExtension(file)!)
                .Except(PackShelf.Names)
        );
}
