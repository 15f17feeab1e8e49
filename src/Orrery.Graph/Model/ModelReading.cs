using System.Collections.Immutable;
using NodaTime;

namespace Orrery.Graph;

/// <summary>Reads the model from the entities that define it. Kinds are valid always, so any instant does.</summary>
internal static class ModelReading
{
    private static readonly Instant AnyTime = Instant.FromUtc(9000, 1, 1, 0, 0);

    public static Model Of(GraphSnapshot snapshot) => Of(snapshot, Mask.Nothing);

    public static Model Of(GraphSnapshot snapshot, Mask mask) => Of(snapshot, mask, WordList.Read);

    /// <summary>The model at a snapshot.</summary>
    /// <param name="snapshot">What there is.</param>
    /// <param name="mask">What the asker may not see.</param>
    /// <param name="words">Reads the words of communities, when somebody first asks for one.</param>
    public static Model Of(GraphSnapshot snapshot, Mask mask, Func<Reading, WordList> words)
    {
        var reading = new Reading(snapshot, AnyTime, AnyTime, mask);
        // Two may claim one symbol (an import, a script): the first keeps it, and the workspace stays open.
        var kinds = reading.WithLabel(MetaKinds.Kind).DistinctBy(SymbolOf).ToDictionary(SymbolOf, StringComparer.Ordinal);
        return new(
            SettingsOf(new Reading(snapshot, AnyTime, AnyTime, Mask.Nothing)),
            kinds.Values.Select(kind => KindOf(kind, AncestorsOf(kind))),
            reading.WithLabel(MetaKinds.RelationType).Select(RelationTypeOf).DistinctBy(type => type.Symbol),
            new(new Lazy<WordList>(() => words(reading)))
        );
    }

    private static WorkspaceSettings SettingsOf(Reading reading)
    {
        var settings = reading.WithLabel(MetaKinds.Workspace).FirstOrDefault();
        return new(
            settings?["title"].AsText,
            settings?["mode"].AsText == "enforced",
            settings?["time-zone"].AsText ?? "UTC",
            settings?["now"] is Value.DateTime now ? now.Instant : null
        )
        {
            Chosen = settings?.Fields ?? Properties.None,
        };
    }

    private static Kind KindOf(Entity entity, ImmutableArray<Entity> ancestors)
    {
        var line = ancestors.Insert(0, entity);
        var title = entity["title"].AsText ?? SymbolOf(entity);
        return new(
            entity.Id,
            SymbolOf(entity),
            title,
            entity["plural"].AsText ?? title + "s",
            FirstText(line, "category") ?? "",
            entity["abstract"] is Value.Bool { Flag: true },
            FirstNumber(line, "half-life"),
            [.. ancestors.Select(SymbolOf)],
            FieldsOf(line.Reverse()),
            entity["description"].AsText
        )
        {
            IsHidden = IsHidden(entity),
            ReviewEveryInDays = FirstNumber(line, "review-every"),
        };
    }

    // Nearest first, each once; a loop of ancestors ends where it began.
    private static ImmutableArray<Entity> AncestorsOf(Entity kind)
    {
        List<Entity> line = [kind];
        for (var i = 0; i < line.Count; i++)
        {
            foreach (var above in line[i].Relations(Direction.Out, "is-a").Select(relation => relation.To))
            {
                if (above is not null && !line.Contains(above))
                    line.Add(above);
            }
        }

        return [.. line.Skip(1)];
    }

    private static RelationType RelationTypeOf(Entity entity)
    {
        var title = entity["title"].AsText ?? SymbolOf(entity);
        return new(
            entity.Id,
            SymbolOf(entity),
            title,
            entity["inverse"].AsText ?? title,
            (entity["from-max"] as Value.Integer)?.Number,
            (entity["to-max"] as Value.Integer)?.Number,
            entity["acyclic"] is Value.Bool { Flag: true },
            entity["symmetric"] is Value.Bool { Flag: true },
            KindsOf(entity, "from-kind"),
            KindsOf(entity, "to-kind"),
            FieldsOf([entity])
        )
        {
            IsHidden = IsHidden(entity),
        };
    }

    private static ImmutableArray<string> KindsOf(Entity entity, string type) =>
        [.. entity.Relations(Direction.Out, type).Select(relation => relation.To).OfType<Entity>().Select(SymbolOf)];

    private static ImmutableSortedDictionary<string, FieldDefinition> FieldsOf(IEnumerable<Entity> line)
    {
        var fields = ImmutableSortedDictionary.CreateBuilder<string, FieldDefinition>(StringComparer.Ordinal);
        foreach (
            var field in line.SelectMany(owner => owner.Relations(Direction.Out, "has-field"))
                .Select(relation => relation.To)
                .OfType<Entity>()
        )
            fields[SymbolOf(field)] = FieldOf(field);
        return fields.ToImmutable();
    }

    private static FieldDefinition FieldOf(Entity field) =>
        new(
            field.Id,
            SymbolOf(field),
            field["title"].AsText ?? SymbolOf(field),
            FieldKinds.TryParse(field["field-kind"].AsText ?? "", out var kind) ? kind : FieldKind.Text,
            field["unit"].AsText,
            Texts(field["options"]),
            field["personal"] is Value.Bool { Flag: true },
            (field["order"] as Value.Integer)?.Number ?? 1_000
        )
        {
            IsHidden = IsHidden(field),
            Range = RangeOf(field),
            OptionTitles = Texts(field["option-titles"]),
        };

    private static ImmutableArray<string> Texts(Value value) =>
        value is Value.List list ? [.. list.Items.Select(item => item.AsText).OfType<string>()] : [];

    private static FieldRange RangeOf(Entity field) =>
        field["min"].IsNothing && field["max"].IsNothing ? FieldRange.Open : new(NumberOf(field["min"]), NumberOf(field["max"]));

    private static bool IsHidden(Entity part) => part["hidden"] is Value.Bool { Flag: true };

    internal static string SymbolOf(Entity entity) => entity["symbol"].AsText ?? entity.Ref?.Key ?? entity.Id.ToString();

    private static string? FirstText(ImmutableArray<Entity> line, string field) =>
        line.Select(e => e[field].AsText).FirstOrDefault(text => text is not null);

    private static double? FirstNumber(ImmutableArray<Entity> line, string field) =>
        line.Select(e => NumberOf(e[field])).FirstOrDefault(number => number is not null);

    private static double? NumberOf(Value value) =>
        value switch
        {
            Value.Integer i => i.Number,
            Value.Float f => f.Number,
            _ => null,
        };
}
