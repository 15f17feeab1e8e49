namespace Orrery.Graph;

/// <summary>What a label, a relation type or a field may be called, in open workspaces too.</summary>
internal static class Names
{
    public const int Longest = 200;

    public static Fault? Check(string name) =>
        name.Length is > 0 and <= Longest && !name.Any(char.IsControl) ? null : Fault.NameMalformed(name, Longest);
}
