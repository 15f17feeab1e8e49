namespace Orrery.Graph;

/// <summary>The refusals of the graph's own rules. One factory a fault; each code has its section in docs/faults.md.</summary>
public sealed partial record Fault
{
    /// <summary>No kind is called so.</summary>
    public static Fault UnknownKind(string kind, Model model) =>
        new(
            FaultKind.Invalid,
            "kind.unknown",
            $"No kind is called '{kind}'.",
            Nearest.Advice(kind, model.Kinds.Keys, "Add a pack that brings it.")
        );

    /// <summary>The kind only serves as an ancestor.</summary>
    public static Fault AbstractKind(string kind) =>
        new(
            FaultKind.Invalid,
            "kind.abstract",
            $"'{kind}' has no entities of its own: it stands for the kinds below it.",
            "Use one of those."
        );

    /// <summary>An enforced workspace gives every entity one kind.</summary>
    public static Fault OneKind(int labels) =>
        new(
            FaultKind.Invalid,
            "kind.one",
            $"An entity has one kind here, not {labels}.",
            "Name one kind, or use an open workspace."
        );

    /// <summary>The kind has no such field.</summary>
    public static Fault UnknownField(string field, string owner, IEnumerable<string> known) =>
        new(
            FaultKind.Invalid,
            "field.unknown",
            $"No field of {owner} is called '{field}'.",
            Nearest.Advice(field, known, "Add the field to the kind first.")
        );

    /// <summary>The value does not fit the field.</summary>
    public static Fault FieldMisfit(string field, string wanted, string got) =>
        new(
            FaultKind.Invalid,
            "field.misfit",
            $"'{field}' takes {wanted}, not {got}.",
            "Give a value of that sort, or change the field's kind."
        );

    /// <summary>The value is none of the options.</summary>
    public static Fault NoSuchOption(string field, string wanted, string got, string? meant) =>
        new(
            FaultKind.Invalid,
            "field.misfit",
            $"'{field}' takes {wanted}, not {got}.",
            meant is null ? "Choose among them, or add a choice to the field." : $"Did you mean {meant}? It is kept as that."
        );

    /// <summary>The number lies beyond what the field takes.</summary>
    public static Fault FieldBeyond(string field, double number, FieldRange range)
    {
        ArgumentNullException.ThrowIfNull(range);
        return new(
            FaultKind.Invalid,
            "field.beyond",
            $"'{field}' takes a number {range.Words}, not {FieldRange.Text(number)}.",
            "Give a number in that range, or change the least and the most on the field's own page."
        );
    }

    /// <summary>The name is kept for the product.</summary>
    public static Fault ReservedField(string field) =>
        new(
            FaultKind.Invalid,
            "field.reserved",
            $"'{field}' begins with '~', which the product keeps for itself.",
            "Choose another name."
        );

    /// <summary>Somebody else changed the field in the meantime.</summary>
    public static Fault FieldChanged(string field, string now) =>
        new(
            FaultKind.Conflict,
            "field.changed",
            $"Somebody changed '{field}' while you were editing. Now it is: {now}",
            "Look at the new value, then save again or keep it."
        );

    /// <summary>A value is larger than a field may hold.</summary>
    public static Fault ValueTooLarge(string field, int limitInBytes) =>
        new(
            FaultKind.Limit,
            "value.too-large",
            $"The value of '{field}' is larger than {limitInBytes / 1024} KiB.",
            "Shorten it, or attach it as a file."
        );

    /// <summary>A text that no UTF-8 can hold.</summary>
    public static Fault ValueNotUnicode(string field) =>
        new(
            FaultKind.Invalid,
            "value.not-unicode",
            $"The text for '{field}' holds half a character (a lone surrogate).",
            "Send whole Unicode characters; the text was probably cut in the middle of one."
        );

    /// <summary>Answers cannot be stored.</summary>
    public static Fault ValueNotStorable(string field) =>
        new(
            FaultKind.Invalid,
            "value.not-storable",
            $"'{field}' cannot hold an entity, a relation or a path.",
            "Relate the entities instead."
        );

    /// <summary>Lists or maps nest too deep.</summary>
    public static Fault ValueTooDeep(string field, int deepest) =>
        new(
            FaultKind.Limit,
            "value.too-deep",
            $"The value of '{field}' nests deeper than {deepest} lists or maps.",
            "Split it into several fields, or keep it as text."
        );

    /// <summary>A label, relation type or field cannot be called so.</summary>
    public static Fault NameMalformed(string name, int longest) =>
        new(
            FaultKind.Invalid,
            "name.malformed",
            name is "" ? "A name is missing." : $"'{ValueText.Of(Value.Of(name))}' cannot be a name.",
            $"Use one line of at most {longest} characters."
        );

    /// <summary>No relation type is called so.</summary>
    public static Fault UnknownRelationType(string type, Model model) =>
        new(
            FaultKind.Invalid,
            "relation.unknown-type",
            $"No relation type is called '{type}'.",
            Nearest.Advice(type, model.RelationTypes.Keys, "Add a pack that brings it.")
        );

    /// <summary>The relation type does not join these kinds.</summary>
    public static Fault RelationEnds(string type, string end, string kind, IEnumerable<string> wanted) =>
        new(
            FaultKind.Invalid,
            "relation.ends",
            $"'{type}' does not {end} at '{kind}'.",
            $"It may {end} at: {string.Join(", ", wanted.Order(StringComparer.Ordinal))}."
        );

    /// <summary>An end of the relation exists at no time at which the relation is to hold.</summary>
    public static Fault EndAbsent(string end, Validity during) =>
        new(
            FaultKind.Conflict,
            "relation.end-absent",
            $"{end} does not exist {Told(during)}: nobody could see a relation to it.",
            "Give a time at which it exists, or restore it first."
        );

    private static string Told(Validity during) =>
        (during.From == NodaTime.Instant.MinValue, during.To == NodaTime.Instant.MaxValue) switch
        {
            (true, true) => "at any time",
            (true, false) => $"before {during.To}",
            (false, true) => $"from {during.From} on",
            _ => $"between {during.From} and {during.To}",
        };

    /// <summary>The entity has as many relations of that type as it may have.</summary>
    public static Fault RelationCardinality(string type, string entity, long most) =>
        new(
            FaultKind.Conflict,
            "relation.cardinality",
            $"{entity} already has {most} '{type}', which is all it may have.",
            "Retire the other one first."
        );

    /// <summary>The relation would close a loop.</summary>
    public static Fault RelationCycle(string type, string from, string to) =>
        new(
            FaultKind.Conflict,
            "relation.cycle",
            $"'{type}' from {from} to {to} would come back to where it began.",
            "Retire a relation on the way, or turn this one round."
        );

    /// <summary>A relation cannot join a thing to itself along an acyclic type, or be its own end.</summary>
    public static Fault RelationToItself(string type) =>
        new(FaultKind.Invalid, "relation.itself", $"'{type}' cannot lead from a thing to itself.", "Choose another end.");

    /// <summary>Nothing has this id or ref, or the viewer may not see it.</summary>
    public static Fault NotFound(string what) =>
        new(
            FaultKind.NotFound,
            "entity.not-found",
            $"Nothing here is called '{what}'.",
            "Check the spelling, or look at another moment: it may not exist yet, or no longer."
        );

    /// <summary>The thing does not exist at the time in question.</summary>
    public static Fault Retired(string what) =>
        new(FaultKind.Conflict, "entity.retired", $"{what} does not exist then.", "Restore it first, or choose another date.");

    /// <summary>The id is taken.</summary>
    public static Fault IdTaken(Id id) =>
        new(FaultKind.Conflict, "id.taken", $"The id {id} is taken.", "Ids are handed in and used once: make a new one.");

    /// <summary>The ref is taken, now or earlier.</summary>
    public static Fault RefTaken(EntityRef entityRef) =>
        new(
            FaultKind.Conflict,
            "ref.taken",
            $"{entityRef} is taken.",
            "Choose another key: a ref once given stays with its entity."
        );

    /// <summary>The key cannot be part of a ref.</summary>
    public static Fault RefMalformed(string key) =>
        new(
            FaultKind.Invalid,
            "ref.malformed",
            $"'{ValueText.Of(Value.Of(key))}' cannot be a key.",
            $"Use letters, digits and dashes, at most {EntityRef.LongestKey} characters."
        );

    /// <summary>The interval holds no instant.</summary>
    public static Fault EmptyValidity() =>
        new(FaultKind.Invalid, "time.empty", "The end does not come after the beginning.", "Give a later end, or none.");

    /// <summary>A later change built on it.</summary>
    public static Fault UndoBlocked(Revision revision, string reason) =>
        new(
            FaultKind.Conflict,
            "undo.blocked",
            $"Change {revision} cannot be undone: {reason}",
            "Undo the later changes first, or set the values by hand."
        );

    /// <summary>Nothing takes it back.</summary>
    public static Fault UndoImpossible(Revision revision, string reason) =>
        new(
            FaultKind.Conflict,
            "undo.blocked",
            $"Change {revision} cannot be undone: {reason}",
            "Leave it, and add a change that says how it is."
        );

    /// <summary>There is no such change set.</summary>
    public static Fault UnknownRevision(long revision, Revision last) =>
        new(
            FaultKind.NotFound,
            "revision.unknown",
            $"There is no change {revision}; the last one is {last}.",
            "See orrery history."
        );

    /// <summary>A source's file changed after it was read.</summary>
    public static Fault SourceChanged(string source, string file) =>
        new(
            FaultKind.Conflict,
            "source.changed",
            $"{file} of {source} was read before with other bytes; the past does not change.",
            "Put the old file back, or import the new one under its own date."
        );
}
