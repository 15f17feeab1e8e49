using NodaTime;
using Orrery.Graph;

namespace Orrery.Import;

/// <summary>Translates one file into a statement: a function of the mapping, the file and the lookup tables, of nothing else.</summary>
internal sealed class Translator
{
    private readonly SourceMapping _source;
    private readonly string _file;
    private readonly ImportLimits _limits;
    private readonly LossSink _losses;
    private readonly StatementDraft _draft;
    private readonly Evaluator _evaluator;
    private readonly FieldReader _fields;

    public Translator(SourceMapping source, string file, string date, LookupTables tables, ImportLimits limits)
    {
        (_source, _file, _limits) = (source, file, limits);
        _losses = new(file);
        _draft = new(_losses);
        _evaluator = new(tables, date, limits);
        _fields = new(_evaluator, _losses);
    }

    /// <summary>Translates these bytes.</summary>
    /// <exception cref="FaultException">The file cannot be read.</exception>
    public Translation.Stated Translate(string system, ReadOnlySpan<byte> bytes, Instant from, string digest)
    {
        var content = FileReader.Read(_file, bytes, _source.Format, _source.Delimiter, _limits);
        foreach (var doubled in content.Doubled)
            _losses.Add(
                LossKind.Doubled,
                doubled.Line,
                "",
                doubled.Key,
                doubled.Key,
                "the key is written twice in one map: the last stands"
            );
        var records = new RecordFinder(_evaluator, _losses).Find(_source, content);
        State(records);
        Relate(records);
        foreach (var document in content.Documents)
            Unread.Report(document.Root, _losses);
        var statement = new Statement(system, _source.Source, _file, from, digest, _draft.Entities(), _draft.Relations());
        return new(statement, _losses.Report());
    }

    private void State(List<Instance> records)
    {
        foreach (var record in records)
        {
            if (record.Id is { } id)
                _draft.Entity(id, record.Mapping.Kind, record.Place.Node.Line, record.Path);
        }

        foreach (var record in records)
        {
            if (record.Id is { } id)
            {
                foreach (var found in _fields.Read(record.Mapping.Fields, record, record.Place, record.Path))
                    _draft.Field(id, found);
            }
            else if (record is { Unknown: { } text, Mapping.Otherwise: { } field, Parent.Id: { } around })
            {
                _draft.Text(around, field, Loss.Cut(text));
            }
        }
    }

    private void Relate(List<Instance> records)
    {
        var reader = new RelationReader(_evaluator, _fields, _draft, Aliases(records), _losses);
        foreach (var record in records.Where(r => r.Id is not null))
            reader.Read(record);
    }

    private Dictionary<string, string> Aliases(List<Instance> records)
    {
        var aliases = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var record in records.Where(r => r.Id is not null))
        {
            foreach (var alias in record.Mapping.Aliases)
            {
                if (
                    _evaluator.Read(alias, record, record.Place).Answers
                    is [{ Result: Transformed.Done { Value.AsText: { } name } }]
                )
                    aliases.TryAdd(name, record.Id!);
            }
        }

        return aliases;
    }
}
