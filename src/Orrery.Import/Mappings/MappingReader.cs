using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Import;

/// <summary>Reads mapping files strictly.</summary>
internal sealed class MappingReader
{
    private const int DeepestShapes = 16;

    private readonly string _file;
    private readonly TransformNames _transforms;
    private readonly ExpressionReader _expressions;
    private readonly Dictionary<string, Node> _shapes = [];

    private MappingReader(string file)
    {
        _file = file;
        _transforms = new(file);
        _expressions = new(file, _transforms);
    }

    public static Mapping Read(string file, string text)
    {
        var content = YamlFiles.ReadOne(file, text, ImportLimits.Usual);
        if (content.Doubled is [var doubled, ..])
            throw ImportFaults.Mapping(
                file,
                doubled.Line,
                doubled.Key,
                "this key is written twice in one map",
                "Keep one of them."
            );
        return new MappingReader(file).Read(new MapCursor(file, content.Documents[0].Root, "mapping"));
    }

    private Mapping Read(MapCursor top)
    {
        var system = top.TakeText("system", "kubernetes");
        foreach (var (name, steps) in top.Entries("transforms"))
            _transforms.Add(name, steps);
        foreach (var (name, shape) in top.Entries("shapes"))
            _shapes[name] = shape;
        ImmutableArray<LookupMapping> lookups = [.. top.Entries("lookups").Select(e => Lookup(e.Key, e.Value))];
        ImmutableArray<SourceMapping> sources = [.. top.Entries("sources").Select(e => Source(e.Key, e.Value))];
        if (sources.IsEmpty)
            throw top.Wrong("sources", "no source is given", "Write sources: with a name, files and records.");
        top.Close();
        return new(system, sources, lookups);
    }

    private LookupMapping Lookup(string name, Node node)
    {
        var cursor = new MapCursor(_file, node, $"lookups.{name}");
        var lookup = new LookupMapping(
            name,
            cursor.TakeText("file", "releases.yaml"),
            Format(cursor),
            Path(cursor, "at", cursor.TakeText("at", "'[*]'")),
            Expressions(cursor, "key").Single(),
            Expressions(cursor, "ends").Single()
        );
        cursor.Close();
        return lookup;
    }

    private SourceMapping Source(string name, Node node)
    {
        var cursor = new MapCursor(_file, node, $"sources.{name}");
        var files = new FilePattern(cursor.TakeText("files", "people/{date}.csv"));
        var source = new SourceMapping(
            name,
            files,
            Format(cursor),
            Delimiter(cursor),
            Holds(cursor, files),
            Records(cursor, name, 0)
        );
        cursor.Close();
        return source.Records.IsEmpty
            ? throw cursor.Wrong("records", "nothing is read from it", "Write records: and what is in a file.")
            : source;
    }

    private static FileFormat Format(MapCursor cursor) =>
        cursor.TakeText("format", "yaml") switch
        {
            "yaml" => FileFormat.Yaml,
            "yaml-documents" => FileFormat.YamlDocuments,
            "json" => FileFormat.Json,
            "csv" => FileFormat.Csv,
            var other => throw cursor.Wrong(
                "format",
                $"'{other}' is not read here",
                "Use one of yaml, yaml-documents, json, csv."
            ),
        };

    private static char Delimiter(MapCursor cursor) =>
        cursor.FindText("delimiter") switch
        {
            null => ',',
            [var one] => one,
            "tab" => '\t',
            var other => throw cursor.Wrong("delimiter", $"'{other}' is more than one character", "Use one character, or tab."),
        };

    private static Holding Holds(MapCursor cursor, FilePattern files) =>
        (cursor.FindText("holds"), files.IsDated) switch
        {
            (null or "since-file-date", true) => Holding.SinceFileDate,
            ("always", false) => Holding.Always,
            (null or "since-read", false) => Holding.SinceRead,
            var (other, dated) => throw cursor.Wrong(
                "holds",
                $"'{other}' does not fit {(dated ? "dated files" : "a file without a date")}",
                dated
                    ? "Leave it out: what a dated file says holds since its date."
                    : "Use always or since-read, or put {date} into files."
            ),
        };

    private ImmutableArray<RecordMapping> Records(MapCursor cursor, string where, int depth) =>
        [.. cursor.Items("records").Select((item, index) => Record(item, $"{where}.records[{index}]", depth))];

    private RecordMapping Record(Node node, string where, int depth)
    {
        var own = new MapCursor(_file, node, where);
        if (depth > DeepestShapes)
            throw own.Wrong("like", $"shapes are nested deeper than {DeepestShapes}", "Let no shape use itself.");
        var shapes = own.Texts("like").Select(l => Shape(l.Text, l.Node, where)).ToList();
        var layers = shapes.Prepend(own).ToList();
        var record = new RecordMapping(
            Path(own, "at", own.TakeText("at", "people[*]")),
            layers.ConvertAll(l => l.FindText("kind")).Find(k => k is not null) ?? own.TakeText("kind", "person"),
            layers.ConvertAll(l => Expressions(l, "id")).Find(i => !i.IsEmpty) is { IsDefault: false } id ? id : [],
            layers.ConvertAll(Doubled).Find(d => d is not null) ?? Doubling.Odd,
            [.. layers.SelectMany(l => Expressions(l, "aliases"))],
            [.. layers.SelectMany(l => Fields(l, where)).DistinctBy(f => f.Name)],
            [.. layers.SelectMany(l => l.Items("relations")).Select(r => Relation(r, where))],
            [.. layers.SelectMany(l => Records(l, where, depth + 1))],
            layers.ConvertAll(l => l.FindText("otherwise")).Find(o => o is not null)
        );
        layers.ForEach(l => l.Close());
        return record.Id.IsEmpty ? throw own.Wrong("id", "it is missing", "Write it, e.g. id: person/{login|lower}") : record;
    }

    private MapCursor Shape(string name, Node at, string where) =>
        _shapes.TryGetValue(name, out var shape)
            ? new(_file, shape, $"shapes.{name}")
            : throw ImportFaults.Mapping(
                _file,
                at.Line,
                $"{where}.like",
                $"there is no shape '{name}'",
                $"Use one of {string.Join(", ", _shapes.Keys.Order())}."
            );

    private static Doubling? Doubled(MapCursor cursor) =>
        cursor.FindText("doubled") switch
        {
            null => null,
            "merged" => Doubling.Merged,
            "odd" => Doubling.Odd,
            var other => throw cursor.Wrong("doubled", $"'{other}' is not known", "Use odd or merged."),
        };

    private ImmutableArray<FieldMapping> Fields(MapCursor cursor, string where) =>
        [.. cursor.Entries("fields").Select(e => Field(e.Key, e.Value, $"{where}.fields"))];

    private FieldMapping Field(string name, Node node, string where)
    {
        if (node is not Node.Map)
            return new(
                name,
                Expressions(new(_file, new Node.Map([new(name, node)], node.Line), where), name),
                null,
                null,
                null,
                []
            );
        var cursor = new MapCursor(_file, node, $"{where}.{name}");
        var constant = cursor.FindText("constant");
        var field = new FieldMapping(
            name,
            Expressions(cursor, "from"),
            constant is null ? null : Value.Of(constant),
            cursor.FindText("default") is { } text ? Value.Of(text) : null,
            cursor.FindText("otherwise"),
            [.. cursor.Entries("record").Select(e => Field(e.Key, e.Value, $"{where}.{name}.record"))]
        );
        cursor.Close();
        if (field.From.IsEmpty == (constant is null))
            throw cursor.Wrong("from", "a field has either from or constant", "Write from: and a path, or constant: and a text.");
        if (!field.Parts.IsEmpty && field.From is not [Expression.Read { Origin: Origin.In, Steps: [] }])
            throw cursor.Wrong("from", "a record is read at a plain path", "Write from: contact.teams[*]");
        return field;
    }

    private RelationMapping Relation(Node node, string where)
    {
        var cursor = new MapCursor(_file, node, $"{where}.relations");
        var from = cursor.Find("from");
        var relation = new RelationMapping(
            cursor.TakeText("type", "part-of"),
            cursor.FindText("each") is { } each ? Path(cursor, "each", each) : null,
            Expressions(cursor, "find"),
            [.. Ends(from ?? cursor.Take("to", "'{@parent}'"), $"{where}.relations")],
            from is null ? Leading.Away : Leading.Here,
            Expressions(cursor, "qualifier").FirstOrDefault(),
            Fields(cursor, $"{where}.relations"),
            cursor.FindText("otherwise")
        );
        cursor.Close();
        return relation;
    }

    private IEnumerable<EndMapping> Ends(Node node, string where)
    {
        switch (node)
        {
            case Node.Scalar { Text: { } text }:
                return [new(null, _expressions.Read(text, node, where))];
            case Node.List list:
                return list.Items.SelectMany(item => Ends(item, where));
            default:
                var cursor = new MapCursor(_file, node, where);
                var end = new EndMapping(cursor.TakeText("kind", "person"), Expressions(cursor, "id").Single());
                cursor.Close();
                return [end];
        }
    }

    private ImmutableArray<Expression> Expressions(MapCursor cursor, string key) =>
        [.. cursor.Texts(key).Select(t => _expressions.Read(t.Text, t.Node, key))];

    private static NodePath Path(MapCursor cursor, string key, string text) =>
        NodePath.TryParse(text)
        ?? throw cursor.Wrong(key, $"'{text}' is no path", "Write names joined by dots, e.g. sigs[*] or . for the document");
}
