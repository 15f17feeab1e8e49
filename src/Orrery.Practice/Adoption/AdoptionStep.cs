using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>One line of what adopting, upgrading or removing packs does to a model.</summary>
/// <param name="Part">What it is about, e.g. <c>kind:bet</c>.</param>
/// <param name="Title">For people.</param>
public abstract record AdoptionStep(EntityRef Part, string Title)
{
    /// <summary>It comes with the pack.</summary>
    public sealed record Comes(EntityRef Part, string Title) : AdoptionStep(Part, Title);

    /// <summary>The pack says something else than before, and nobody here touched it.</summary>
    public sealed record Changes(EntityRef Part, string Title, string Field, Value Before, Value After)
        : AdoptionStep(Part, Title);

    /// <summary>The pack no longer has it, and nothing here needs it.</summary>
    public sealed record Goes(EntityRef Part, string Title) : AdoptionStep(Part, Title);

    /// <summary>The pack no longer has it, but it is used here: it stays, as the workspace's own.</summary>
    /// <param name="Why">Who uses it, in words.</param>
    public sealed record Stays(EntityRef Part, string Title, string Why) : AdoptionStep(Part, Title);

    /// <summary>A field comes to hold something else, and its values are turned into that.</summary>
    /// <param name="IsChoice">Only where the pack's side is taken.</param>
    public sealed record Turns(EntityRef Part, string Title, ConversionCounts Counts, bool IsChoice) : AdoptionStep(Part, Title);

    /// <summary>A tie between two parts comes or goes.</summary>
    public sealed record Ties(EntityRef Part, string Title, string Type, EntityRef To, bool IsNew) : AdoptionStep(Part, Title);

    /// <summary>It was changed here: ours stays, unless somebody takes the pack's side.</summary>
    /// <param name="Field">The field, or null where it is about being there at all.</param>
    public abstract record Ours(EntityRef Part, string Title, string? Field, Value Packs, Value Mine) : AdoptionStep(Part, Title)
    {
        /// <summary>How the choice is named: <c>kind:bet.title</c>.</summary>
        public string Name => Field is null ? Part.ToString() : $"{Part}.{Field}";
    }

    /// <summary>It was changed here, and the pack says what it said before.</summary>
    public sealed record Kept(EntityRef Part, string Title, string Field, Value Packs, Value Mine)
        : Ours(Part, Title, Field, Packs, Mine);

    /// <summary>It was changed here, and the pack now says something third: somebody should choose.</summary>
    public sealed record Clash(EntityRef Part, string Title, string? Field, Value Packs, Value Mine)
        : Ours(Part, Title, Field, Packs, Mine)
    {
        /// <summary>What the installed version said, from which both went their ways; null where that is not known.</summary>
        public Value? Before { get; init; }
    }
}
