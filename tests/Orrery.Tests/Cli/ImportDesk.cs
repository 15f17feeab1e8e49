using Orrery.Testing;

namespace Orrery.Tests.Cli;

/// <summary>A folder with a mapping, files and one workspace, and the commands that import into it and ask it.</summary>
public abstract class ImportDesk : IDisposable
{
    private const string Books = """
        system: library
        shapes:
          book:
            kind: book
            id: "book/{isbn}"
            fields:
              title: title|trim
              pages: pages|integer
              sort: { constant: paper }
              tags: "tags[*]|trim"
            relations:
              - { type: written-by, each: "authors[*]", to: { kind: author, id: "author/{@item|slug}" }, fields: { role: =author } }
        sources:
          library/yaml: { files: "books.yaml", format: yaml, records: [{ at: "books[*]", like: book }] }
          library/json: { files: "books.json", format: json, records: [{ at: "books[*]", like: book }] }
          library/csv:
            files: "books.csv"
            format: csv
            records:
              - at: "[*]"
                like: book
                fields: { tags: tags|words }
                relations:
                  - { type: written-by, each: authors, to: { kind: author, id: "author/{@item|slug}" }, fields: { role: =author } }
          library/dated: { files: "stock/{date}.yaml", format: yaml, holds: since-file-date, records: [{ at: "books[*]", like: book }] }
        transforms:
          words: [{ split: "/" }]
        """;

    private readonly TempFolder _folder = new();

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected async Task BeginAsync(string file, string text, params string[] kind)
    {
        Write("map.yaml", Books);
        Write(file, text);
        await RunAsync(["workspace", "create", "acme", .. kind is [] ? (string[])["--open"] : kind]);
    }

    private protected Task<Typed> ImportAsync(string path, params string[] options) =>
        RunAsync(["import", path, "--mapping", "map.yaml", .. options]);

    private protected async Task<string[]> AskAsync(string question, params string[] options)
    {
        var answer = await RunAsync(["query", question, "--format", "csv", .. options]);
        Assert.Equal((0, ""), (answer.Exit, answer.Error));
        return answer.Out.Split("\r\n")[1..^1];
    }

    private protected void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.File(file))!);
        File.WriteAllText(_folder.File(file), text);
    }

    private protected string Read(string file) => File.ReadAllText(PathOf(file));

    private protected string PathOf(string file) => _folder.File(file);

    // Progress is told only of what takes seconds, which depends on the machine.
    private async Task<Typed> RunAsync(string[] args)
    {
        var answer = await Typed.RunInAsync(_folder.Path, [.. args, "--data", "data"]);
        var told = answer.Error.Split('\n').Where(line => !line.StartsWith("Reading: ", StringComparison.Ordinal));
        return answer with { Error = string.Join('\n', told) };
    }
}
