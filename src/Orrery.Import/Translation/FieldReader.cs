using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Import;

/// <summary>Reads the fields of a record or a relation at its place, reporting what does not carry over.</summary>
internal sealed class FieldReader(Evaluator evaluator, LossSink losses)
{
    /// <summary>A value of a field, and where it was read.</summary>
    public readonly record struct Found(string Field, Value Value, int Line, Spot Spot);

    /// <summary>The values of these fields; a field that finds nothing is left out.</summary>
    public IEnumerable<Found> Read(ImmutableArray<FieldMapping> fields, Instance record, Place here, string path) =>
        fields.SelectMany(field => Read(field, record, here, path));

    private List<Found> Read(FieldMapping field, Instance record, Place here, string path)
    {
        if (field.Constant is { } constant)
            return [new(field.Name, constant, here.Node.Line, new(path, "."))];
        List<Found> found = field.Parts.IsEmpty ? Plain(field, record, here, path) : Records(field, record, here, path);
        if (found.Count == 0 && field.Default is { } otherwise)
            found.Add(new(field.Name, otherwise, here.Node.Line, new(path, ".")));
        return found;
    }

    private List<Found> Plain(FieldMapping field, Instance record, Place here, string path)
    {
        foreach (var expression in field.From)
        {
            var reading = evaluator.Read(expression, record, here);
            if (reading.Answers.IsEmpty)
                continue;
            var where = new Spot(path, expression.Where);
            return reading.IsList ? Many(field, record, reading, where) : One(field, record, reading, where);
        }

        return [];
    }

    private List<Found> One(FieldMapping field, Instance record, Evaluator.Reading reading, Spot where)
    {
        var first = reading.Answers[0];
        foreach (var more in reading.Answers.AsSpan()[1..])
            losses.Add(
                LossKind.Rejected,
                more.Line,
                record.Id!,
                where.ToString(),
                more.Raw,
                "one text is wanted, several stand here: the first is taken"
            );
        if (Kept(first, record, where) is { } value)
            return value.IsNothing ? [] : [new(field.Name, value, first.Line, where)];
        return first.Result is Transformed.Rejected && field.Otherwise is { } otherwise
            ? [new(otherwise, Value.Of(Limited(first.Raw)), first.Line, where)]
            : [];
    }

    private List<Found> Many(FieldMapping field, Instance record, Evaluator.Reading reading, Spot where)
    {
        var values = ImmutableArray.CreateBuilder<Value>();
        var texts = ImmutableArray.CreateBuilder<Value>();
        foreach (var answer in reading.Answers)
        {
            if (Kept(answer, record, where) is { } value)
            {
                if (!value.IsNothing)
                    values.Add(value);
            }
            else if (answer.Result is Transformed.Rejected)
            {
                texts.Add(Value.Of(Limited(answer.Raw)));
            }
        }

        List<Found> found = [];
        if (values.Count > 0)
            found.Add(new(field.Name, new Value.List(values.DrainToImmutable()), reading.Answers[0].Line, where));
        if (texts.Count > 0 && field.Otherwise is { } otherwise)
            found.Add(new(otherwise, new Value.List(texts.DrainToImmutable()), reading.Answers[0].Line, where));
        return found;
    }

    /// <summary>The value, or null when it was rejected; either way reported where something was assumed or lost.</summary>
    private Value? Kept(Evaluator.Answer answer, Instance record, Spot where)
    {
        switch (answer.Result)
        {
            case Transformed.Done done:
                if (done.Coerced is { } coerced)
                    losses.Add(LossKind.Coerced, answer.Line, record.Id!, where.ToString(), answer.Raw, coerced);
                return done.Value;
            case Transformed.Placeholder placeholder:
                losses.Add(LossKind.Placeholder, answer.Line, record.Id!, where.ToString(), answer.Raw, placeholder.Why);
                return null;
            default:
                var why = ((Transformed.Rejected)answer.Result).Why;
                losses.Add(LossKind.Rejected, answer.Line, record.Id!, where.ToString(), answer.Raw, why);
                return null;
        }
    }

    private List<Found> Records(FieldMapping field, Instance record, Place here, string path)
    {
        var at = ((Origin.In)((Expression.Read)field.From[0]).Origin).Path;
        var where = Instance.Join(path, at.Text);
        var maps = at.From(here)
            .Select(place => Record(field.Parts, record, place, where))
            .Where(m => m.Entries.Count > 0)
            .ToList();
        if (maps.Count == 0)
            return [];
        Value value = at.Explodes ? Value.Of(maps) : maps[0];
        return [new(field.Name, value, here.Node.Line, new(where, "."))];
    }

    private Value.Map Record(ImmutableArray<FieldMapping> parts, Instance record, Place place, string where)
    {
        var map = Properties.None.ToBuilder();
        foreach (var part in Read(parts, record, place, where))
            map[part.Field] = part.Value;
        return new(map.ToImmutable());
    }

    /// <summary>A text to be kept as text: one that was refused for its length is cut.</summary>
    private static string Limited(string raw) => raw.Length <= ImportLimits.Usual.TextCharacters ? raw : Loss.Cut(raw);
}
