using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Refusals of a text's form; what a text means is judged by its own reader.</summary>
internal static class YamlFaults
{
    public static Fault Broken(Place place, string why) =>
        new(
            FaultKind.Invalid,
            "yaml.broken",
            $"{place}: this is not readable YAML: {why}",
            "Fix the line; tabs and missing quotes are the usual cause."
        );

    public static Fault Limit(Place place, string what) =>
        new(FaultKind.Limit, "yaml.limit", $"{place}: {what}", "Split the text, or write it out plainly.");

    public static Fault UnknownKey(Place place, string path, string key, IEnumerable<string> known) =>
        new(
            FaultKind.Invalid,
            "yaml.unknown-key",
            $"{place}: {path} has no '{key}'.",
            $"Use one of {string.Join(", ", known.Order(StringComparer.Ordinal))}."
        );

    public static Fault Missing(Place place, string path, string key) =>
        new(FaultKind.Invalid, "yaml.missing", $"{place}: {path} lacks '{key}'.", $"Add a line '{key}: ...'.");

    public static Fault WrongType(Place place, string path, string found, string wanted) =>
        new(FaultKind.Invalid, "yaml.wrong-type", $"{place}: {path} is {found}.", $"Write {wanted}.");
}
