namespace Orrery.Query;

/// <summary>How tightly an expression holds together, as the grammar nests its productions: a looser one needs brackets inside a tighter one.</summary>
internal enum Binding
{
    Loosest,
    Or,
    Xor,
    And,
    Not,
    Comparison,
    Predicate,
    Sum,
    Product,
    Power,
    Signed,
    Labelled,
    Postfix,
    Atom,
}
