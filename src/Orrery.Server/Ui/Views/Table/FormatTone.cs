namespace Orrery.Server;

/// <summary>How a rule marks.</summary>
public enum FormatTone
{
    /// <summary>Needs a look.</summary>
    Warn,

    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Weighs more than others.</summary>
    Strong,

    /// <summary>Matters less: its whole row steps back.</summary>
    Faint,
}
