using Orrery.Graph;

namespace Orrery.Engine;

/// <summary>What a workspace may be called: a name that is also a folder and a part of an address.</summary>
internal static class WorkspaceName
{
    private const int Longest = 60;

    public static bool IsSound(string name) =>
        name.Length is > 0 and <= Longest
        && name[0] != '-'
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    public static void Require(string name)
    {
        if (!IsSound(name))
            throw new FaultException(EngineFaults.MalformedWorkspaceName(name));
    }
}
