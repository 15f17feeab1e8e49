using Orrery.Graph;

namespace Orrery.Server;

/// <summary>A refusal, in the frame of the workspace it happened in.</summary>
public sealed record FaultView(Visit? Visit, Fault Fault)
{
    public string Heading =>
        Fault.Kind switch
        {
            FaultKind.NotFound => "Not found",
            FaultKind.Conflict => "Something is in the way",
            FaultKind.Denied => "Not allowed",
            FaultKind.Broken => "Something broke",
            _ => "This does not work",
        };
}
