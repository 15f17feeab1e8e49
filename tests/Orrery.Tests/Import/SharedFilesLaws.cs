using System.Globalization;
using NodaTime;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Import;
using Orrery.Testing;
using Orrery.Tests.Graph;

namespace Orrery.Tests.Import;

/// <summary>Dated files of three sources, in three formats, that state the same fields of the same people; the seed is in the message.</summary>
public sealed class SharedFilesLaws
{
    private const int Days = 9;

    private const string People = """
        system: office
        shapes:
          person:
            kind: person
            id: "person/{login|handle}"
            fields: { title: name, desk: desk, grade: grade|integer }
            relations:
              - { type: member, each: team, to: { kind: team, id: "team/{@item|slug}" }, fields: { role: role } }
        sources:
          office/badges: { files: "badges/{date}.csv", format: csv, holds: since-file-date, records: [{ at: "[*]", like: person }] }
          office/payroll: { files: "payroll/{date}.json", format: json, holds: since-file-date, records: [{ at: "[*]", like: person }] }
          office/wiki: { files: "wiki/{date}.yaml", format: yaml, holds: since-file-date, records: [{ at: "[*]", like: person }] }
        """;

    public static TheoryData<int> Seeds => ReadingLaws.Seeds;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Files_in_any_order_give_the_same_valid_history_and_again_only_that_they_were_read(int seed)
    {
        using var folder = new TempFolder();
        Write(folder, new Random(seed));
        var source = SourceFolder.Open(Mapping.Parse("people.yaml", People), folder.Path, ImportLimits.Usual);
        var shuffled = source.Files.ToArray();
        new Random(seed + 1).Shuffle(shuffled);
        var (inOrder, mixed) = (Begin(), Begin());

        await ImportAsync(inOrder, source, source.Files);
        await ImportAsync(mixed, source, shuffled);

        Assert.Equal(CanonicalText.Of(inOrder.Current), CanonicalText.Of(mixed.Current));
        Assert.All(await ImportAsync(mixed, source, source.Files), events => Assert.Equal(1, events));
    }

    private static Rehearsal Begin() => Rehearsal.Of(new WorkspaceStart("office", null, IsEnforced: false, []));

    private static async Task<List<int>> ImportAsync(Rehearsal into, SourceFolder folder, IEnumerable<SourceFile> files)
    {
        List<int> events = [];
        await foreach (
            var file in FolderImport.RunAsync(
                (statement, _) =>
                    Task.FromResult(
                        into.Reconcile(
                            statement,
                            new("Ada", Orrery.Graph.Origin.Import, Source: statement.Source),
                            Strictness.AllOrNothing
                        )
                    ),
                folder,
                files,
                Reading.Now,
                Cancel
            )
        )
            events.Add(Assert.IsType<Outcome.Done>(file.Outcome).Events);
        return events;
    }

    private static void Write(TempFolder folder, Random chance)
    {
        foreach (
            var (source, ending) in (ReadOnlySpan<(string, string)>)[("badges", "csv"), ("payroll", "json"), ("wiki", "yaml")]
        )
        {
            Directory.CreateDirectory(folder.File(source));
            foreach (var day in Enumerable.Range(0, Days).Where(_ => chance.Next(2) == 0).DefaultIfEmpty(4))
            {
                var date = new LocalDate(2024, 1, 2).PlusDays(day).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
                File.WriteAllText(folder.File($"{source}/{date}.{ending}"), Text(ending, Rows(chance)));
            }
        }
    }

    private static List<(string Field, string Value)[]> Rows(Random chance) =>
        [
            .. Enumerable
                .Range(1, 4)
                .Where(_ => chance.Next(3) > 0)
                .Select(person =>
                    (string[])["name", "desk", "grade", "team", "role"] is var fields
                        ? ((string, string)[])
                            [
                                ("login", $"p{person}"),
                                .. fields
                                    .Where(_ => chance.Next(4) > 0)
                                    .Select(f => (f, f == "grade" ? $"{chance.Next(3)}" : $"{f} {chance.Next(3)}")),
                            ]
                        : []
                ),
        ];

    private static string Text(string ending, List<(string Field, string Value)[]> rows) =>
        ending switch
        {
            "csv" => "login,name,desk,grade,team,role\n"
                + string.Concat(
                    rows.Select(row =>
                        string.Join(
                            ',',
                            ((string[])["login", "name", "desk", "grade", "team", "role"]).Select(f =>
                                row.FirstOrDefault(cell => cell.Field == f).Value
                            )
                        ) + "\n"
                    )
                ),
            // YAML reads JSON.
            _ =>
                $"[{string.Join(',', rows.Select(row => $"{{{string.Join(',', row.Select(c => $"\"{c.Field}\": \"{c.Value}\""))}}}"))}]",
        };
}
