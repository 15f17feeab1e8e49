using System.Globalization;
using System.Text;

namespace Orrery.Tests.Practice.Adoption;

/// <summary>Versions of one pack and edits made by hand, from a seed: small, so that they often meet.</summary>
internal static class SomePacks
{
    private static readonly string[] FieldKinds = ["text", "number", "date"];

    /// <summary>A version of the pack <c>garden</c>.</summary>
    public static string Version(Random random, string version)
    {
        var text = new StringBuilder(
            $$"""
            pack: garden
            version: {{version}}
            title: Garden {{random.Next(2)}}
            description: For trying things.
            revisit: 2027-01-31
            categories:
              plants: { title: Plants {{random.Next(2)}}, description: What grows. }
            kinds:
              plant: { description: Root., category: plants, abstract: true, fields: { title: text } }

            """
        );
        var kinds = Enumerable.Range(0, 5).Where(_ => random.Next(3) > 0).ToArray();
        foreach (var kind in kinds)
            text.Append(Kind(random, kind, kinds));
        text.AppendLine("relation-types:");
        foreach (var type in Enumerable.Range(0, 3).Where(t => t == 0 || random.Next(3) > 0))
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"  r{type}: {{ inverse: back {random.Next(2)}, description: A tie., from: {Any(random, kinds)}, to: plant }}"
            );
        return text.ToString();
    }

    private static string Kind(Random random, int kind, int[] kinds)
    {
        var above = kinds.Where(k => k < kind && random.Next(4) == 0).Select(k => $"k{k}").Append("plant").First();
        var fields = Enumerable
            .Range(0, 3)
            .Where(_ => random.Next(2) > 0)
            .Select(f => $"f{f}: {{ kind: {Holds(random)}, title: F{random.Next(2)} }}");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"  k{kind}: {{ title: K{random.Next(3)}, description: Kind., is: {above}, fields: {{ {string.Join(", ", fields)} }} }}\n"
        );
    }

    private static string Holds(Random random) =>
        FieldKinds[random.Next(3)] is var kind && kind == "number" && random.Next(2) > 0
            ? $"number, max: {random.Next(3)}"
            : kind;

    private static string Any(Random random, int[] kinds) => kinds.Length == 0 ? "plant" : $"k{kinds[random.Next(kinds.Length)]}";
}
