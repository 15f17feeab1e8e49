using System.Collections.Immutable;

namespace Orrery.Import;

/// <summary>What a mapping writes to say where a value comes from: <c>name|trim</c>, or a text with such pieces in braces: <c>group/{dir|lower}</c>.</summary>
internal abstract record Expression
{
    private Expression(string text) => Where = text.Split('|')[0].Trim();

    /// <summary>What it reads, without transforms: its place in reports.</summary>
    public string Where { get; }

    /// <summary>A value read at a place and put through transforms.</summary>
    /// <param name="Origin">Where it is read.</param>
    /// <param name="Steps">In order.</param>
    /// <param name="Text">As it stands in the mapping.</param>
    public sealed record Read(Origin Origin, ImmutableArray<Transform> Steps, string Text) : Expression(Text);

    /// <summary>A text put together. It is absent when a piece is, unless the piece ends in <c>?</c>.</summary>
    /// <param name="Pieces">In order.</param>
    /// <param name="Steps">What the whole text is put through.</param>
    /// <param name="Text">As it stands in the mapping.</param>
    public sealed record Template(ImmutableArray<Piece> Pieces, ImmutableArray<Transform> Steps, string Text) : Expression(Text);

    /// <summary>A part of a template: a text as it is, or a value.</summary>
    public abstract record Piece
    {
        private Piece() { }

        public sealed record Literal(string Text) : Piece;

        public sealed record Filled(Read Value, bool MayMiss) : Piece;
    }
}

/// <summary>Where an expression reads.</summary>
internal abstract record Origin
{
    private Origin() { }

    /// <summary>In the document.</summary>
    public sealed record In(NodePath Path) : Origin;

    /// <summary>What the translation knows: the record's own place and name.</summary>
    public sealed record Known(Fact Fact) : Origin;
}

/// <summary>What an expression can read that is not in the document; written with an @.</summary>
internal enum Fact
{
    /// <summary><c>@item</c>: the text at hand, where a record or a relation is made of each item of a list.</summary>
    Item,

    /// <summary><c>@key</c>: the name of the entry at hand (<c>.*</c>).</summary>
    Key,

    /// <summary><c>@id</c>: the record's foreign id.</summary>
    Id,

    /// <summary><c>@id-tail</c>: that id after its first slash.</summary>
    IdTail,

    /// <summary><c>@parent</c>: the foreign id of the record around it.</summary>
    Parent,

    /// <summary><c>@parent-tail</c>: that id after its first slash.</summary>
    ParentTail,

    /// <summary><c>@path</c>: what the comment before the document calls it.</summary>
    Path,

    /// <summary><c>@nth</c>: 2 for the second record that would take the same id, and so on.</summary>
    Nth,

    /// <summary><c>@date</c>: the date of the file.</summary>
    Date,
}
