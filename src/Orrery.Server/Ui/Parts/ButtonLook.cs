namespace Orrery.Server;

/// <summary>How much a button asks to be pressed: one primary a form, danger where something ends.</summary>
public enum ButtonLook
{
    Plain,
    Primary,
    Quiet,
    Danger,
}
