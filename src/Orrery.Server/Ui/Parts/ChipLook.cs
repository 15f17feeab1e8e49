using Orrery.Practice;

namespace Orrery.Server;

/// <summary>How a chip is edged: by how fresh or how sure what it says is.</summary>
public enum ChipLook
{
    Plain,
    Fresh,
    Ageing,
    Stale,
    Inferred,
    Validated,
    Fault,
}

/// <summary>Which look says what.</summary>
public static class ChipLooks
{
    public static ChipLook Of(Freshness fresh) =>
        fresh switch
        {
            Freshness.Fresh => ChipLook.Fresh,
            Freshness.Ageing => ChipLook.Ageing,
            Freshness.Stale => ChipLook.Stale,
            _ => ChipLook.Plain,
        };

    /// <summary>The look of an assertion: declared is plain.</summary>
    public static ChipLook OfAssertion(string? assertion) =>
        assertion switch
        {
            "inferred" => ChipLook.Inferred,
            "validated" => ChipLook.Validated,
            _ => ChipLook.Plain,
        };
}
