using System.Diagnostics;
using Orrery.Graph;

namespace Orrery.Tests.Query.Oracle.Sql;

/// <summary>What a piece of SQL stands for in openCypher. Truth is 0 or 1, things are their ids, lists and paths are JSON.</summary>
internal abstract record SqlType
{
    private SqlType() { }

    /// <summary>Nothing but null.</summary>
    public sealed record Unknown : SqlType;

    public sealed record Number : SqlType;

    public sealed record Text : SqlType;

    public sealed record Truth : SqlType;

    public sealed record Node : SqlType;

    public sealed record Relation : SqlType;

    public sealed record Path : SqlType;

    public sealed record List(SqlType Item) : SqlType;

    /// <summary>What both are; a column holds values of one type.</summary>
    public SqlType With(SqlType other) =>
        (this, other) switch
        {
            _ when this == other => this,
            (Unknown, _) => other,
            (_, Unknown) => this,
            (List(var one), List(var another)) => new List(one.With(another)),
            _ => throw new NoTranslationException($"{this} beside {other}"),
        };

    /// <summary>This, or no translation.</summary>
    public SqlType Only<T>()
        where T : SqlType => this is T or Unknown ? this : throw new NoTranslationException($"{this} as {typeof(T).Name}");

    /// <summary>The value that a cell of an answer stands for.</summary>
    public Value Read(object cell) =>
        (this, cell) switch
        {
            (_, DBNull) => Value.Nothing,
            (Number, long number) => Value.Of(number),
            (Number, double number) => Value.Of(number),
            (Text, string text) => Value.Of(text),
            (Truth, long truth) => Value.Of(truth != 0),
            (Node, string id) => new Value.Entity(IdOf(id)),
            (Relation, string id) => new Value.Relation(IdOf(id)),
            (Path, string json) => new Value.Path([.. SqlJson.Read(json).Select(step => IdOf((string)step))]),
            (List(var item), string json) => Value.Of(SqlJson.Read(json).Select(item.Read)),
            _ => throw new UnreachableException($"{cell} is no {this}."),
        };

    private static Id IdOf(string text) => Id.TryParse(text, out var id) ? id : throw new InvalidDataException(text);
}
