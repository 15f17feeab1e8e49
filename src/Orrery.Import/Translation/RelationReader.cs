using Orrery.Graph;

namespace Orrery.Import;

/// <summary>Reads the relations of a record: their ends are looked for in the file first, then named by candidates.</summary>
internal sealed class RelationReader(
    Evaluator evaluator,
    FieldReader fields,
    StatementDraft draft,
    IReadOnlyDictionary<string, string> aliases,
    LossSink losses
)
{
    public void Read(Instance record)
    {
        foreach (var relation in record.Mapping.Relations)
        {
            if (relation.Each is null)
            {
                Read(relation, record, record.Place, record.Path);
                continue;
            }

            var path = Instance.Join(record.Path, relation.Each.Text);
            foreach (var place in relation.Each.From(record.Place))
                Read(relation, record, place, path);
        }
    }

    private void Read(RelationMapping relation, Instance record, Place here, string path)
    {
        if (relation.Each is not null && here.Node is Node.Scalar { Text: null } empty)
        {
            empty.IsTaken = true;
            return;
        }

        var end = Known(relation, record, here) ?? Named(relation, record, here, path);
        if (end is null)
            return;
        var stated = fields.Read(relation.Fields, record, here, path).ToList();
        var values = Properties.None.ToBuilder();
        foreach (var found in stated)
            values[found.Field] = found.Value;
        var qualifier = relation.Qualifier is { } expression ? TextOf(expression, record, here) ?? "" : "";
        var (from, to) = relation.Leads == Leading.Away ? (new End(record.Id!, null), end) : (end, new End(record.Id!, null));
        draft.Relation(
            new(relation.Type, from.Id, to.Id, to.Stub, qualifier, values.ToImmutable(), from.Stub),
            here.Node.Line,
            path
        );
    }

    private sealed record End(string Id, Stub? Stub);

    /// <summary>The record of this file that goes by that name.</summary>
    private End? Known(RelationMapping relation, Instance record, Place here) =>
        relation
            .Find.Select(expression => TextOf(expression, record, here))
            .Where(name => name is not null)
            .Select(name => aliases.GetValueOrDefault(name!))
            .FirstOrDefault(id => id is not null)
            is { } id
            ? new(id, StubOf(relation.Other[0].Kind, id))
            : null;

    private End? Named(RelationMapping relation, Instance record, Place here, string path)
    {
        End? first = null;
        Evaluator.Answer? failed = null;
        foreach (var candidate in relation.Other)
        {
            var answer = evaluator.Read(candidate.Id, record, here).Answers.FirstOrDefault();
            if (answer?.Result is Transformed.Placeholder placeholder)
            {
                losses.Add(LossKind.Placeholder, answer.Line, record.Id!, path, answer.Raw, placeholder.Why);
                return null;
            }

            if (answer?.Result is not Transformed.Done { Value: Value.Text { Characters: var id } } done)
            {
                failed ??= answer;
                continue;
            }

            if (first is null && done.Coerced is { } coerced)
                losses.Add(LossKind.Coerced, answer.Line, record.Id!, path, answer.Raw, coerced);
            first ??= new(id, StubOf(candidate.Kind, id));
            if (draft.States(id))
                return new(id, StubOf(candidate.Kind, id));
        }

        if (first is null && failed is { Result: Transformed.Rejected rejected })
            Lose(relation, record, here, path, failed, rejected.Why);
        return first;
    }

    private void Lose(RelationMapping relation, Instance record, Place here, string path, Evaluator.Answer failed, string why)
    {
        losses.Add(LossKind.Rejected, failed.Line, record.Id!, path, failed.Raw, why);
        if (relation.Otherwise is { } field)
            draft.Text(record.Id!, field, here.Key is { } key ? $"{key}: {Loss.Cut(failed.Raw)}" : Loss.Cut(failed.Raw));
    }

    private string? TextOf(Expression expression, Instance record, Place here) =>
        evaluator.Read(expression, record, here).Answers.FirstOrDefault()?.Result is Transformed.Done done
            ? done.Value.AsText
            : null;

    private static Stub? StubOf(string? kind, string foreignId) => kind is null ? null : new(kind, ForeignKeys.Of(foreignId));
}
