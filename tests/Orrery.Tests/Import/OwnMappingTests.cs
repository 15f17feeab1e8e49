using Orrery.Import;

namespace Orrery.Tests.Import;

/// <summary>Tables and documents of a user's own, with a mapping of their own.</summary>
public sealed class OwnMappingTests
{
    private const string Staff = """
        system: office
        sources:
          office/staff:
            files: staff.csv
            format: csv
            delimiter: ";"
            records:
              - at: "[*]"
                kind: person
                id: ["person/{Login|handle}", "person/{Full name|slug}"]
                fields:
                  title: Full name|trim
                  started: { from: Since|date, otherwise: started-text }
                  skills: Skills|words
                relations:
                  - { type: member, each: Team, to: { kind: team, id: "team/{@item|slug}" }, fields: { role: =member } }
                  - type: reports-to
                    each: Boss
                    to: { kind: person, id: "person/{@item|handle}" }
                    otherwise: boss-text
        transforms:
          words: [{ split: ",/" }]
        """;

    private const string Rows = """
        Full name;Login;Since;Team;Boss;Skills;Shoe size
        Ada Lovelace;@Ada;2020-04-01;Engine Room;;sums, proofs;38
        Grace Hopper;;soon;Engine Room;@ada;compilers;
        Linus;linus;June 7, 2018;;nobody at all;;44
        """;

    [Fact]
    public void A_table_becomes_entities_and_relations()
    {
        var stated = Reading.Stated(Staff, "staff.csv", Rows).Statement;

        Assert.Equal(
            [
                "person/ada person:ada skills=[sums, proofs], started=2020-04-01, title=Ada Lovelace",
                "person/grace-hopper person:grace-hopper skills=[compilers], started-text=soon, title=Grace Hopper",
                "person/linus person:linus boss-text=[nobody at all], started=2018-06-07, title=Linus",
            ],
            stated.Entities.Select(Reading.Show)
        );
        Assert.Equal(
            [
                "person/ada member team/engine-room role=member",
                "person/grace-hopper member team/engine-room role=member",
                "person/grace-hopper reports-to person/ada",
            ],
            stated.Relations.Select(Reading.Show)
        );
        Assert.Equal(
            ("office", "office/staff", "staff.csv", Reading.Now),
            (stated.System, stated.Source, stated.File, stated.From)
        );
    }

    [Fact]
    public void What_a_table_loses_is_said() =>
        Assert.Equal(
            [
                "Unmapped 2 [*].Shoe size '38': no part of the mapping reads it",
                "Unmapped 4 [*].Shoe size '44': no part of the mapping reads it",
                "Rejected 4 [*].Boss 'nobody at all': is no handle",
                "Rejected 3 [*].Since 'soon': is no date",
                "Coerced 3 [*] '': no id at its usual place: known as person/grace-hopper",
                "Coerced 4 [*].Since 'June 7, 2018': read as 2018-06-07",
            ],
            Reading.Stated(Staff, "staff.csv", Rows).Losses.Losses.Select(Reading.Show)
        );

    [Fact]
    public void The_end_of_a_relation_that_the_file_does_not_state_is_known_by_kind_and_key() =>
        Assert.Equal(
            new("team", "engine-room"),
            Reading.Stated(Staff, "staff.csv", Rows).Statement.Relations.First(r => r.Type == "member").ToStub
        );

    [Fact]
    public void Json_with_lists_in_lists_and_maps_as_records_is_read()
    {
        const string mapping = """
            system: shop
            sources:
              shop/stock:
                files: "{date}.json"
                format: json
                records:
                  - at: areas.*
                    kind: area
                    id: "area/{@key}"
                    fields:
                      size: { from: size, record: { width: w|number, depth: d|number } }
                      marks: "rows[*].marks[*]|trim"
                    records:
                      - at: rows[*].shelves[*]
                        kind: shelf
                        id: ["shelf/{@parent}/{label|slug}", "shelf/{@parent}/{label|slug}/{@nth}"]
                        fields: { title: { from: label, default: Shelf } }
                        relations: [{ type: part-of, to: "{@parent}" }]
            """;
        const string text = """
            { "areas": { "cellar": { "size": { "w": 2.5, "d": 3 }, "rows": [
              { "marks": ["a", " b "], "shelves": [ { "label": "Top" }, { "label": "top!" } ] },
              { "marks": ["c"], "shelves": [] } ] } } }
            """;

        var stated = Reading.Stated(mapping, "2024-02-29.json", text);

        Assert.Equal(
            [
                "area/cellar area:cellar marks=[a, b, c], size=depth 3, width 2.5",
                "shelf/area/cellar/top shelf:area:cellar:top title=Top",
                "shelf/area/cellar/top/2 shelf:area:cellar:top:2 title=top!",
            ],
            stated.Statement.Entities.Select(Reading.Show)
        );
        Assert.Equal(NodaTime.Instant.FromUtc(2024, 2, 29, 0, 0), stated.Statement.From);
        Assert.Equal([LossKind.Doubled], stated.Losses.Losses.Select(l => l.Kind));
    }

    [Fact]
    public void A_translation_knows_nothing_of_other_files()
    {
        var one = Reading.Stated(Staff, "staff.csv", Rows);
        _ = Reading.Stated(Staff, "staff.csv", Rows.Replace("Ada", "Eve", StringComparison.Ordinal));
        var again = Reading.Stated(Staff, "staff.csv", Rows);

        Assert.Equal(one.Statement.Entities.Select(Reading.Show), again.Statement.Entities.Select(Reading.Show));
        Assert.Equal(one.Statement.Digest, again.Statement.Digest);
        Assert.Equal(one.Losses.ToText(), again.Losses.ToText());
    }

    [Fact]
    public void One_file_of_a_dated_folder_is_found_by_the_end_of_its_path()
    {
        using var folder = new Orrery.Testing.TempFolder();
        Directory.CreateDirectory(folder.File("staff"));
        File.WriteAllText(folder.File("staff/2024-05-06.csv"), Rows);
        var mapping = Mapping.Parse("m.yaml", Staff.Replace("staff.csv", "staff/{date}.csv", StringComparison.Ordinal));

        var found = SourceFolder.OfFile(mapping, folder.File("staff/2024-05-06.csv"), ImportLimits.Usual);

        Assert.Equal([new("office/staff", "staff/2024-05-06.csv", NodaTime.Instant.FromUtc(2024, 5, 6, 0, 0))], found.Files);
        Assert.IsType<Translation.Stated>(found.Translate(found.Files[0], Reading.Now));
    }
}
