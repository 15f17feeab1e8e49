using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Refusals of adding, upgrading and removing packs.</summary>
internal static class AdoptionFaults
{
    public static Fault NotOnTheShelf(string name, IEnumerable<string> shelf) =>
        new(
            FaultKind.NotFound,
            "pack.not-on-the-shelf",
            $"No pack called '{name}' comes with Orrery.",
            $"Use one of {string.Join(", ", shelf)}, or name a YAML file."
        );

    public static Fault AlreadyThere(InstalledPack pack) =>
        new(
            FaultKind.Conflict,
            "pack.installed",
            $"The pack '{pack.Name}' is installed, in version {pack.Version}.",
            $"To bring it to another version: orrery pack upgrade {pack.Name}"
        );

    public static Fault NoName(string name) =>
        new(
            FaultKind.Invalid,
            "pack.name",
            $"'{name}' cannot be the name of a pack.",
            "Use lower-case letters and digits with single dashes between, e.g. our-practice."
        );

    public static Fault NotInstalled(string name, IEnumerable<string> installed) =>
        new(
            FaultKind.NotFound,
            "pack.not-installed",
            $"No pack '{name}' is installed here.",
            $"Installed: {string.Join(", ", installed)}. To add it: orrery pack add {name}"
        );

    public static Fault Needed(string name, IEnumerable<string> by) =>
        new(FaultKind.Conflict, "pack.needed", $"The pack '{name}' is needed by {string.Join(", ", by)}.", "Remove those first.");

    public static Fault NothingKept(InstalledPack pack) =>
        new(
            FaultKind.Conflict,
            "pack.nothing-kept",
            $"What version {pack.Version} of the pack '{pack.Name}' installed is not known: it came before that was kept.",
            $"Upgrade it to a version you have, then remove it: orrery pack upgrade {pack.Name} FILE"
        );

    public static Fault ChangedMeanwhile(string title) =>
        new(
            FaultKind.Conflict,
            "pack.changed-meanwhile",
            $"Somebody changed the model in the meantime: '{title}' would do something else than what you looked at.",
            "Look at it again."
        );
}
