namespace Orrery.Server;

/// <summary>The tokens of the light theme (Assets/styles/tokens.css) as colours that any program understands, for pictures that leave the page.</summary>
internal static class PictureInks
{
    public const string Paper = "#fbfaf7";
    public const string Sunk = "#f5f4ef";
    public const string Ink = "#1b1f29";
    public const string Ink2 = "#4b505a";
    public const string Ink3 = "#626670";
    public const string Line = "#dbdee3";
    public const string SoftLine = "#e8eaee";
    public const string Accent = "#335aa6";
    public const string Ask = "#0d6565";
    public const string Past = "#e7bc81";

    /// <summary>The hue of a category.</summary>
    public static string Of(string category) =>
        category switch
        {
            "context" => "#1a7c9f",
            "intent" => "#b77610",
            "collaboration" => "#7f53ac",
            "investment" => "#2d8152",
            _ => "#b34f60",
        };
}
