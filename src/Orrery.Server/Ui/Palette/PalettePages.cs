using Microsoft.AspNetCore.Http;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Query;

namespace Orrery.Server;

/// <summary>What can be gone to or done from anywhere, found while typing.</summary>
internal static class PalettePages
{
    private const int Most = 12;
    private const int MostCommands = 6;

    /// <summary>Above this many entities only whole words and their beginnings are looked for: these have an index.</summary>
    private const int MostWithoutIndex = 50_000;

    public static IResult Show(Visit visit, string? q)
    {
        var words = (q ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var commands = Commands(visit)
            .Select(command => (Command: command, Fit: words.Length == 0 ? 1 : PaletteMatch.Of(command.Title, words)))
            .Where(found => found.Fit > 0)
            .OrderByDescending(found => PaletteMatch.RankOf(found.Command.Title, words))
            .ThenByDescending(found => found.Fit)
            .ThenBy(found => words.Length == 0 ? 0 : found.Command.Title.Length)
            .Select(found => found.Command)
            .Take(MostCommands)
            .ToArray();
        // What begins with all that was typed comes first, pages and commands before things; of the rest things come before commands.
        var things = words.Length == 0 ? [] : Things(visit, words).ToArray();
        bool IsNamed(PaletteEntry entry) => PaletteMatch.RankOf(entry.Title, words) == 3;
        PaletteEntry[] named = [.. commands.Where(IsNamed), .. things.Where(IsNamed).OrderBy(thing => thing.Title.Length)];
        return Page.Of<PaletteList>(new PaletteView([.. named.Concat(things).Concat(commands).Distinct().Take(Most)]));
    }

    private static IEnumerable<PaletteEntry> Things(Visit visit, string[] words)
    {
        var found = Indexed(visit, words).ToList();
        if (found.Count < Most && visit.Reading.Snapshot.EntityCount <= MostWithoutIndex)
            found.AddRange(Slipped(visit, words).Take(Most));
        return found
            .DistinctBy(entity => entity.Id)
            .Take(Most - 2)
            .Select(entity => new PaletteEntry(
                Titles.Of(entity),
                visit.Words.Kind(entity.Kind),
                visit.Links.Entity(entity),
                visit.Reading.Model.CategoryOf(entity.Kind),
                null
            ));
    }

    private static IEnumerable<Entity> Indexed(Visit visit, string[] words) =>
        visit.Workspace.Ask(
            new(
                "CALL search($words, 10) YIELD entity RETURN entity",
                Properties.Of(("words", Value.Of(string.Join(' ', words))))
            ),
            visit.Viewer,
            visit.When,
            visit.Cancel
        )
            is QueryOutcome.Answered { Answer.Rows: var rows }
            ? rows.Select(row => row[0] is Value.Entity { Id: var id } ? visit.Reading.FindAnyTime(id) : null)
                .OfType<Entity>()
                .Where(entity => !entity.Labels.Any(MetaKinds.Describes))
            : [];

    private static IEnumerable<Entity> Slipped(Visit visit, string[] words) =>
        visit
            .Reading.Entities()
            .Where(entity => !entity.Labels.Any(MetaKinds.Describes))
            .Select(entity => (Entity: entity, Fit: Fit(entity, words)))
            .Where(found => found.Fit > 0)
            .OrderByDescending(found => found.Fit)
            .ThenBy(found => found.Entity.Title.Length)
            .ThenBy(found => found.Entity.Order)
            .Select(found => found.Entity);

    // What only its key is like comes after all whose title is.
    private static int Fit(Entity entity, string[] words) =>
        PaletteMatch.Of(entity.Title, words) is > 0 and var fit ? fit + 1
        : PaletteMatch.Of(entity.Ref?.Key ?? "", words) > 0 ? 1
        : 0;

    private static IEnumerable<PaletteEntry> Commands(Visit visit)
    {
        var links = visit.Links;
        var views = SavedViews
            .Of(visit.Reading)
            .Select(view => new PaletteEntry(
                visit.Words.View(view),
                "view",
                links.View(view.Key),
                null,
                ViewShapes.NameOf(view.Definition.Shape)
            ));
        var (awake, asleep) = Waking.Parted(
            visit.Reading,
            visit.Reading.Model.Kinds.Values.Where(kind => !kind.IsAbstract).OrderBy(kind => kind.Symbol, StringComparer.Ordinal)
        );
        // What sleeps is found by its words, behind what is awake.
        Kind[] kinds = [.. awake, .. asleep];
        var lists = kinds.Select(kind => new PaletteEntry(
            visit.Words.Kinds(kind.Symbol),
            "all of them",
            links.Kind(kind.Symbol),
            kind.Category,
            null
        ));
        // Whoever types another community's word finds the same list.
        var otherwise = kinds.SelectMany(kind =>
            visit
                .Reading.Model.WordsFor(kind.Id)
                .Where(word => word.Term != kind.Title)
                .Select(word => word.Plural ?? word.Term + "s")
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Select(word => new PaletteEntry(
                    word,
                    visit.Words.Kinds(kind.Symbol),
                    links.Kind(kind.Symbol),
                    kind.Category,
                    null
                ))
        );
        var fresh = visit.IsNow
            ? kinds
                .Where(kind => !kind.IsHidden)
                .Select(kind => new PaletteEntry(visit.Words.New(kind.Symbol), "add", links.New(kind.Symbol), null, "add"))
            : [];
        return [.. Places(links), .. views, .. lists, .. otherwise, .. fresh];
    }

    private static PaletteEntry[] Places(Links links) =>
        [
            new("This week", "go to", links.Home, null, "later"),
            new("My area", "go to", links.Area, null, "person"),
            new("Threads", "go to", links.Threads, null, "matrix"),
            new("Orrery", "go to", links.Map, null, "graph"),
            new("Ask", "go to", links.At(links.AskPlain), null, "question"),
            new("Build a question", "go to", links.At(links.BuildPlain), null, "filter"),
            new("Views", "go to", links.Views, null, "table"),
            new("History", "go to", links.History, null, "undo"),
            new("Words", "go to", links.Dictionary, null, "comment"),
            new("Packs", "go to", links.Packs, null, "outline"),
            new("Shape", "kinds of things, fields and relations", links.Model, null, "outline"),
            new("Settings", "what the workspace goes by", links.Settings, null, "outline"),
            new("Add a kind of thing", "shape", links.NewPart("k"), null, "add"),
            new("What if", "suppose something", links.Suppose, null, "question"),
            new("Tour of this workspace", "go to", links.Tour, null, "outline"),
            new("Walk the frame", "go to", "/frame", null, "outline"),
            new("Paste a list", "add many", links.PastePlain, null, "add"),
            new("Who you are here", "go to", links.Person, null, "person"),
        ];
}
