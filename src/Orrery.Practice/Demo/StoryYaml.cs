using System.Collections.Immutable;
using YamlDotNet.RepresentationModel;

namespace Orrery.Practice;

/// <summary>Reading story texts: times, and short forms of mappings.</summary>
internal static class StoryYaml
{
    extension(YamlMap map)
    {
        /// <summary>A day of the story, or null when the key is not there.</summary>
        public int? Day(string key, int scene)
        {
            if (map.Text(key) is not { } text)
                return null;
            if (StoryTime.TryRead(text, scene, out var day))
                return day;
            map.Faults.Add(StoryFaults.BadTime(map.PlaceOf(key), text));
            return null;
        }

        /// <summary>A day that must be there; 1 (tomorrow, which nobody can have written) when it is not.</summary>
        public int RequiredDay(string key)
        {
            if (!map.Has(key))
                map.Faults.Add(YamlFaults.Missing(map.Place, map.Path, key));
            return map.Day(key, 0) ?? 1;
        }

        /// <summary>A number; 0 when the key is not there.</summary>
        public double Number(string key) =>
            map.Text(key) is not { } text ? 0
            : double.TryParse(text, out var number) ? number
            : map.Wrong(key, "a number", 0.0);

        /// <summary>A mapping, a text (short for a mapping with only <paramref name="shortFor"/>), or a list of these.</summary>
        public ImmutableArray<YamlMap> Mappings(string key, string shortFor)
        {
            if (map.Node(key) is not { } node)
                return [];
            IEnumerable<YamlNode> items = node is YamlSequenceNode list ? list.Children : [node];
            return
            [
                .. items
                    .Select(item =>
                        map.MapOf(item is YamlScalarNode ? new YamlMappingNode(new YamlScalarNode(shortFor), item) : item, key)
                    )
                    .OfType<YamlMap>(),
            ];
        }

        /// <summary>The node read as a mapping, or null after noting the fault.</summary>
        public YamlMap? MapOf(YamlNode node, string key) =>
            node is YamlMappingNode mapping
                ? new YamlMap(map.Place.File, $"{map.Path}.{key}", mapping, map.Faults)
                : map.Wrong<YamlMap?>(key, "a mapping", null);
    }
}
