using System.Collections.Immutable;

namespace Orrery.Graph;

/// <summary>Giving fields values.</summary>
internal static class FieldRules
{
    private const int LargestValueInBytes = 1 << 20;
    private const int MostPoints = LargestValueInBytes / 16;

    /// <summary>First values of something this change makes known.</summary>
    public static Fault? SetFirst(Draft draft, Id subject, ImmutableSortedDictionary<string, Value> fields, Validity during)
    {
        foreach (var (field, value) in fields)
        {
            if (value.IsNothing)
                continue;
            if (Check(draft, subject, field, value, during) is { } fault)
                return fault;
            draft.Add(new GraphEvent.FieldSet(subject, field, value, during.IsEmpty ? Validity.Always : during));
        }

        return null;
    }

    public static Fault? Set(Draft draft, GraphCommand.SetField c)
    {
        if (!draft.Knows(c.Subject))
            return Fault.NotFound(c.Subject.ToString());
        if (c.During.IsEmpty)
            return Fault.EmptyValidity();
        if (Check(draft, c.Subject, c.Field, c.Value, c.During) is { } fault)
            return fault;
        if (draft.NodeOf(c.Subject) is not { } node)
            return Write(draft, c, null);
        var (from, to) = (Ticks.Of(c.During.From), Ticks.Of(c.During.To));
        if (c.Expected is { } expected && ValueAt(draft, node, c.Field, from) is var was && !Same(was, expected))
            return Fault.FieldChanged(c.Field, ValueText.Of(was));
        return !draft.IsWritten(c.Subject, c.Field) && Holds(draft, node, c.Field, c.Value, from, to)
            ? null
            : Write(draft, c, node);
    }

    private static Fault? Write(Draft draft, GraphCommand.SetField c, int? node)
    {
        draft.Add(new GraphEvent.FieldSet(c.Subject, c.Field, c.Value, c.During));
        draft.NoteField(c.Subject, node);
        return null;
    }

    public static Fault? AppendSeries(Draft draft, GraphCommand.AppendSeries c)
    {
        if (!draft.Knows(c.Subject))
            return Fault.NotFound(c.Subject.ToString());
        if (c.Points is [])
            return null;
        if (CheckName(c.Field) is { } malformed)
            return malformed;
        if (c.Points.Length > MostPoints)
            return Fault.ValueTooLarge(c.Field, LargestValueInBytes);
        var definition = Definition(draft, c.Subject, c.Field, Ticks.End - 1, out var owner, out var known);
        if (draft.IsEnforced && definition is null)
            return Fault.UnknownField(c.Field, owner, known);
        if (definition is { Kind: not FieldKind.Series })
            return Fault.FieldMisfit(c.Field, FieldFit.Describe(definition), "observations");
        return definition is not null && FieldFit.Check(definition, c.Points) is { } beyond
            ? beyond
            : draft.Add(new GraphEvent.SeriesAppended(c.Subject, c.Field, [.. c.Points.OrderBy(point => point.At)]));
    }

    /// <summary>Whether a value of a field can be stored at all, whatever the model says.</summary>
    public static Fault? CheckAlone(string field, Value value)
    {
        if (CheckName(field) is { } malformed)
            return malformed;
        if (CheckStorable(field, value, ValueCodec.DeepestNesting) is { } unstorable)
            return unstorable;
        if (
            value is not (Value.Bool or Value.Integer or Value.Float or Value.Null or Value.Date)
            && SizeOf(value) > LargestValueInBytes
        )
            return Fault.ValueTooLarge(field, LargestValueInBytes);
        return null;
    }

    /// <summary>Whether a value fits its field among these; null for fields that are read leniently.</summary>
    public static Fault? CheckField(
        ImmutableSortedDictionary<string, FieldDefinition>? known,
        string owner,
        KeyValuePair<string, Value> field
    ) =>
        known is null ? null
        : known.GetValueOrDefault(field.Key) is { } definition ? FieldFit.Check(definition, field.Value)
        : Fault.UnknownField(field.Key, owner, known.Keys);

    private static Fault? Check(Draft draft, Id subject, string field, Value value, Validity during)
    {
        if (CheckAlone(field, value) is { } fault)
            return fault;
        if (!draft.IsEnforced || FieldReading.IsOurs(field))
            return null;
        if (Definition(draft, subject, field, Ticks.Of(during.From), out var owner, out var known) is not { } definition)
            return owner == "" ? null : Fault.UnknownField(field, owner, known);
        return FieldFit.Check(definition, value);
    }

    private static Fault? CheckName(string field) =>
        Names.Check(field)
        ?? (
            FieldReading.IsOurs(field) && !field.StartsWith(Claims.Prefix, StringComparison.Ordinal) && Claims.Said(field) is null
                ? Fault.ReservedField(field)
                : null
        );

    private static Fault? CheckStorable(string field, Value value, int depth) =>
        value switch
        {
            Value.Entity or Value.Relation or Value.Path => Fault.ValueNotStorable(field),
            Value.Text text when !IsUnicode(text.Characters) => Fault.ValueNotUnicode(field),
            Value.List or Value.Map when depth <= 1 => Fault.ValueTooDeep(field, ValueCodec.DeepestNesting),
            Value.List list => list
                .Items.Select(item => CheckStorable(field, item, depth - 1))
                .FirstOrDefault(f => f is not null),
            Value.Map map => map
                .Entries.Values.Select(item => CheckStorable(field, item, depth - 1))
                .FirstOrDefault(f => f is not null),
            _ => null,
        };

    // Half a surrogate pair cannot be written as UTF-8: it would read back as another text.
    private static bool IsUnicode(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[++i])))
                return false;
        }

        return true;
    }

    // Model entities define themselves: their fields are a closed list in docs/model.md, read leniently.
    private static FieldDefinition? Definition(
        Draft draft,
        Id subject,
        string field,
        long at,
        out string owner,
        out IEnumerable<string> known
    )
    {
        var fields = ImmutableSortedDictionary<string, FieldDefinition>.Empty;
        if (draft.IsRelation(subject))
        {
            owner = $"'{draft.NameOfType(draft.TypeOf(subject))}' relations";
            fields = draft.Shown.FindRelationType(draft.TypeOf(subject))?.Fields ?? fields;
            if (CommonRelationFields.Find(field) is { } common)
                fields = fields.SetItem(field, common);
        }
        else
        {
            var kind = draft.LabelsOf(subject, at) is [var first, ..] ? first : "";
            owner = MetaKinds.Contains(kind) ? "" : draft.NameOfKind(kind);
            fields = (owner.Length == 0 ? draft.Before : draft.Shown).FindKind(kind)?.Fields ?? fields;
        }

        known = fields.Keys;
        return fields.GetValueOrDefault(field);
    }

    private static Value ValueAt(Draft draft, int node, string field, long at) =>
        draft.Memory.Fields.Find(field) is >= 0 and var number
        && draft.Memory.Epoch.Facts.TryFind(node, number, draft.Snapshot.Number, at, out var fact)
            ? draft.Memory.ValueOf(fact)
            : Value.Nothing;

    private static bool Holds(Draft draft, int node, string field, Value value, long from, long to)
    {
        var number = draft.Memory.Fields.Find(field);
        if (number < 0)
            return value.IsNothing;
        var facts = draft.Memory.Epoch.Facts;
        if (!facts.Tells(node, number))
            return value.IsNothing;
        if (
            facts.TryFind(node, number, draft.Snapshot.Number, from, out var newest)
            && newest.To >= to
            && !Same(draft.Memory.ValueOf(newest), value)
        )
            return false;
        var stretches = draft.Memory.Timeline(node, number, draft.Snapshot.Number).FindAll(s => s.From < to && from < s.To);
        if (value.IsNothing)
            return stretches.TrueForAll(s => s.Fact.Tag == FactTags.Nothing);
        var reached = from;
        foreach (var stretch in stretches)
        {
            if (stretch.From > reached || !Same(draft.Memory.ValueOf(stretch.Fact), value))
                return false;
            reached = stretch.To;
        }

        return reached >= to;
    }

    private static bool Same(Value left, Value right) => Clear(left).Equals(Clear(right));

    private static Value Clear(Value value) => value is Value.Personal { Clear: { } clear } ? clear : value;

    private static int SizeOf(Value value)
    {
        if (value is Value.Text text)
            return text.Characters.Length > LargestValueInBytes
                ? int.MaxValue
                : System.Text.Encoding.UTF8.GetByteCount(text.Characters);
        var bytes = new ByteWriter(256);
        ValueCodec.Write(bytes, value);
        return bytes.Length;
    }
}
