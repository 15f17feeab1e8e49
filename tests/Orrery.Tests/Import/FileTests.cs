using System.Text;
using Orrery.Import;
using Orrery.Testing;

namespace Orrery.Tests.Import;

/// <summary>Files as they come: other encodings, broken, hostile, too large.</summary>
public sealed class FileTests
{
    private const string People = """
        system: office
        sources:
          office/people:
            files: people.*
            format: yaml
            records:
              - at: people[*]
                kind: person
                id: "person/{name|slug}"
                fields: { title: name, motto: motto }
        """;

    private static string Json => People.Replace("format: yaml", "format: json", StringComparison.Ordinal);

    private static string Csv =>
        People
            .Replace("format: yaml", "format: csv", StringComparison.Ordinal)
            .Replace("people[*]", "\"[*]\"", StringComparison.Ordinal);

    private static string Documents =>
        People
            .Replace("format: yaml", "format: yaml-documents", StringComparison.Ordinal)
            .Replace("at: people[*]", "at: .", StringComparison.Ordinal);

    public static TheoryData<string> Encodings => ["utf-8", "utf-8 with its mark", "utf-16 little", "utf-16 big"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Text_is_read_in_every_encoding_that_says_so(string name)
    {
        Encoding encoding = name switch
        {
            "utf-8" => new UTF8Encoding(false),
            "utf-8 with its mark" => new UTF8Encoding(true),
            "utf-16 little" => new UnicodeEncoding(false, true),
            _ => new UnicodeEncoding(true, true),
        };
        byte[] bytes = [.. encoding.Preamble, .. encoding.GetBytes("people: [{ name: Żółć 🎉 שלום }]")];

        var stated = Assert.IsType<Translation.Stated>(Reading.Of(People, "people.yaml", bytes));

        Assert.Equal("person/żółć-שלום person:żółć-שלום~", Reading.Show(stated.Statement.Entities[0]).Split("~")[0] + "~");
    }

    [Fact]
    public void Bytes_that_are_no_text_are_a_fault_with_their_line() =>
        Assert.Equal(
            ("import.encoding", "people.yaml, line 2: the bytes from place 9 on are not UTF-8."),
            CodeAndMessage(Reading.Refused(People, "people.yaml", [.. "people:\n "u8, 0xFF, 0xFE, (byte)'x']))
        );

    [Fact]
    public void Utf_16_without_its_mark_is_a_fault() =>
        Assert.Equal("import.encoding", Reading.Refused(People, "people.yaml", Encoding.Unicode.GetBytes("people: []")).Code);

    [Theory]
    [InlineData("")]
    [InlineData("  \n\n")]
    [InlineData("# nothing but a comment\n")]
    public void An_empty_file_is_a_fault(string text) =>
        Assert.Equal("import.empty", Reading.Refused(People, "people.yaml", text).Code);

    [Theory]
    [InlineData("people:\n  - name: [a, b\n", 3)]
    [InlineData("a: 1\n---\nb: 2\n", 2)]
    [InlineData("people: *nobody\n", 1)]
    [InlineData("[a, b]: c\n", 1)]
    [InlineData("people:\n  - name: [ada\n  - name: grace\n", 2)]
    [InlineData("people:\n  - {name: ada, motto: x\n  - y", 2)]
    public void Broken_yaml_is_a_fault_with_its_line(string text, int line)
    {
        var fault = Reading.Refused(People, "people.yaml", text);

        Assert.Equal("import.malformed", fault.Code);
        Assert.StartsWith($"people.yaml, line {line}:", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_document_among_many_is_a_fault_with_the_line_of_the_file() =>
        Assert.StartsWith(
            "people.yaml, line 5:",
            Reading.Refused(Documents, "people.yaml", "---\nname: a\n---\n# b\nname: 'b\n").Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(
        "people.yaml",
        "people:\n- { name: Ada, motto: \"a: b\" }\n- name: &n >\n    Grace\n  motto: [*n, ? x, !!str y, 'z']\n"
    )]
    [InlineData("people.json", "{ \"people\": [ { \"name\": \"A\\u00e9\", \"motto\": [1e3, null, true] } ] }")]
    [InlineData("people.csv", "name,motto\r\n\"Ada \"\"A\"\"\",on\r\n\"Gra\nce\",\"o,ff\"\r\n")]
    public void A_file_mangled_anywhere_is_read_or_refused_as_a_file(string name, string text)
    {
        var mapping = Path.GetExtension(name) switch
        {
            ".yaml" => People,
            ".json" => Json,
            _ => Csv,
        };

        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, name);
        File.WriteAllText(path, text);
        var source = SourceFolder.OfFile(Mapping.Parse("mapping.yaml", mapping), path, ImportLimits.Usual);
        foreach (var mangled in Mangled(text))
        {
            File.WriteAllText(path, mangled);
            if (source.Translate(source.Files[0], Reading.Now) is Translation.Refused { Fault: var fault })
                Assert.StartsWith("import.", fault.Code, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("{ \"people\": [ {\n\"name\": } ] }", 2)]
    [InlineData("{} {}", 1)]
    public void Broken_json_is_a_fault_with_its_line(string text, int line)
    {
        var fault = Reading.Refused(Json, "people.json", text);

        Assert.Equal("import.malformed", fault.Code);
        Assert.StartsWith($"people.json, line {line}, place ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_json_is_told_in_words() =>
        Assert.Equal(
            (
                "import.malformed",
                "people.json, line 1, place 10: this is not JSON: Expected end of string, but instead reached end of data."
            ),
            CodeAndMessage(Reading.Refused(Json, "people.json", "{ \"people"))
        );

    [Fact]
    public void Half_a_character_in_json_is_a_fault() =>
        Assert.Equal("import.encoding", Reading.Refused(Json, "people.json", """{ "people": [ { "name": "\uD800" } ] }""").Code);

    [Fact]
    public void A_stray_quote_in_a_table_is_a_fault_with_its_line() =>
        Assert.Equal(
            ("import.malformed", "people.csv, line 3: this is not CSV: a quote stands inside a value that is not quoted."),
            CodeAndMessage(Reading.Refused(Csv, "people.csv", "name,motto\nAda,on\nGra\"ce,off\n"))
        );

    [Fact]
    public void A_quote_that_is_never_closed_is_a_fault_with_the_line_that_opens_it() =>
        Assert.Equal(
            ("import.malformed", "people.csv, line 2: this is not CSV: a quote opens a value here and is never closed."),
            CodeAndMessage(Reading.Refused(Csv, "people.csv", "name,motto\nAda,\"on\nGrace,off\nMary,on\n"))
        );

    [Fact]
    public void A_key_written_twice_is_reported_and_the_last_stands()
    {
        var stated = Reading.Stated(People, "people.yaml", "people:\n- name: Ada\n  motto: first\n  motto: last\n");

        Assert.Equal(["person/ada person:ada motto=last, title=Ada"], stated.Statement.Entities.Select(Reading.Show));
        Assert.Equal(
            ["Doubled 4 motto 'motto': the key is written twice in one map: the last stands"],
            stated.Losses.Losses.Select(Reading.Show)
        );
    }

    [Fact]
    public void A_hundred_megabytes_are_refused_before_they_are_read()
    {
        var fault = Reading.Refused(People, "people.yaml", new byte[100_000_000]);

        Assert.Equal("import.too-large", fault.Code);
    }

    [Fact]
    public void A_nest_of_aliases_is_refused()
    {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var level = 1; level < 12; level++)
            text.Append($"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 10))}]\n");

        Assert.Equal("import.limit", Reading.Refused(People, "people.yaml", text.ToString()).Code);
    }

    [Theory]
    [InlineData("people.yaml", "[", "]")]
    [InlineData("people.json", "[", "]")]
    [InlineData("people.json", "{\"a\":", "}")]
    public void A_deep_nest_is_refused(string name, string open, string close) =>
        Assert.Equal(
            "import.limit",
            Reading
                .Refused(
                    name.EndsWith("json", StringComparison.Ordinal) ? Json : People,
                    name,
                    $"{string.Concat(Enumerable.Repeat(open, 100_000))}1{string.Concat(Enumerable.Repeat(close, 100_000))}"
                )
                .Code
        );

    [Fact]
    public void A_value_of_more_than_a_million_characters_is_dropped_and_reported()
    {
        var stated = Reading.Stated(People, "people.yaml", $"people:\n- name: Ada\n  motto: {new string('x', 1_000_001)}\n");

        Assert.Equal(["person/ada person:ada title=Ada"], stated.Statement.Entities.Select(Reading.Show));
        var loss = Assert.Single(stated.Losses.Losses);
        Assert.Equal((LossKind.Rejected, 3, "people[*].motto"), (loss.Kind, loss.Line, loss.Path));
        Assert.Equal("is 1,000,001 characters long; 1,000,000 are accepted", loss.Why);
    }

    [Fact]
    public void A_file_that_no_source_reads_is_a_fault()
    {
        var thrown = Assert.Throws<Orrery.Graph.FaultException>(() =>
            SourceFolder.OfFile(Mapping.Parse("m.yaml", People), "/nowhere/cities.yaml", ImportLimits.Usual)
        );

        Assert.Equal("import.no-source", thrown.Fault.Code);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_a_fault() =>
        Assert.Equal(
            "import.unreadable",
            Assert.Throws<Orrery.Graph.FaultException>(() => KubernetesImport.Open("/nowhere/at/all")).Fault.Code
        );

    // Cut off at each place, each character left out, and each of those that mean something put in everywhere.
    private static IEnumerable<string> Mangled(string text)
    {
        for (var place = 0; place < text.Length; place++)
        {
            yield return text[..place];
            yield return text.Remove(place, 1);
            foreach (var sign in ":,[]{}\"'&*!?|>-#%@\\\n\t\0")
                yield return text.Insert(place, sign.ToString());
        }
    }

    private static (string Code, string Message) CodeAndMessage(Orrery.Graph.Fault fault) => (fault.Code, fault.Message);
}
