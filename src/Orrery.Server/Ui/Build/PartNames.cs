using Orrery.Query;

namespace Orrery.Server;

/// <summary>What the parts of a built question are called in addresses and forms.</summary>
internal static class PartNames
{
    /// <summary>The most links in a form.</summary>
    public const int MostSteps = 9;

    /// <summary>The most conditions of one sort of things in a form.</summary>
    public const int MostConditions = 6;

    /// <summary>The most groups, or columns beside the things.</summary>
    public const int MostDetails = 2;

    /// <summary>Sorted by the figure.</summary>
    public const string ByFigure = "figure";

    /// <summary>Of whatever kind.</summary>
    public const string AnyKind = "any";

    public static string Kind(int thing) => $"t{thing}.kind";

    public static string From(int thing) => $"t{thing}.from";

    public static string Way(int thing) => $"t{thing}.way";

    public static string None(int thing) => $"t{thing}.none";

    public static string Far(int thing) => $"t{thing}.far";

    public static string Field(int thing, int condition) => $"t{thing}.c{condition}";

    public static string How(int thing, int condition) => $"t{thing}.c{condition}.is";

    public static string Value(int thing, int condition) => $"t{thing}.c{condition}.value";

    public static string By(int index) => $"by{index}";

    public static string Beside(int index) => $"beside{index}";

    public static string Key(Way way) => $"{way.Type}.{way.Toward.ToString().ToLowerInvariant()}";

    public static string Key(FieldPath path) =>
        path.Part == FieldPart.Whole ? path.Field : $"{path.Field}.{path.Part.ToString().ToLowerInvariant()}";

    public static string Key(Detail detail) => detail is Detail.Field field ? $"{field.Of}.{Key(field.Path)}" : $"{detail.Of}";
}
