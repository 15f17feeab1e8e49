using System.Collections.Immutable;
using NodaTime;

namespace Orrery.Graph;

/// <summary>What one reading of a source states to be true from a date on: the whole of it, so that what it no longer says is retired.</summary>
/// <param name="System">Whose ids the foreign ids are, e.g. <c>kubernetes</c>. Sources of one system speak of the same things by the same foreign ids.</param>
/// <param name="Source">Which source of that system, e.g. <c>kubernetes/sigs</c>: the next reading of the same source replaces this one.</param>
/// <param name="File">What was read, as the source names it (a relative path).</param>
/// <param name="From">From when it holds.</param>
/// <param name="Digest">SHA-256 of what was read, in hexadecimal.</param>
/// <param name="Entities">Each foreign id once.</param>
/// <param name="Relations">Each (type, from, to, qualifier) once.</param>
public sealed record Statement(
    string System,
    string Source,
    string File,
    Instant From,
    string Digest,
    ImmutableArray<StatedEntity> Entities,
    ImmutableArray<StatedRelation> Relations
);

/// <summary>An entity that a source states.</summary>
/// <param name="ForeignId">What the source's system calls it, stable, e.g. <c>group/sig-node</c>.</param>
/// <param name="Kind">The kind's symbol.</param>
/// <param name="Key">The key of its ref: a function of the foreign id alone, so that refs do not depend on the order of files.</param>
/// <param name="Fields">What is stated of it; a field left out is not claimed.</param>
public sealed record StatedEntity(string ForeignId, string Kind, string Key, ImmutableSortedDictionary<string, Value> Fields);

/// <summary>A relation that a source states between two foreign ids. An end that nobody states (now) leaves the relation unresolved: recorded, invisible, reported.</summary>
/// <param name="Type">The relation type's symbol.</param>
/// <param name="From">Foreign id of the start.</param>
/// <param name="To">Foreign id of the end.</param>
/// <param name="ToStub">Kind and key to know the end by while nobody states it; null when the end must be stated by the same statement.</param>
/// <param name="Qualifier">Tells parallel relations of one type apart; usually empty.</param>
/// <param name="Fields">What is stated of the relation.</param>
/// <param name="FromStub">As <paramref name="ToStub"/>, for the start.</param>
public sealed record StatedRelation(
    string Type,
    string From,
    string To,
    Stub? ToStub,
    string Qualifier,
    ImmutableSortedDictionary<string, Value> Fields,
    Stub? FromStub = null
);

/// <summary>How an entity that is spoken of, but not stated, is known until somebody states it.</summary>
public sealed record Stub(string Kind, string Key);
