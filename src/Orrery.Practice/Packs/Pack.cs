using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>A part of a model that can be adopted as a whole. Format: docs/packs.md.</summary>
/// <param name="Name">Its symbol, e.g. <c>core</c>.</param>
/// <param name="Version">Three numbers, e.g. <c>1.2.0</c>.</param>
/// <param name="Title">For people.</param>
/// <param name="Description">What it is for, and what not.</param>
/// <param name="Revisit">The day by which somebody looks whether it still serves; nothing is adopted for ever.</param>
/// <param name="Needs">Packs it builds on.</param>
public sealed record Pack(
    string Name,
    string Version,
    string Title,
    string Description,
    NodaTime.LocalDate Revisit,
    ImmutableArray<string> Needs,
    ImmutableArray<CategoryDefinition> Categories,
    ImmutableArray<EnumerationDefinition> Enumerations,
    ImmutableArray<KindDefinition> Kinds,
    ImmutableArray<RelationTypeDefinition> RelationTypes,
    ImmutableArray<PackExtension> Extensions,
    ImmutableArray<LifecycleDefinition> Lifecycles,
    ImmutableArray<PackView> Views,
    ImmutableArray<PackVocabulary> Words,
    ImmutableArray<PackExample> Examples,
    Place Place
)
{
    /// <summary>The YAML it was read from: kept with what it installs, so that a later version can be told from what was changed here.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whether it brings nothing.</summary>
    public bool IsEmpty =>
        Categories.IsEmpty
        && Enumerations.IsEmpty
        && Kinds.IsEmpty
        && RelationTypes.IsEmpty
        && Extensions.IsEmpty
        && Lifecycles.IsEmpty
        && Views.IsEmpty
        && Words.IsEmpty
        && Examples.IsEmpty;
}

/// <summary>A view that comes with a pack.</summary>
/// <param name="Symbol">The key of its ref.</param>
public sealed record PackView(string Symbol, ViewDefinition Definition, Place Place);

/// <summary>One of the homes that kinds live in.</summary>
public sealed record CategoryDefinition(string Symbol, string Title, string Description, Place Place);

/// <summary>A named closed list of options that several fields share.</summary>
public sealed record EnumerationDefinition(string Symbol, string Title, ImmutableArray<FieldOption> Options, Place Place);

/// <summary>One option: what is stored, and what is shown.</summary>
public sealed record FieldOption(string Symbol, string Title);

/// <summary>A type of thing.</summary>
/// <param name="Symbol">What refs and queries say, e.g. <c>work-item</c>.</param>
/// <param name="Title">Singular label.</param>
/// <param name="Plural">Plural label.</param>
/// <param name="Ancestors">Symbols of the kinds it is a sort of; empty for a root.</param>
/// <param name="Category">Its home if stated here; else that of its nearest ancestor.</param>
/// <param name="Lifecycle">The lifecycle its things go through; null when inherited, or when there is none.</param>
/// <param name="Temporality">persistent, time-boxed, recurring or event; null when inherited.</param>
/// <param name="Grounding">anchor, container, summary or view-only; null when inherited.</param>
/// <param name="HalfLifeInDays">After how long half of the trust in it is gone; null when inherited.</param>
/// <param name="IsAbstract">No entity is of this kind itself, only of its descendants.</param>
public sealed record KindDefinition(
    string Symbol,
    string Title,
    string Plural,
    string Description,
    ImmutableArray<string> Ancestors,
    string? Category,
    string? Lifecycle,
    string? Temporality,
    string? Grounding,
    int? HalfLifeInDays,
    bool IsAbstract,
    ImmutableArray<PackField> Fields,
    Place Place
)
{
    /// <summary>How often somebody looks at it, in days; null when inherited, or when nobody has to.</summary>
    public int? ReviewEveryInDays { get; init; }

    /// <summary>Other categories it matters to as well.</summary>
    public ImmutableArray<string> Facets { get; init; } = [];

    /// <summary>core for what day one shows, extended for the rest, custom for what people made; null for extended.</summary>
    public string? Tier { get; init; }

    /// <summary>Not offered any more; what there is of it stays.</summary>
    public bool IsHidden { get; init; }
}

/// <summary>Something to say about a thing of a kind, or about a relation of a type.</summary>
/// <param name="Options">For an enum: the options, or empty when <paramref name="Enumeration"/> names them.</param>
/// <param name="Enumeration">The shared list of options, or null.</param>
/// <param name="IsPersonal">About a person: stored under the key of its subject, erasable.</param>
/// <param name="Required">never, on-commit (asked for when something is committed to) or always.</param>
public sealed record PackField(
    string Symbol,
    string Title,
    FieldKind Kind,
    string? Unit,
    ImmutableArray<FieldOption> Options,
    string? Enumeration,
    bool IsPersonal,
    string Required,
    string? Description,
    Place Place
)
{
    /// <summary>Not offered any more; what there is of it stays.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Between which numbers its values lie.</summary>
    public FieldRange Range { get; init; } = FieldRange.Open;

    /// <summary>How a form asks for it.</summary>
    public FieldAid Aid { get; init; } = FieldAid.None;
}

/// <summary>A type of directed relation.</summary>
/// <param name="Title">Read from start to end: "contributes to".</param>
/// <param name="Inverse">Read from end to start: "is served by".</param>
/// <param name="From">Kinds it may start at, each with its descendants; empty for any.</param>
/// <param name="To">Kinds it may end at; empty for any.</param>
/// <param name="FromMax">How many may arrive at one end; null for many.</param>
/// <param name="ToMax">How many may leave one start; null for many.</param>
public sealed record RelationTypeDefinition(
    string Symbol,
    string Title,
    string Inverse,
    string Description,
    ImmutableArray<string> From,
    ImmutableArray<string> To,
    int? FromMax,
    int? ToMax,
    bool IsAcyclic,
    bool IsSymmetric,
    bool IsCausal,
    bool IsStructural,
    ImmutableArray<PackField> Fields,
    Place Place
)
{
    /// <summary>Not offered any more; what there is of it stays.</summary>
    public bool IsHidden { get; init; }

    /// <summary>A bet may sit on such a relation.</summary>
    public bool TakesBets { get; init; }
}
