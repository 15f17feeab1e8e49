using Orrery.Graph;

namespace Orrery.Cli;

/// <summary>The refusals of the command line.</summary>
internal static class CliFaults
{
    public static Fault WhichWorkspace(IReadOnlyList<string> names) =>
        new(
            FaultKind.Invalid,
            "workspace.which",
            names is [] ? "There is no workspace in this data folder yet." : "There are several workspaces, and none was named.",
            names is []
                ? "Make one: orrery workspace create NAME, or load the demo: orrery demo."
                : $"Name one: --workspace {string.Join(" or --workspace ", names.Take(4))}."
        );

    public static Fault NoLifecycle(string thing, string kind) =>
        new(
            FaultKind.Invalid,
            "step.no-lifecycle",
            $"'{thing}' goes through no states: none are defined for the kind '{kind}'.",
            "Set its fields instead: orrery query \"MATCH (x {ref: '...'}) SET x.status = '...'\" --write"
        );

    public static Fault UnknownState(string state, string lifecycle, IEnumerable<string> states) =>
        new(
            FaultKind.Invalid,
            "step.no-such-state",
            $"There is no state '{state}' in '{lifecycle}'.",
            $"Use one of {string.Join(", ", states)}."
        );

    public static Fault NoQuery() =>
        new(
            FaultKind.Invalid,
            "query.none",
            "There is no query.",
            "Write one in quotes, name a file with --file, or pass '-' and type it into the standard input."
        );

    public static Fault NoExample(string name, IEnumerable<string> known) =>
        new(
            FaultKind.NotFound,
            "query.no-example",
            $"No question of the packs here is called '{name}'.",
            Nearest.Advice(name, known, "orrery query --examples lists them.")
        );

    public static Fault UnknownCompany(string name, IEnumerable<string> known) =>
        new(
            FaultKind.NotFound,
            "demo.unknown-company",
            $"No demo company is called '{name}'.",
            Nearest.Advice(name, known, "Leave --company out to load all of them.")
        );

    public static Fault NotAParameter(string text) =>
        new(
            FaultKind.Invalid,
            "query.parameter-malformed",
            $"'{text}' is no parameter.",
            "Write name=value: --param team=team:claims."
        );

    public static Fault Stopped() =>
        new(
            FaultKind.Broken,
            "command.stopped",
            "Stopped. What was done before stays, nothing is half written.",
            "Run the same command again to go on: what is there already is not written twice."
        );

    public static Fault Unforeseen(Exception bug) =>
        new(
            FaultKind.Broken,
            "command.failed",
            $"This should not have happened: {bug.Message}",
            "Nothing is half written. Run it again with ORRERY_TRACE=1 to see where, and report that."
        );

    public static Fault NoHome() =>
        new(
            FaultKind.Invalid,
            "data.no-home",
            "There is no home folder to keep data in.",
            "Name a folder: --data DIR, or set ORRERY_DATA."
        );

    public static Fault PortTaken(int port) =>
        new(
            FaultKind.Conflict,
            "serve.port-taken",
            $"Port {port} of 127.0.0.1 is in use by another program.",
            $"Stop that one, or choose another port: --port {port + 1}."
        );

    public static Fault NotHere(string command) =>
        new(
            FaultKind.Invalid,
            "command.not-here",
            $"'orrery {command}' cannot be run inside a server.",
            "Run it on a data folder that no server has open."
        );

    public static Fault OwnerSilent(Uri endpoint, string why) =>
        new(
            FaultKind.Broken,
            "folder.owner-silent",
            $"The server at {endpoint} owns the data folder, but did not answer: {why}",
            "See whether it still runs; if not, try again."
        );

    public static Fault CallTooLarge() =>
        new(
            FaultKind.Invalid,
            "folder.call-too-large",
            "The command and what was given to it on standard input are more than the server that owns the data folder takes (16 MB).",
            "Give it in parts, or stop the server while the command runs."
        );

    public static Fault NotAMoment(string text) =>
        new(
            FaultKind.Invalid,
            "moment.malformed",
            $"'{text}' is not a moment.",
            "Write a day (2024-03-03), a time (2024-03-03T10:00Z), a revision (r120), or now."
        );

    public static Fault NotARevision(string text) =>
        new(
            FaultKind.Invalid,
            "revision.malformed",
            $"'{text}' is not a revision.",
            "Write its number: r120 or 120. 'orrery history' lists them."
        );

    public static Fault NotASum(string text) =>
        new(
            FaultKind.Invalid,
            "sum.malformed",
            $"'{text}' is not a number field of a kind.",
            "Write a kind and one of its number fields: work.effort. Money is not added up: it may be in several currencies."
        );

    public static Fault Unconfirmed(string entity) =>
        new(
            FaultKind.Denied,
            "erase.unconfirmed",
            $"Nothing was erased: erasing {entity} cannot be undone, and nobody confirmed it.",
            "Type the ref when asked, or add --yes."
        );

    public static Fault FileMissing(string file) =>
        new(FaultKind.NotFound, "file.missing", $"There is no file {file}.", "Check the path; it starts from where you are.");

    public static Fault NotAFile(string path) =>
        new(
            FaultKind.Invalid,
            "file.device",
            $"{path} is a device and not a file.",
            "Name a file. 'orrery export' without one writes to the standard output."
        );

    public static Fault VerifyFailed(IReadOnlyList<(string Workspace, Fault Fault)> faults) =>
        new(
            FaultKind.Broken,
            "verify.failed",
            $"Not everything holds that was to be proved:{string.Concat(faults.Select(f => $"\n          {f.Workspace}: {f.Fault}"))}",
            "Copy the data folder before anything else."
        );

    public static Fault FileUnusable(string reason) =>
        new(
            FaultKind.Broken,
            "file.unusable",
            $"A file could not be read or written: {reason}",
            "Look at the path, its permissions and the room on its disk, then run the command again."
        );

    public static Fault NotAnOrder(string text) =>
        new(
            FaultKind.Invalid,
            "import.order",
            $"'{text}' is no order of files.",
            "Use date, reverse, or random:SEED (random:7)."
        );

    public static Fault ImportStopped(int taken, int all) =>
        new(
            FaultKind.Broken,
            "import.stopped",
            $"Stopped after {taken:N0} of {all:N0} files: each is there whole or not at all.",
            "Run the same command again to go on: what is there already is not written twice."
        );

    public static Fault ImportIncomplete(IReadOnlyList<(string File, Fault Fault)> refused, int taken) =>
        new(
            FaultKind.Invalid,
            "import.incomplete",
            $"{Words.Count(refused.Count, "file")} could not be taken over:{string.Concat(refused.Take(20).Select(r => $"\n          {r.Fault} [{r.Fault.Code}]"))}",
            taken > 0
                ? "Mend them and run the same command again; the other files are in already."
                : "Mend what is wrong and run the same command again; nothing of it was taken over."
        );

    public static Fault NoFolder() =>
        new(
            FaultKind.Invalid,
            "export.no-folder",
            "No folder was named for the packs.",
            "Name one: orrery export --format packs our-model/"
        );

    public static Fault NoSuchClash(string name, IEnumerable<string> clashes) =>
        new(
            FaultKind.NotFound,
            "pack.no-clash",
            $"Nothing that both sides changed is called '{name}'.",
            Nearest.Advice(name, clashes, "The preview names each: --dry-run.")
        );
}
