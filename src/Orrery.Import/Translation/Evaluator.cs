using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using Orrery.Graph;

namespace Orrery.Import;

/// <summary>Reads expressions at a place of a document.</summary>
/// <param name="tables">Lookup tables.</param>
/// <param name="date">The file's date, as <c>@date</c>.</param>
/// <param name="limits">How long a value may be.</param>
internal sealed class Evaluator(LookupTables tables, string date, ImportLimits limits)
{
    /// <summary>What an expression came to: a value for each place it read, in order.</summary>
    /// <param name="Answers">Empty when nothing stands there.</param>
    /// <param name="IsList">Whether the path can lead to many places, so that the value is a list even when one answered.</param>
    public sealed record Reading(ImmutableArray<Answer> Answers, bool IsList);

    /// <summary>What one place came to.</summary>
    public sealed record Answer(string Raw, int Line, Transformed Result);

    private static readonly Reading Nothing = new([], IsList: false);

    public Reading Read(Expression expression, Instance record, Place here) =>
        expression switch
        {
            Expression.Read read => Read(read, record, here),
            Expression.Template template => Read(template, record, here),
            _ => throw new UnreachableException($"No rule reads {expression.GetType().Name}."),
        };

    private Reading Read(Expression.Read read, Instance record, Place here) =>
        read.Origin switch
        {
            Origin.Known { Fact: Fact.Item } => new(Answers(here, read), IsList: false),
            Origin.Known known => Known(known.Fact, record, here) is { } text
                ? new([new(text, here.Node.Line, Through(read.Steps, text))], IsList: false)
                : Nothing,
            Origin.In { Path: { Explodes: false } path } => path.One(here) is { } place
                ? new(Answers(place, read), IsList: false)
                : Nothing,
            Origin.In { Path: var path } => new([.. path.From(here).SelectMany(place => Answers(place, read))], path.Explodes),
            _ => throw new UnreachableException($"No rule reads {read.Origin.GetType().Name}."),
        };

    /// <summary>The text at a place; a list where one text is wanted answers for each item.</summary>
    private ImmutableArray<Answer> Answers(Place place, Expression.Read read)
    {
        switch (place.Node)
        {
            case Node.Scalar scalar:
                scalar.IsTaken = true;
                return scalar.Text is { } text ? [new(text, scalar.Line, Result(read.Steps, text))] : [];
            case Node.List list:
                return [.. list.Items.SelectMany(item => Answers(new(item, null), read))];
            default:
                return [new("(a map)", place.Node.Line, new Transformed.Rejected("is a map where a text is wanted"))];
        }
    }

    private Transformed Result(ImmutableArray<Transform> steps, string text) =>
        text.Length > limits.TextCharacters
            ? new Transformed.Rejected($"is {text.Length:N0} characters long; {limits.TextCharacters:N0} are accepted")
            : Through(steps, text);

    private Transformed Through(ImmutableArray<Transform> steps, string text) =>
        steps is [var one] ? one.Apply(text, tables) : Transform.ApplyAll(steps, text, tables);

    private string? Known(Fact fact, Instance record, Place here) =>
        fact switch
        {
            Fact.Key => here.Key,
            Fact.Id => record.Id,
            Fact.IdTail => record.Id is { } own ? ForeignKeys.Tail(own) : null,
            Fact.Parent => record.Parent?.Id,
            Fact.ParentTail => record.Parent?.Id is { } id ? ForeignKeys.Tail(id) : null,
            Fact.Path => record.Document.Path,
            Fact.Nth => record.Nth > 1 ? record.Nth.ToString() : null,
            Fact.Date => date,
            _ => throw new UnreachableException($"No rule knows {fact}."),
        };

    /// <summary>A template is as good as its worst piece: absent, a placeholder or rejected when one is.</summary>
    private Reading Read(Expression.Template template, Instance record, Place here)
    {
        var text = new StringBuilder();
        var raw = new StringBuilder();
        var line = here.Node.Line;
        string? coerced = null;
        foreach (var piece in template.Pieces)
        {
            if (piece is Expression.Piece.Literal literal)
            {
                text.Append(literal.Text);
                continue;
            }

            var filled = (Expression.Piece.Filled)piece;
            var answer = Read(filled.Value, record, here).Answers.FirstOrDefault();
            if (answer is null or { Result: Transformed.Done { Value: Value.Null } })
            {
                if (filled.MayMiss)
                    continue;
                return Nothing;
            }

            raw.Append(raw.Length > 0 ? " " : "").Append(answer.Raw);
            line = answer.Line;
            if (answer.Result is not Transformed.Done done)
                return new([answer], IsList: false);
            text.Append(TextOf(done.Value));
            coerced ??= done.Coerced;
        }

        var whole = template.Steps.IsEmpty ? Transformed.Of(text.ToString()) : Through(template.Steps, text.ToString());
        return new([new(template.Steps.IsEmpty ? raw.ToString() : text.ToString(), line, Noted(whole, coerced))], IsList: false);
    }

    private static Transformed Noted(Transformed whole, string? coerced) =>
        whole is Transformed.Done { Coerced: null } done ? done with { Coerced = coerced } : whole;

    private static string TextOf(Value value) =>
        value switch
        {
            Value.Text text => text.Characters,
            Value.Integer number => number.Number.ToString(),
            Value.Date day => day.Day.ToString("uuuu-MM-dd", null),
            _ => value.ToString(),
        };
}
