using System.Text;

namespace Orrery.Tests.Cli;

/// <summary><c>orrery import PATH --mapping MAP</c> from the command line to what the workspace answers.</summary>
public sealed class ImportMappingTests : ImportDesk
{
    [Theory]
    [InlineData(
        "books.yaml",
        "books:\n  - { isbn: 1, title: ' Graphs ', pages: 210, tags: [red, blue ], authors: [Ada Lovelace] }\n  - { isbn: 2, title: Zug, authors: [Bo] }\n"
    )]
    [InlineData(
        "books.json",
        """{"books": [{"isbn": "1", "title": " Graphs ", "pages": 210, "tags": ["red", "blue"], "authors": ["Ada Lovelace"]}, {"isbn": 2, "title": "Zug", "authors": ["Bo"]}]}"""
    )]
    [InlineData("books.csv", "isbn,title,pages,tags,authors\n1, Graphs ,210,red/blue,Ada Lovelace\n2,Zug,,,Bo\n")]
    public async Task Each_format_gives_the_same_facts(string file, string text)
    {
        await BeginAsync(file, text);

        var first = await ImportAsync(file);
        var again = await ImportAsync(file);

        Assert.Equal((0, ""), (first.Exit, first.Error));
        Assert.Contains(": 1 changed something", first.Out);
        Assert.Contains(": 0 changed something, 1 event in all.", again.Out);
        Assert.Equal(
            ["Graphs,210,paper,\"[red, blue]\"", "Zug,,paper,"],
            await AskAsync("MATCH (b:book) RETURN b.title, b.pages, b.sort, b.tags ORDER BY b.title")
        );
        // Authors are spoken of only: nobody states them, so the relations wait.
        Assert.Contains("2  references to what nobody states", first.Out);
        Assert.Equal(["0"], await AskAsync("MATCH (:book)-[r]->() RETURN count(r)"));
    }

    [Fact]
    public async Task A_folder_of_dated_files_is_a_history()
    {
        await BeginAsync("stock/2024-01-01.yaml", "books: [{ isbn: 1, title: Old, pages: 10 }, { isbn: 2, title: Gone }]");
        Write("stock/2024-03-01.yaml", "books: [{ isbn: 1, title: New }]");
        Write("stock/readme.txt", "not read");

        var answer = await ImportAsync(".", "--history", "--order", "reverse");

        Assert.Equal((0, ""), (answer.Exit, answer.Error));
        Assert.Contains("Read 2 files", answer.Out);
        const string titles = "MATCH (b:book) RETURN b.title, b.pages ORDER BY b.title";
        Assert.Equal(["Gone,", "Old,10"], await AskAsync(titles, "--as-of", "2024-02-01"));
        Assert.Equal(["New,"], await AskAsync(titles, "--as-of", "2024-03-01"));
        Assert.Contains(": 0 changed something, 2 events in all.", (await ImportAsync(".", "--history")).Out);
    }

    [Fact]
    public async Task Without_history_the_newest_file_of_a_folder_is_read()
    {
        await BeginAsync("stock/2024-01-01.yaml", "books: [{ isbn: 1, title: Old }]");
        Write("stock/2024-03-01.yaml", "books: [{ isbn: 1, title: New }]");

        Assert.Contains("Read 1 file", (await ImportAsync(".")).Out);
        Assert.Equal(["New"], await AskAsync("MATCH (b:book) RETURN b.title"));
    }

    [Fact]
    public async Task A_dry_run_says_the_same_and_writes_nothing()
    {
        await BeginAsync("books.yaml", "books: [{ isbn: 1, title: Graphs, shelf: A7 }]");

        var tried = await ImportAsync("books.yaml", "--dry-run", "--report", "losses.txt");

        Assert.Contains("Tried 1 file", tried.Out);
        Assert.Contains("books[*].shelf 'A7': no part of the mapping reads it (e.g. books.yaml line 1)", Read("losses.txt"));
        Assert.Equal(["0"], await AskAsync("MATCH (b:book) RETURN count(b)"));
    }

    public static TheoryData<string, byte[], string> Unreadable =>
        new()
        {
            { "books.yaml", "books: [{ isbn: 1 }"u8.ToArray(), "[import.malformed]" },
            { "books.json", "{\"books\": [}"u8.ToArray(), "[import.malformed]" },
            { "books.csv", "isbn,title\n1,\"never closed\n"u8.ToArray(), "[import.malformed]" },
            { "books.yaml", [], "[import.empty]" },
            { "books.json", "  \n"u8.ToArray(), "[import.empty]" },
            { "books.csv", [], "[import.empty]" },
            { "books.yaml", Encoding.Latin1.GetBytes("books: [{ isbn: 1, title: Größe }]"), "[import.encoding]" },
            { "books.csv", Encoding.Latin1.GetBytes("isbn,title\n1,Größe\n"), "[import.encoding]" },
            { "books.json", Encoding.Unicode.GetBytes("{\"books\": []}"), "[import.encoding]" },
        };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task A_file_that_cannot_be_read_is_refused_by_name_and_nothing_is_changed(string file, byte[] bytes, string code)
    {
        await BeginAsync("stock/2024-01-01.yaml", "books: [{ isbn: 7, title: Kept }]");
        await ImportAsync(".", "--history");
        File.WriteAllBytes(PathOf(file), bytes);

        var answer = await ImportAsync(file);

        Assert.Equal(1, answer.Exit);
        Assert.Contains(file, answer.Error);
        Assert.Contains(code.Trim('[', ']'), answer.Error);
        Assert.DoesNotContain("   at ", answer.Error);
        Assert.Equal(["Kept"], await AskAsync("MATCH (b:book) RETURN b.title"));
    }

    // Nobody could have read the second: it is a hole on the disk.
    [Theory]
    [InlineData(100L << 20)]
    [InlineData(64L << 30)]
    public async Task A_file_of_100_megabytes_is_refused_before_it_is_read(long bytes)
    {
        await BeginAsync("books.yaml", "");
        using (var large = File.Create(PathOf("books.yaml")))
            large.SetLength(bytes);

        var answer = await ImportAsync("books.yaml");

        Assert.Equal(1, answer.Exit);
        Assert.Contains("import.too-large", answer.Error);
    }

    [Fact]
    public async Task Ids_that_are_there_twice_are_one_thing_and_are_told()
    {
        await BeginAsync("books.csv", "isbn,title,pages\n1,First,10\n1,Second,20\n,Nameless,\n");

        var answer = await ImportAsync("books.csv", "--report", "losses.txt");

        Assert.Equal(0, answer.Exit);
        Assert.Equal(["First,10"], await AskAsync("MATCH (b:book) RETURN b.title, b.pages"));
        Assert.Contains("another record of the file has this id", Read("losses.txt"));
        Assert.Contains("has nothing to be known by", Read("losses.txt"));
    }

    [Fact]
    public async Task A_value_that_breaks_a_rule_is_left_out_and_strictly_refuses_its_file()
    {
        const string people = """
            system: hr
            sources:
              hr/people:
                files: people.csv
                format: csv
                records:
                  - at: "[*]"
                    kind: person
                    id: "person/{login}"
                    fields: { title: name, horizon: horizon, shoe-size: size }
                    relations:
                      - { type: reports-to, each: boss, to: { kind: person, id: "person/{@item}" } }
                      - { type: adores, each: adores, to: { kind: person, id: "person/{@item}" } }
            """;
        await BeginAsync(
            "people.csv",
            "login,name,horizon,size,boss,adores\nada,Ada,h3,38,,\nbo,Bo,h99,,ada,\ncleo,Cleo,,,bo,ada\n",
            "--pack",
            "core"
        );
        Write("map.yaml", people);

        var strict = await ImportAsync("people.csv", "--strict");
        var taken = await ImportAsync("people.csv", "--report", "losses.txt");

        Assert.Equal(1, strict.Exit);
        Assert.Contains("people.csv", strict.Error);
        Assert.Equal((0, ""), (taken.Exit, taken.Error));
        Assert.Contains("3  things left out, for they break a rule", taken.Out);
        Assert.Contains("horizon 'h99': 'horizon' takes one of h0, h1", Read("losses.txt"));
        Assert.Contains("(e.g. people.csv, person/bo)", Read("losses.txt"));
        Assert.Contains("adores 'person/ada': No relation type is called 'adores'.", Read("losses.txt"));
        Assert.Equal(["Ada,h3", "Bo,", "Cleo,"], await AskAsync("MATCH (p:person) RETURN p.title, p.horizon ORDER BY p.title"));
        Assert.Equal(
            ["bo,ada", "cleo,bo"],
            (await AskAsync("MATCH (p:person)-[:`reports-to`]->(b) RETURN p.ref, b.ref ORDER BY p.ref")).Select(l =>
                l.Replace("person:", "", StringComparison.Ordinal)
            )
        );
    }

    [Fact]
    public async Task A_reference_to_what_is_retired_is_told_from_one_to_nowhere()
    {
        const string mapping = """
            system: hr
            sources:
              hr/teams: { files: "teams/{date}.yaml", format: yaml, holds: since-file-date, records: [{ at: "[*]", kind: team, id: "team/{@item}" }] }
              hr/people:
                files: "people/{date}.yaml"
                format: yaml
                holds: since-file-date
                records:
                  - { at: "[*]", kind: person, id: "person/{name}", relations: [{ type: member, each: team, to: { kind: team, id: "team/{@item}" } }] }
            """;
        await BeginAsync("teams/2024-01-01.yaml", "[red, blue]");
        Write("teams/2024-02-01.yaml", "[blue]");
        Write("people/2024-01-15.yaml", "[{ name: ada, team: red }, { name: bo, team: black }]");
        Write("people/2024-02-15.yaml", "[{ name: ada, team: red }, { name: bo, team: blue }]");
        Write("map.yaml", mapping);

        var history = await ImportAsync(".", "--history", "--report", "losses.txt", "--dry-run");
        await ImportAsync("teams/2024-01-01.yaml");
        await ImportAsync("teams/2024-02-01.yaml");
        var live = await ImportAsync("people/2024-02-15.yaml", "--report", "live.txt");

        Assert.Equal((0, ""), (history.Exit, history.Error));
        Assert.Contains(
            "member 'team/red': is stated no more at that date: the relation waits for it (e.g. people/2024-02-15.yaml, person/ada)",
            Read("losses.txt")
        );
        Assert.Contains(
            "member 'team/black': nobody states it at that date: the relation waits for it (e.g. people/2024-01-15.yaml, person/bo)",
            Read("losses.txt")
        );
        Assert.Contains("1  references to what is stated no more", live.Out);
        Assert.Contains("References to what is retired (1)", Read("live.txt"));
        Assert.DoesNotContain("References to nowhere", Read("live.txt"));
    }
}
