using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>Everything that a workspace keeps track of, at a glance.</summary>
/// <param name="Visit">Who looks.</param>
/// <param name="Wanted">What the list is narrowed to, as typed.</param>
/// <param name="Homes">By category.</param>
/// <param name="Relations">Types of relation, by title.</param>
public sealed record ModelView(
    Visit Visit,
    string Wanted,
    ImmutableArray<ModelHome> Homes,
    ImmutableArray<RelationType> Relations
);

/// <summary>A category and its kinds.</summary>
/// <param name="Symbol">Of the category; empty for kinds without one.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Root">The kind that new ones of it stand under, or null.</param>
/// <param name="Lines">In the order of what stands under what.</param>
public sealed record ModelHome(string Symbol, string Title, string? Root, ImmutableArray<ModelLine> Lines);

/// <summary>A kind in the overview.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Depth">How many kinds of its category stand above it.</param>
/// <param name="Count">How many things are of it; null where they are not counted.</param>
/// <param name="IsAsleep">Nothing needed it yet.</param>
public sealed record ModelLine(Kind Kind, int Depth, int? Count, bool IsAsleep);

/// <summary>One kind.</summary>
/// <param name="Visit">Who looks.</param>
/// <param name="Part">Its entity.</param>
/// <param name="Kind">As the model has it.</param>
/// <param name="Own">Its own fields, in order.</param>
/// <param name="Inherited">Fields that it has from others, with the kind they are of.</param>
/// <param name="Relations">What may leave and arrive.</param>
/// <param name="Pack">The pack that it comes from, or null.</param>
/// <param name="ChangedHere">What of it is not as the pack says.</param>
/// <param name="Problem">Why something was not done, or null.</param>
public sealed record ModelKindView(
    Visit Visit,
    Entity Part,
    Kind Kind,
    ImmutableArray<ModelField> Own,
    ImmutableArray<ModelField> Inherited,
    ImmutableArray<RelationChoice> Relations,
    Entity? Pack,
    ImmutableArray<AdoptionStep.Kept> ChangedHere,
    Fault? Problem
);

/// <summary>A field on the page of a kind.</summary>
/// <param name="Field">The field.</param>
/// <param name="Part">Its entity.</param>
/// <param name="Owner">The kind that it is of.</param>
public sealed record ModelField(FieldDefinition Field, Entity Part, Entity Owner);
