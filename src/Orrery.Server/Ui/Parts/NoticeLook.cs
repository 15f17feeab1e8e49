namespace Orrery.Server;

/// <summary>What a notice is about: something to know, something that went well, another moment, a refusal.</summary>
public enum NoticeLook
{
    Plain,
    Good,
    Past,
    Fault,
}
