using Orrery.Graph;

namespace Orrery.Server;

/// <summary>The refusals of attached files.</summary>
internal static class FileFaults
{
    /// <summary>A form without a file.</summary>
    public static Fault NoFile() =>
        new(FaultKind.Invalid, "attachment.none", "No file was chosen.", "Choose one, or drop it on the page.");

    /// <summary>More files than are taken at once.</summary>
    public static Fault TooManyFiles(int files, int most) =>
        new(FaultKind.Limit, "attachment.too-many", $"{files} files are too many at once.", $"Attach at most {most} at a time.");

    /// <summary>A file is larger than this server takes.</summary>
    public static Fault FileTooLarge(string name, string size, string most) =>
        new(
            FaultKind.Limit,
            "attachment.too-large",
            $"{name} has {size}; a file may have at most {most} here. Nothing was attached.",
            "Make it smaller, or keep it elsewhere and write its link down. Whoever runs this server can raise the limit: orrery serve --largest-file MB"
        );

    /// <summary>The bytes of an attachment cannot be had.</summary>
    public static Fault FileGone(string name) =>
        new(
            FaultKind.NotFound,
            "attachment.gone",
            $"The content of {name} is not here: it was lost, damaged, or erased with the person it belonged to.",
            "'orrery verify' tells which; a backup may still have it."
        );
}
