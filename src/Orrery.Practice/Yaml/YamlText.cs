using Orrery.Graph;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Orrery.Practice;

/// <summary>Turns text into one YAML mapping, refusing what could make it explode.</summary>
internal static class YamlText
{
    private const int LargestInCharacters = 2_000_000;
    private const int DeepestNesting = 24;

    /// <summary>The mapping at the top of the text, or null when <paramref name="faults"/> says why not.</summary>
    public static YamlMap? Read(string file, string text, List<Fault> faults)
    {
        try
        {
            if (Check(file, text) is { } fault)
            {
                faults.Add(fault);
                return null;
            }

            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
                return new YamlMap(file, file, root, faults);
            faults.Add(
                YamlFaults.WrongType(
                    new(file, 1),
                    file,
                    "not one mapping",
                    "keys and values at the left margin, one document a file"
                )
            );
        }
        catch (YamlException broken)
        {
            faults.Add(YamlFaults.Broken(new(file, (int)broken.Start.Line), broken.InnerException?.Message ?? broken.Message));
        }

        return null;
    }

    private static Fault? Check(string file, string text)
    {
        if (text.Length > LargestInCharacters)
            return YamlFaults.Limit(
                new(file, 1),
                $"the text has {text.Length:N0} characters, more than {LargestInCharacters:N0}."
            );
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (MovesOn(parser))
        {
            var place = new Place(file, (int)(parser.Current?.Start.Line ?? 1));
            if (parser.Current is AnchorAlias)
                return YamlFaults.Limit(place, "aliases (*name) are not read.");
            depth += parser.Current?.NestingIncrease ?? 0;
            if (depth > DeepestNesting)
                return YamlFaults.Limit(place, $"nested deeper than {DeepestNesting}.");
        }

        return null;
    }

    // The parser answers some broken texts as if it were broken itself.
    private static bool MovesOn(Parser parser)
    {
        try
        {
            return parser.MoveNext();
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or ArgumentException)
        {
            var last = parser.Current?.End ?? Mark.Empty;
            throw new SyntaxErrorException(last, last, "A value that begins here or right after is not written to its end.");
        }
    }
}
