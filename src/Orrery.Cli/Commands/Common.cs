using System.CommandLine;

namespace Orrery.Cli;

/// <summary>The options that many commands share, by name.</summary>
internal static class Common
{
    public const string Data = "--data";
    public const string Workspace = "--workspace";
    public const string As = "--as";
    public const string AsOf = "--as-of";
    public const string KnownAt = "--known-at";
    public const string Format = "--format";
    public const string Why = "--why";
    public const string Port = "--port";
    public const string Words = "--words";
    public const string Host = "--host";

    /// <summary>What stands for the model's own words.</summary>
    public const string OwnWords = "-";
    public const string LargestFile = "--largest-file";

    private const long BytesAMegabyte = 1_000_000;

    public static Option<string?> DataOption() =>
        new(Data)
        {
            Description =
                "The data folder. Default: ORRERY_DATA, or else the place your system keeps data (~/.local/share/orrery on Linux).",
            HelpName = "DIR",
            Recursive = true,
        };

    public static Option<string?> AsOption() =>
        new(As)
        {
            Description = "Whom history names for what you do. Default: your name on this machine.",
            HelpName = "NAME",
            Recursive = true,
        };

    public static Option<string?> WordsOption() =>
        new(Words)
        {
            Description =
                "In whose words to answer: the key of a community. Default: ORRERY_WORDS, or else the model's own titles.",
            HelpName = "COMMUNITY",
            Recursive = true,
        };

    public static Option<string?> WorkspaceOption(string description = "Which workspace. Default: the only one there is.") =>
        new(Workspace, "-w") { Description = description, HelpName = "NAME" };

    public static Option<string?> WhyOption() => new(Why) { Description = "A sentence that history keeps.", HelpName = "TEXT" };

    public static Option<SheetFormat> FormatOption() =>
        new(Format) { Description = "How to write the answer: table (the default), json or csv.", HelpName = "table|json|csv" };

    public static Option<string?> AsOfOption() =>
        new(AsOf) { Description = "How it was in the world on that day, as we know it now. Default: now.", HelpName = "DAY" };

    public static Option<string?> KnownAtOption() =>
        new(KnownAt)
        {
            Description = "As we knew it then: on a day, or at a revision (r120). Default: as we know it now.",
            HelpName = "DAY|rREV",
        };

    public static Option<int> PortOption() =>
        new Option<int>(Port)
        {
            Description = "The TCP port of 127.0.0.1 to serve on; 0 takes a free one.",
            HelpName = "N",
            DefaultValueFactory = _ => 5080,
        }.Within(0, 65_535);

    public static Option<string> HostOption() =>
        new(Host)
        {
            Description = "The address to listen on: 127.0.0.1, localhost or ::1; others are refused until there is sign-in.",
            HelpName = "ADDRESS",
            DefaultValueFactory = _ => "127.0.0.1",
        };

    public static Option<int> LargestFileOption() =>
        new Option<int>(LargestFile)
        {
            Description = "The largest file that can be attached to a thing, in megabytes.",
            HelpName = "MB",
            DefaultValueFactory = _ => 10,
        }.Within(1, 80);

    public static long LargestFileInBytes(ParseResult parsed) => parsed.GetValue<int>(LargestFile) * BytesAMegabyte;

    /// <summary>An option that takes whole numbers of a range only.</summary>
    public static Option<int> Within(this Option<int> option, int least, int most)
    {
        option.Validators.Add(given =>
        {
            if (given.Tokens is [var token] && int.TryParse(token.Value, out var number) && (number < least || number > most))
                given.AddError($"{option.Name} takes {least} to {most}, not {number}.");
        });
        return option;
    }
}
