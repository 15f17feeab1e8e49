namespace Orrery.Cli;

/// <summary>Whoever called, as far as a command needs to know: where words go, how wide a line is, where they stand, who they are.</summary>
/// <param name="Out">Answers.</param>
/// <param name="Error">Progress and refusals.</param>
/// <param name="Width">Columns of a screen, or null when the answer goes to a file or another program.</param>
/// <param name="ShowsProgress">The error stream is a screen, on which a line can be written over.</param>
/// <param name="Folder">The working folder; relative paths start there.</param>
/// <param name="Person">The name the system knows them by.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, int? Width, bool ShowsProgress, string Folder, string Person)
{
    /// <summary>The terminal of this process.</summary>
    public static Terminal OfProcess()
    {
        if (OperatingSystem.IsWindows())
            Console.OutputEncoding = System.Text.Encoding.UTF8;
        return new(
            Console.Out,
            Console.Error,
            Console.IsOutputRedirected ? null : WidthOfScreen(),
            !Console.IsErrorRedirected,
            Environment.CurrentDirectory,
            Environment.UserName
        )
        {
            Answer = Console.ReadLine,
            Read = Console.In.ReadToEnd,
            Words = Environment.GetEnvironmentVariable("ORRERY_WORDS"),
        };
    }

    /// <summary>What the caller types to a question; null when there is nobody to ask.</summary>
    public Func<string?> Answer { get; init; } = () => null;

    /// <summary>All that the caller passes on the standard input.</summary>
    public Func<string> Read { get; init; } = () => "";

    /// <summary>The community in whose words they read, or null.</summary>
    public string? Words { get; init; }

    /// <summary>A path as the caller means it.</summary>
    public string PathOf(string path) => Path.GetFullPath(path, Folder);

    private static int WidthOfScreen()
    {
        try
        {
            return Math.Max(40, Console.WindowWidth);
        }
        catch (IOException)
        {
            return 100;
        }
    }
}
