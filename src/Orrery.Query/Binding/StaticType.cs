namespace Orrery.Query;

/// <summary>What is known of an expression before anything runs.</summary>
internal enum StaticType
{
    /// <summary>Nothing is known.</summary>
    Any,
    Node,
    Relation,
    Path,
    Integer,
    Float,
    Text,
    Bool,
    List,

    /// <summary>The relations of a path of any number of hops.</summary>
    Relations,
    Map,
    Temporal,
    Null,
}
