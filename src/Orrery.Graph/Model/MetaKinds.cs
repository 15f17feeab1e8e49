using System.Collections.Frozen;

namespace Orrery.Graph;

/// <summary>The labels of entities that describe the graph itself: the one list of kinds that the product's code knows (docs/model.md).</summary>
public static class MetaKinds
{
    /// <summary>A kind of entity.</summary>
    public const string Kind = "kind";

    /// <summary>A field of a kind or of a relation type.</summary>
    public const string Field = "field";

    /// <summary>A type of relation.</summary>
    public const string RelationType = "relation-type";

    /// <summary>One of the categories.</summary>
    public const string Category = "category";

    /// <summary>A closed list of words that enum fields share.</summary>
    public const string Enumeration = "enumeration";

    /// <summary>The states that things of a kind go through.</summary>
    public const string Lifecycle = "lifecycle";

    /// <summary>A pack that was installed.</summary>
    public const string Pack = "pack";

    /// <summary>A group of people with words of its own.</summary>
    public const string Community = "community";

    /// <summary>What a community calls something: a word.</summary>
    public const string Signifier = "signifier";

    /// <summary>The workspace's own settings; there is one, <c>workspace:this</c>.</summary>
    public const string Workspace = "workspace";

    /// <summary>A question with a shape, an audience and a task, kept for people to open.</summary>
    public const string View = "view";

    /// <summary>What somebody said about a thing or a relation.</summary>
    public const string Comment = "comment";

    /// <summary>That somebody wants to hear of changes of a thing.</summary>
    public const string Watch = "watch";

    /// <summary>A file that belongs to a thing or a relation; its bytes lie beside the journal.</summary>
    public const string Attachment = "attachment";

    private static readonly FrozenSet<string> All = FrozenSet.ToFrozenSet([
        Kind,
        Field,
        RelationType,
        Category,
        Enumeration,
        Lifecycle,
        Pack,
        Community,
        Signifier,
        Workspace,
        View,
        Comment,
        Watch,
        Attachment,
    ]);

    /// <summary>Whether a label is one of these: it needs no kind that defines it.</summary>
    public static bool Contains(string label) => All.Contains(label);

    /// <summary>Whether the model changes with things of a label.</summary>
    internal static bool Shapes(string label) => All.Contains(label) && label is not (Comment or Watch or Attachment);

    /// <summary>Whether things of a label describe the model or the workspace. A word is known to the code and still the company's own, like any other thing.</summary>
    public static bool Describes(string label) => label != Signifier && All.Contains(label);
}
