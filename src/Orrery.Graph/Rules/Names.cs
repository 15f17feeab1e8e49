namespace Orrery.Graph;

/// <summary>What a label, a relation type or a field may be called, in open workspaces too.</summary>
internal static class Names
{
    public const int Longest = 200;

    public static Fault? Check(string name) =>
        name.Length is > 0 and <= Longest && !HasControls(name) ? null : Fault.NameMalformed(name, Longest);

    // Asked for every fact of a bulk import: spans, not a loop over char.IsControl.
    private static bool HasControls(ReadOnlySpan<char> name) =>
        name.ContainsAnyInRange('\u0000', '\u001f') || name.ContainsAnyInRange('\u007f', '\u009f');
}
