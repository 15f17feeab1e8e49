using System.Collections.Immutable;

namespace Orrery.Graph;

/// <summary>What of a statement the model cannot hold is left out before the rest is taken over: so no order of files, and nothing that is there, decides about it.</summary>
internal sealed class Vetting
{
    private readonly Model _model;
    private readonly ImmutableArray<Rejection>.Builder _rejected = ImmutableArray.CreateBuilder<Rejection>();

    private Vetting(Model model) => _model = model;

    public static (Statement Fit, ImmutableArray<Rejection> Rejected) Of(Statement statement, Model model)
    {
        var vetting = new Vetting(model);
        ImmutableArray<StatedEntity> entities = [.. statement.Entities.Select(vetting.Vet).OfType<StatedEntity>()];
        ImmutableArray<StatedRelation> relations = [.. statement.Relations.Select(vetting.Vet)];
        return vetting._rejected.Count == 0
            ? (statement, [])
            : (statement with { Entities = entities, Relations = relations }, vetting._rejected.DrainToImmutable());
    }

    private StatedEntity? Vet(StatedEntity stated)
    {
        if (CheckKind(stated) is { } fault)
        {
            _rejected.Add(new(stated.ForeignId, "kind", Rejection.Told(Value.Of(stated.Kind)), fault));
            return null;
        }

        var known = MetaKinds.Contains(stated.Kind) ? null : _model.FindKind(stated.Kind)?.Fields;
        var fields = Vet(stated.Fields, stated.ForeignId, "", field => FieldRules.CheckField(known, stated.Kind, field));
        return ReferenceEquals(fields, stated.Fields) ? stated : stated with { Fields = fields };
    }

    private StatedRelation Vet(StatedRelation stated)
    {
        if (stated.Fields.IsEmpty)
            return stated;
        var known = _model.FindRelationType(stated.Type)?.Fields;
        var owner = $"'{stated.Type}' relations";
        var fields = Vet(
            stated.Fields,
            stated.From,
            $"{stated.Type}.",
            field =>
                CommonRelationFields.Find(field.Key) is { } common
                    ? FieldFit.Check(common, field.Value)
                    : FieldRules.CheckField(known, owner, field)
        );
        return ReferenceEquals(fields, stated.Fields) ? stated : stated with { Fields = fields };
    }

    private Fault? CheckKind(StatedEntity stated) =>
        EntityRules.CheckLabels(_model, [stated.Kind])
        ?? (EntityRef.TryParse($"{stated.Kind}:{stated.Key}", out _) ? null : Fault.RefMalformed(stated.Key));

    private ImmutableSortedDictionary<string, Value> Vet(
        ImmutableSortedDictionary<string, Value> fields,
        string record,
        string prefix,
        Func<KeyValuePair<string, Value>, Fault?> fits
    )
    {
        var fit = fields;
        foreach (var field in fields)
        {
            var fault = FieldRules.CheckAlone(field.Key, field.Value) ?? (_model.Settings.IsEnforced ? fits(field) : null);
            if (fault is null)
                continue;
            fit = fit.Remove(field.Key);
            _rejected.Add(new(record, prefix + field.Key, Rejection.Told(field.Value), fault));
        }

        return fit;
    }
}
