using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Orrery.Server;

namespace Orrery.Tests.House;

/// <summary>What holds for every part of the screen and for whoever uses one.</summary>
public sealed partial class PartTests
{
    private const int TimeoutInMilliseconds = 10_000;
    private const RegexOptions Scan = RegexOptions.ExplicitCapture;
    private const string Ui = "src/Orrery.Server/Ui";

    private static IEnumerable<SourceFile> Markup => Checkout.FilesWith(".razor").Below(Ui);

    [Fact]
    public void Markup_holds_no_style_and_no_script() =>
        Rule.HasNoBreaches(Markup.SelectMany(file => file.Places(AgainstThePolicy)));

    [Fact]
    public void Every_part_stands_in_the_gallery()
    {
        var shown = string.Concat(Markup.Below($"{Ui}/Gallery").Select(file => file.Text));

        Rule.HasNoBreaches(
            Markup
                .Below($"{Ui}/Parts")
                .Select(file => Path.GetFileNameWithoutExtension(file.Path))
                .Where(part => !Regex.IsMatch(shown, $@"<{part}[\s/>]", RegexOptions.None, TimeSpan.FromSeconds(1)))
                .Select(part => $"{part} is not in the gallery")
        );
    }

    [Fact]
    public void Icons_are_the_ones_that_are_drawn() =>
        Assert.Equal(
            IconNames.All,
            Symbol
                .Matches(Checkout.Read("src/Orrery.Server/Assets/static/icons.svg"))
                .Select(symbol => symbol.Groups["name"].Value)
        );

    [Fact]
    public void Whoever_names_an_icon_names_one_that_is_drawn() =>
        Rule.HasNoBreaches(
            from file in Markup.Concat(Checkout.FilesWith(".ts"))
            from named in NamedIcon.Matches(file.Text)
            let name = named.Groups["name"].Value
            where !IconNames.All.Contains(name, StringComparer.Ordinal)
            select $"{file.Path} names {name}"
        );

    // What Razor compiles without a word fails only when the page is asked for.
    [Fact]
    public void What_a_component_is_given_is_one_of_its_parameters() =>
        Rule.HasNoBreaches(
            from file in Markup
            from used in Used.Matches(file.Text)
            let component = Components.GetValueOrDefault(used.Groups["component"].Value)
            where component is not null
            from given in Given.Matches(Quoted.Replace(used.Groups["given"].Value, "\"\""))
            let name = given.Groups["name"].Value
            where component.GetProperty(name)?.GetCustomAttribute<ParameterAttribute>() is null
            select $"{file.Path}: {component.Name} has no parameter {name}"
        );

    private static Dictionary<string, Type> Components { get; } =
        typeof(OrreryServer)
            .Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(IComponent)))
            .ToDictionary(type => type.Name, StringComparer.Ordinal);

    [GeneratedRegex(
        """\sstyle\s*=\s*"|<script(?![^>]*\ssrc=)|<style|\son[a-z]+\s*=\s*"|javascript:""",
        Scan,
        TimeoutInMilliseconds
    )]
    private static partial Regex AgainstThePolicy { get; }

    [GeneratedRegex("""<symbol id="(?<name>[\w\-]+)" viewBox="0 0 16 16">""", Scan, TimeoutInMilliseconds)]
    private static partial Regex Symbol { get; }

    [GeneratedRegex(
        """(<Icon\s+Name="|\sIcon="|\bicon\(")(?<name>[\w\-]+)"|icons\.svg#(?<name>[\w\-]+)""",
        Scan,
        TimeoutInMilliseconds
    )]
    private static partial Regex NamedIcon { get; }

    /// <summary>A component's tag; attributes hold quotes within parentheses, so the end is the first bracket outside of them.</summary>
    [GeneratedRegex(
        """<(?<component>[A-Z]\w+)(?<given>(\s+[\w\-@:]+(="(@\((?>[^()]+|\((?<deep>)|\)(?<-deep>))*\)|[^"])*")?)*)\s*/?>""",
        Scan,
        TimeoutInMilliseconds
    )]
    private static partial Regex Used { get; }

    [GeneratedRegex(
        """ "(@\((?>[^()]+|\((?<deep>)|\)(?<-deep>))*\)|[^"])*" """,
        Scan | RegexOptions.IgnorePatternWhitespace,
        TimeoutInMilliseconds
    )]
    private static partial Regex Quoted { get; }

    [GeneratedRegex("""(?<=\s)(?<name>[A-Z]\w*)(?==|\s|$)""", Scan, TimeoutInMilliseconds)]
    private static partial Regex Given { get; }
}
