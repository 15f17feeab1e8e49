using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Orrery.Practice;

/// <summary>A YAML mapping that is being written; what is empty is left out.</summary>
internal sealed class YamlNotes
{
    private readonly YamlMappingNode _map = [];

    public YamlNotes With(string key, string? text) => With(key, text is null ? null : Scalar(text));

    public YamlNotes With(string key, bool flag) => With(key, flag ? new YamlScalarNode("true") : null);

    public YamlNotes With(string key, ImmutableArray<string> texts) =>
        With(
            key,
            texts.IsEmpty
                ? null
                : new YamlSequenceNode(texts.Select(Scalar)) { Style = YamlDotNet.Core.Events.SequenceStyle.Flow }
        );

    public YamlNotes With(string key, YamlNode? node)
    {
        if (node is not null)
            _map.Add(Scalar(key), node);
        return this;
    }

    /// <summary>Everything of another mapping that is not here yet, as it was written.</summary>
    public YamlNotes AndAll(YamlMappingNode? other)
    {
        if (other is null)
            return this;
        foreach (var (key, node) in other.Children)
        {
            if (!_map.Children.ContainsKey(key))
                _map.Add(key, node);
        }

        return this;
    }

    public YamlNotes Each<T>(string key, IEnumerable<T> all, Func<T, string> name, Func<T, YamlNotes> write)
    {
        var section = new YamlNotes();
        foreach (var one in all)
            section.With(name(one), write(one)._map);
        return With(key, section.ToNode());
    }

    /// <summary>The mapping, or null where nothing is in it.</summary>
    public YamlMappingNode? ToNode() => _map.Children.Count == 0 ? null : _map;

    public string ToText()
    {
        using var text = new StringWriter { NewLine = "\n" };
        new YamlStream(new YamlDocument(_map)).Save(text, assignAnchors: false);
        const string documentEnd = "...\n";
        var written = text.ToString();
        return written.EndsWith(documentEnd, StringComparison.Ordinal) ? written[..^documentEnd.Length] : written;
    }

    // Several lines as they stand; what would read as something else than a text, in quotes.
    private static YamlScalarNode Scalar(string text) =>
        new(text)
        {
            Style =
                text.Contains('\n', StringComparison.Ordinal) ? ScalarStyle.Literal
                : IsPlain(text) ? ScalarStyle.Any
                : ScalarStyle.DoubleQuoted,
        };

    private static bool IsPlain(string text) =>
        text.Length > 0
        && char.IsAsciiLetter(text[0])
        && text.All(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_' or '.' or ',' or '(' or ')' or '/')
        && text is not ("true" or "false" or "null" or "yes" or "no" or "on" or "off" or "y" or "n");
}
