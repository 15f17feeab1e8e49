namespace Orrery.Graph;

/// <summary>Carries a <see cref="Fault"/> through code that cannot return one. Skins show its fault; it is never a bug by itself.</summary>
public sealed class FaultException(Fault fault) : Exception(fault.ToString())
{
    /// <summary>The refusal.</summary>
    public Fault Fault { get; } = fault;
}
