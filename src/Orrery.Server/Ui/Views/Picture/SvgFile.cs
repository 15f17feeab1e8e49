using System.Globalization;
using System.Text;
using System.Xml;

namespace Orrery.Server;

/// <summary>A picture as a file of its own: every colour and size is in it, and nothing else is needed to show it.</summary>
internal sealed class SvgFile : IDisposable
{
    private const string Namespace = "http://www.w3.org/2000/svg";
    private const string Font = "Inter, system-ui, sans-serif";

    private readonly StringBuilder _text = new();
    private readonly XmlWriter _xml;

    public SvgFile(double width, double height, string title)
    {
        _xml = XmlWriter.Create(_text, new() { OmitXmlDeclaration = true });
        _xml.WriteStartElement("svg", Namespace);
        Write(("width", Px(width)), ("height", Px(height)), ("viewBox", $"0 0 {Px(width)} {Px(height)}"), ("font-family", Font));
        _xml.WriteElementString("title", Namespace, Clean(title));
        Draw("rect", ("width", Px(width)), ("height", Px(height)), ("fill", PictureInks.Paper));
    }

    public void Text(double x, double y, string text, string ink, double size = 12, string weight = "400", bool isEnd = false)
    {
        _xml.WriteStartElement("text", Namespace);
        Write(("x", Px(x)), ("y", Px(y)), ("fill", ink), ("font-size", Px(size)), ("font-weight", weight));
        if (isEnd)
            Write(("text-anchor", "end"));
        _xml.WriteString(Clean(text));
        _xml.WriteEndElement();
    }

    /// <summary>A text, perhaps struck through, and a word right after it: how wide letters are is known only where they are drawn.</summary>
    public void Tagged(double x, double y, (string Said, string Ink, bool IsGone) text, (string Said, string Ink)? tag)
    {
        _xml.WriteStartElement("text", Namespace);
        Write(("x", Px(x)), ("y", Px(y)), ("font-size", "12"));
        _xml.WriteStartElement("tspan", Namespace);
        Write(("fill", text.Ink));
        if (text.IsGone)
            Write(("text-decoration", "line-through"));
        _xml.WriteString(Clean(text.Said));
        _xml.WriteEndElement();
        if (tag is { } after)
        {
            _xml.WriteStartElement("tspan", Namespace);
            Write(("dx", "6"), ("fill", after.Ink), ("font-size", "11"));
            _xml.WriteString(Clean(after.Said));
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
    }

    public void Line(double x1, double y1, double x2, double y2, string ink, double width = 1) =>
        Draw(
            "line",
            ("x1", Px(x1)),
            ("y1", Px(y1)),
            ("x2", Px(x2)),
            ("y2", Px(y2)),
            ("stroke", ink),
            ("stroke-width", Px(width))
        );

    public void Rect(double x, double y, double width, double height, params ReadOnlySpan<(string, string)> more) =>
        Draw("rect", [("x", Px(x)), ("y", Px(y)), ("width", Px(width)), ("height", Px(height)), .. more]);

    public void Path(string path, params ReadOnlySpan<(string, string)> more) => Draw("path", [("d", path), .. more]);

    /// <summary>The shape of a category around a point.</summary>
    public void Body(string category, double x, double y) =>
        Draw(
            "path",
            ("d", ShapeOf(category)),
            ("transform", $"translate({Px(x)} {Px(y)})"),
            ("fill", PictureInks.Of(category)),
            ("stroke", PictureInks.Of(category))
        );

    /// <summary>What follows is drawn elsewhere, until it is left.</summary>
    public void Enter(double x, double y)
    {
        _xml.WriteStartElement("g", Namespace);
        Write(("transform", $"translate({Px(x)} {Px(y)})"));
    }

    public void Leave() => _xml.WriteEndElement();

    /// <summary>The file's text; nothing can be drawn after.</summary>
    public string Close()
    {
        _xml.WriteEndElement();
        _xml.Flush();
        return _text.ToString();
    }

    public void Dispose() => _xml.Dispose();

    /// <summary>How wide a character is, by estimate: a file brings no fonts, and what stands in for ours is wider.</summary>
    public const double Character = 6.8;

    /// <summary>The same of a heading.</summary>
    public const double BoldCharacter = 8.4;

    /// <summary>How wide a text is, by estimate.</summary>
    public static double WidthOf(string text, double character = Character) =>
        text.EnumerateRunes().Sum(rune => WidthOf(rune) * character);

    /// <summary>As much of a text as fits on so many pixels, by estimate.</summary>
    public static string Fit(string text, double pixels, double character = Character)
    {
        if (WidthOf(text, character) <= pixels)
            return text;
        var (end, room) = (0, pixels - character);
        while (end < text.Length)
        {
            var next = StringInfo.GetNextTextElementLength(text, end);
            room -= WidthOf(text.Substring(end, next), character);
            if (room < 0 && end > 0)
                break;
            end += next;
        }

        return $"{text.AsSpan(0, end).TrimEnd()}…";
    }

    /// <summary>A heading on as many lines as it takes, three at most, broken between words.</summary>
    public static IEnumerable<string> Wrap(string text, double pixels)
    {
        const int mostLines = 3;
        var room = (int)(pixels / BoldCharacter);
        var rest = text.Trim();
        for (var line = 1; rest.Length > room && line < mostLines; line++)
        {
            var end = rest.LastIndexOf(' ', room);
            if (end <= 0)
                break;
            yield return rest[..end];
            rest = rest[(end + 1)..];
        }

        yield return Fit(rest, pixels, BoldCharacter);
    }

    // In parts of the mean, as the letters that stand in for ours are cut.
    private static double WidthOf(Rune rune) =>
        rune.Value switch
        {
            'i' or 'j' or 'l' or 'I' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' => .5,
            ' ' or 't' or 'f' or 'r' or '(' or ')' or '-' or '/' => .68,
            'm' or 'w' or 'M' or 'W' or '@' or '%' => 1.65,
            >= 'A' and <= 'Z' => 1.22,
            >= 0x1100 and not (>= 0x2000 and < 0x2E80) => 1.8,
            _ => 1.08,
        };

    private static string ShapeOf(string category) =>
        category switch
        {
            "context" => "M4 0A4 4 0 1 1-4 0 4 4 0 1 1 4 0Z",
            "intent" => "M0-4.6 4.6 0 0 4.6-4.6 0Z",
            "collaboration" => "M4.5 0 2.25 3.9h-4.5L-4.5 0l2.25-3.9h4.5Z",
            "investment" => "M-3.7-3.7h7.4v7.4h-7.4Z",
            _ => "M0-4.6 4.4 3.2h-8.8Z",
        };

    private void Draw(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        _xml.WriteStartElement(name, Namespace);
        Write(attributes);
        _xml.WriteEndElement();
    }

    private void Write(params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        foreach (var (name, value) in attributes)
            _xml.WriteAttributeString(name, value);
    }

    // A title may hold what XML cannot say.
    private static string Clean(string text) =>
        string.Concat(
            text.EnumerateRunes()
                .Where(rune => rune.Value >= 0x20 && rune.Value is not (0xFFFE or 0xFFFF))
                .Select(rune => rune.ToString())
        );

    private static string Px(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
