using System.Diagnostics.CodeAnalysis;

namespace Orrery.Storage;

/// <summary>The name of a workspace: lower-case letters, digits and dashes, at most <see cref="Longest"/>. It names a folder and stands in addresses.</summary>
public sealed record WorkspaceName
{
    /// <summary>Longest name, in characters.</summary>
    public const int Longest = 60;

    private WorkspaceName(string text) => Text = text;

    /// <summary>The name.</summary>
    public string Text { get; }

    /// <summary>Reads a name.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out WorkspaceName? name)
    {
        name =
            text is { Length: > 0 and <= Longest } && text[0] is not '-' && text[^1] is not '-' && text.All(IsAllowed)
                ? new(text)
                : null;
        return name is not null;
    }

    /// <summary>Reads a name.</summary>
    /// <exception cref="Graph.FaultException"><c>workspace.name</c>: it is none.</exception>
    public static WorkspaceName Parse(string text) =>
        TryParse(text, out var name) ? name : throw new Graph.FaultException(Graph.Fault.WorkspaceName(text));

    /// <summary>The name.</summary>
    public override string ToString() => Text;

    private static bool IsAllowed(char c) => c is '-' or (>= 'a' and <= 'z') or (>= '0' and <= '9');
}
