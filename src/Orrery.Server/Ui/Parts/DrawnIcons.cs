using System.Collections.Frozen;

namespace Orrery.Server;

/// <summary>The icons that stand beside words, written once: a board shows a hundred of them.</summary>
internal static class DrawnIcons
{
    private static readonly FrozenDictionary<string, MarkupString> Drawn = IconNames.All.ToFrozenDictionary(
        name => name,
        name => new MarkupString($"<svg class=\"icon\" aria-hidden=\"true\"><use href=\"{Sprite.Icon(name)}\"></use></svg>")
    );

    public static MarkupString Of(string name) => Drawn[name];
}
