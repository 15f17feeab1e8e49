using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Import;

/// <summary>How the files of one system are read: which files, which records in them, their ids, fields and relations. Written in YAML: docs/imports/mapping.md.</summary>
public sealed record Mapping
{
    internal Mapping(string system, ImmutableArray<SourceMapping> sources, ImmutableArray<LookupMapping> lookups) =>
        (System, Sources, Lookups) = (system, sources, lookups);

    /// <summary>Whose ids the foreign ids are.</summary>
    public string System { get; }

    /// <summary>The sources it reads, by name, in the order of the mapping.</summary>
    public IEnumerable<string> SourceNames => Sources.Select(s => s.Source);

    internal ImmutableArray<SourceMapping> Sources { get; }

    internal ImmutableArray<LookupMapping> Lookups { get; }

    /// <summary>Reads a mapping.</summary>
    /// <param name="file">Its name, for faults.</param>
    /// <param name="text">YAML.</param>
    /// <exception cref="FaultException">Something in it is unknown or missing: the fault names file, line, key and remedy.</exception>
    public static Mapping Parse(string file, string text) => MappingReader.Read(file, text);
}

/// <summary>One source: its files, and what is in them.</summary>
/// <param name="Source">E.g. <c>kubernetes/sigs</c>.</param>
/// <param name="Files">Which files are its readings.</param>
/// <param name="Format">How they are written.</param>
/// <param name="Delimiter">Between the values of a table.</param>
/// <param name="Holds">From when what it says is true.</param>
/// <param name="Records">What is in a document.</param>
internal sealed record SourceMapping(
    string Source,
    FilePattern Files,
    FileFormat Format,
    char Delimiter,
    Holding Holds,
    ImmutableArray<RecordMapping> Records
);

/// <summary>From when a source's statements hold.</summary>
internal enum Holding
{
    /// <summary>From the date in the file's name.</summary>
    SinceFileDate,

    /// <summary>Always: facts that have no beginning of their own.</summary>
    Always,

    /// <summary>From the moment of reading, given by who imports.</summary>
    SinceRead,
}

/// <summary>A table read beside the sources: its rows are periods that follow one another.</summary>
/// <param name="Ends">The last day of the row's period, which begins the day after the row before ended.</param>
internal sealed record LookupMapping(string Name, string File, FileFormat Format, NodePath At, Expression Key, Expression Ends);

/// <summary>Entities of one kind at one place.</summary>
/// <param name="At">From the record around it, or the document.</param>
/// <param name="Kind">The kind's symbol.</param>
/// <param name="Id">Candidates for the foreign id: the first that can be formed and is free.</param>
/// <param name="Doubled">What a second record under the same id means.</param>
/// <param name="Aliases">By what else relations of the same file may find it.</param>
/// <param name="Otherwise">Field of the record around it that keeps the texts no id can be made of.</param>
internal sealed record RecordMapping(
    NodePath At,
    string Kind,
    ImmutableArray<Expression> Id,
    Doubling Doubled,
    ImmutableArray<Expression> Aliases,
    ImmutableArray<FieldMapping> Fields,
    ImmutableArray<RelationMapping> Relations,
    ImmutableArray<RecordMapping> Records,
    string? Otherwise
);

/// <summary>What a second record under the same foreign id means.</summary>
internal enum Doubling
{
    /// <summary>A mistake: the next candidate, or else merged and reported.</summary>
    Odd,

    /// <summary>The same thing spoken of again: merged.</summary>
    Merged,
}

/// <summary>A field.</summary>
/// <param name="From">The first expression that finds something.</param>
/// <param name="Constant">The value, whatever the document says; else null.</param>
/// <param name="Default">The value when nothing is found; else null.</param>
/// <param name="Otherwise">The field that keeps what cannot be read, as text.</param>
/// <param name="Parts">Fields of a record value; empty for a plain value.</param>
internal sealed record FieldMapping(
    string Name,
    ImmutableArray<Expression> From,
    Value? Constant,
    Value? Default,
    string? Otherwise,
    ImmutableArray<FieldMapping> Parts
);

/// <summary>Relations from a record.</summary>
/// <param name="Each">One relation for each place; null for one of the record itself.</param>
/// <param name="Find">Looked up among the aliases of the file first.</param>
/// <param name="Other">Candidates for the other end: one that the file states, else the first that can be formed.</param>
/// <param name="Leads">Whether the record is where it starts or where it ends.</param>
/// <param name="Qualifier">Tells parallel relations apart.</param>
/// <param name="Otherwise">Field of the record that keeps the texts that lead nowhere.</param>
internal sealed record RelationMapping(
    string Type,
    NodePath? Each,
    ImmutableArray<Expression> Find,
    ImmutableArray<EndMapping> Other,
    Leading Leads,
    Expression? Qualifier,
    ImmutableArray<FieldMapping> Fields,
    string? Otherwise
);

/// <summary>Which way a relation leads from its record.</summary>
internal enum Leading
{
    /// <summary>It starts at the record.</summary>
    Away,

    /// <summary>It ends at the record.</summary>
    Here,
}

/// <summary>A possible end of a relation.</summary>
/// <param name="Kind">How to know it while nobody states it; null when the file itself must state it.</param>
internal sealed record EndMapping(string? Kind, Expression Id);
