using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>The walk of the frame: every idea of the catalogue, and where one of the demo companies shows it live (docs/demo.md).</summary>
public static class FrameWalk
{
    private const string File = "packs/demo/frame.yaml";

    private static readonly Lazy<ImmutableArray<FrameChapter>> Read = new(() => ReadShelved().OrThrow());

    /// <summary>All chapters in order.</summary>
    public static ImmutableArray<FrameChapter> Chapters => Read.Value;

    /// <summary>The same, or all faults of the text.</summary>
    internal static Outcome<ImmutableArray<FrameChapter>> ReadShelved()
    {
        List<Fault> faults = [];
        ImmutableArray<FrameChapter> chapters = [];
        if (YamlText.Read(File, Shelved.Text(File), faults) is { } map)
        {
            chapters = [.. (map.Map("frame")?.Named() ?? []).Select(named => Chapter(named.Key, named.Map))];
            map.Close();
        }

        return faults.Count > 0
            ? new Outcome<ImmutableArray<FrameChapter>>.Refused([.. faults])
            : new Outcome<ImmutableArray<FrameChapter>>.Good(chapters);
    }

    private static FrameChapter Chapter(string name, YamlMap map)
    {
        var chapter = new FrameChapter(name, map.Required("title"), [.. map.Maps("ideas").Select(Idea)]);
        map.Close();
        return chapter;
    }

    private static FrameIdea Idea(YamlMap map)
    {
        var (title, says) = (map.Required("idea"), map.Required("says"));
        FrameIdea idea =
            map.Text("not-yet") is { } why ? new FrameIdea.NotYet(title, says, why)
            : map.Required("at").Split('/', 2) is [var workspace, var page]
                ? new FrameIdea.Live(title, says, workspace, page, map.Required("look-for"))
            : map.Wrong<FrameIdea>("at", "WORKSPACE/PAGE", new FrameIdea.NotYet(title, says, ""));
        map.Close();
        return idea;
    }
}

/// <summary>Ideas that belong together.</summary>
/// <param name="Name">Its symbol, part of an address.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Ideas">In the order of the catalogue.</param>
public sealed record FrameChapter(string Name, string Title, ImmutableArray<FrameIdea> Ideas);

/// <summary>An idea of the catalogue.</summary>
/// <param name="Title">What it is called here.</param>
/// <param name="Says">What it is, in a plain sentence.</param>
public abstract record FrameIdea(string Title, string Says)
{
    /// <summary>One that a demo company shows.</summary>
    /// <param name="Title">What it is called here.</param>
    /// <param name="Says">What it is, in a plain sentence.</param>
    /// <param name="Workspace">The company.</param>
    /// <param name="Page">The address of the page within it.</param>
    /// <param name="LookFor">Words on that page that show it.</param>
    public sealed record Live(string Title, string Says, string Workspace, string Page, string LookFor) : FrameIdea(Title, Says);

    /// <summary>One that nothing shows yet.</summary>
    /// <param name="Title">What it is called here.</param>
    /// <param name="Says">What it is, in a plain sentence.</param>
    /// <param name="Why">Why not.</param>
    public sealed record NotYet(string Title, string Says, string Why) : FrameIdea(Title, Says);
}
