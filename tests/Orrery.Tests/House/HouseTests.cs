using System.Text.RegularExpressions;

namespace Orrery.Tests.House;

/// <summary>The rules of CONTRIBUTING.md that a machine can hold.</summary>
public sealed partial class HouseTests
{
    private const int LongestFile = 400;
    private const int TimeoutInMilliseconds = 10_000;
    private const RegexOptions Scan = RegexOptions.Multiline | RegexOptions.ExplicitCapture;

    /// <summary>Closed hierarchies that read best as one file, each with its reason.</summary>
    private static readonly Dictionary<string, string> Excused = new(StringComparer.Ordinal);

    [Fact]
    public void No_file_is_longer_than_400_lines() =>
        Rule.HasNoBreaches(
            Checkout
                .Code.Where(file => file.LineCount > LongestFile && !Excused.ContainsKey(file.Path))
                .Select(file => $"{file.Path} has {file.LineCount} lines: split it by what it does")
        );

    [Fact]
    public void An_excuse_names_a_file_that_needs_it() =>
        Rule.HasNoBreaches(
            Excused.Keys.Where(path =>
                Checkout.Code.SingleOrDefault(file => file.Path == path) is not { LineCount: > LongestFile }
            )
        );

    [Fact]
    public void A_type_is_named_after_what_it_does_or_holds() => AssertNowhere(BannedEnding, Checkout.Code);

    [Fact]
    public void Tests_wait_for_something_and_never_for_some_time() => AssertNowhere(Sleep, Checkout.Code.Below("tests"));

    [Fact]
    public void What_is_left_to_do_is_an_issue_and_not_a_comment() => AssertNowhere(LeftToDo, Checkout.Code);

    [Fact]
    public void No_file_knows_the_machine_it_was_written_on() => AssertNowhere(MachinePath, Checkout.Files);

    [Fact]
    public void No_file_names_a_package_registry() => AssertNowhere(RegistryHost, Checkout.Files);

    private static void AssertNowhere(Regex pattern, IEnumerable<SourceFile> files) =>
        Rule.HasNoBreaches(files.SelectMany(file => file.Places(pattern)));

    [GeneratedRegex(
        @"\b(class|record|struct|interface|enum)\s+(class\s+|struct\s+)?\w*(Manager|Helpers?|Utils?|Service|Processor|Handler|Info|Data|Base|Impl)\b(?!\s+\w)",
        Scan,
        TimeoutInMilliseconds
    )]
    private static partial Regex BannedEnding { get; }

    [GeneratedRegex(@"Thread\.Sleep|Task\.Delay\(|setTimeout\(|WaitFor[T]imeout", Scan, TimeoutInMilliseconds)]
    private static partial Regex Sleep { get; }

    [GeneratedRegex(@"\bTO[D]O\b|FIX[M]E|NotImplemented[E]xception", Scan, TimeoutInMilliseconds)]
    private static partial Regex LeftToDo { get; }

    [GeneratedRegex(@"(?<![\w.~\-}])/(work|root|home)/\w+", Scan, TimeoutInMilliseconds)]
    private static partial Regex MachinePath { get; }

    [GeneratedRegex(
        @"https?://[\w.\-]*(registry|npmjs|nuget|artifactory|pkgs)[\w.\-]*|^\s*registry\s*=",
        Scan,
        TimeoutInMilliseconds
    )]
    private static partial Regex RegistryHost { get; }
}
