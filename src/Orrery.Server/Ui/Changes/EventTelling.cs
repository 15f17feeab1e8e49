using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>Tells the events of one change set in sentences that begin with what was done.</summary>
/// <param name="visit">Who reads.</param>
/// <param name="cause">The change set.</param>
public sealed class EventTelling(Visit visit, RecordedCause cause)
{
    private readonly GraphSnapshot _before = visit.Workspace.Current.AsKnownAt(new Revision(cause.Revision.Value - 1));

    /// <summary>The sentences, in order; what belongs to the creation of a thing is told with it.</summary>
    public IEnumerable<Sentence> Tell(IEnumerable<GraphEvent> events)
    {
        var all = events.Where(IsTold).ToArray();
        // A source that states many things states some as they were: they are told only when there is nothing else.
        if (Array.Exists(all, happened => !IsRepeated(happened)))
            all = Array.FindAll(all, happened => !IsRepeated(happened));
        var created = all.Select(CreatedBy).OfType<Id>().ToHashSet();
        var fields = all.OfType<GraphEvent.FieldSet>().Where(set => created.Contains(set.Subject)).ToLookup(set => set.Subject);
        return all.Where(happened => happened is not GraphEvent.FieldSet set || !created.Contains(set.Subject))
            .Select(happened => Tell(happened, fields));
    }

    // A confirmation is one act in two fields.
    private static bool IsTold(GraphEvent happened) =>
        happened is not GraphEvent.FieldSet set || (set.Field != "confirmed-by" && !set.Field.StartsWith('~'));

    private bool IsRepeated(GraphEvent happened) =>
        cause.Cause.Source is not null && happened is GraphEvent.FieldSet set && WasBefore(set).Equals(set.Value);

    private static Id? CreatedBy(GraphEvent happened) =>
        happened switch
        {
            GraphEvent.EntityCreated e => e.Subject,
            GraphEvent.RelationCreated e => e.Subject,
            _ => null,
        };

    private Sentence Tell(GraphEvent happened, ILookup<Id, GraphEvent.FieldSet> fields) =>
        happened switch
        {
            GraphEvent.EntityCreated e => Say(
                e.Subject,
                During(e.Exists),
                [Word($"added the {visit.Words.Kind(e.Labels.FirstOrDefault("")).ToLowerInvariant()} "), Thing(e.Subject)]
            ),
            GraphEvent.RelationCreated e => Say(
                e.From,
                Both(FirstFields(e, fields), During(e.Exists)),
                [Word("noted: "), .. Joined(e.From, e.Type, e.To)]
            ),
            GraphEvent.FieldSet e => Say(e.Subject, During(e.During), Field(e)),
            GraphEvent.Retired e => Say(e.Subject, Until(e.During), [Word("ended "), .. Subject(e.Subject)]),
            GraphEvent.Restored e => Say(e.Subject, During(e.During), [Word("restored "), .. Subject(e.Subject)]),
            GraphEvent.LabelsSet e => Say(
                e.Subject,
                During(e.During),
                [Word("made "), Thing(e.Subject), Word($" a {string.Join(" and ", e.Labels.Select(visit.Words.Kind))}")]
            ),
            GraphEvent.RefGiven e => Say(e.Subject, null, [Word("gave "), Thing(e.Subject), Word($" the ref {e.Ref}")]),
            GraphEvent.SeriesAppended e => Say(
                e.Subject,
                null,
                [Word($"added {e.Points.Length} {(e.Points.Length == 1 ? "observation" : "observations")} to "), Thing(e.Subject)]
            ),
            GraphEvent.SourceRead e => new("practice", [Word($"read {e.File}")], During(Validity.Since(e.From))),
            GraphEvent.SubjectErased e => Say(e.Subject, null, [Word("erased the personal values of "), Thing(e.Subject)]),
            _ => throw new System.Diagnostics.UnreachableException($"{happened.GetType().Name} has no sentence."),
        };

    private Sentence Say(Id subject, string? note, ImmutableArray<Part> parts) => new(CategoryOf(subject), parts, note);

    private ImmutableArray<Part> Field(GraphEvent.FieldSet set)
    {
        if (set.Field == "confirmed-at")
            return [Word("confirmed "), .. Subject(set.Subject)];
        var (title, field) = NewsTelling.FieldOf(visit, visit.Reading, set.Subject, set.Field);
        var was = WasBefore(set);
        return
        [
            Word(was.IsNothing ? "set " : "changed "),
            .. Subject(set.Subject),
            Word(": "),
            .. NewsTelling.Field(visit, title, field, was, set.Value),
        ];
    }

    private Value WasBefore(GraphEvent.FieldSet set)
    {
        var at = set.During.From == Instant.MinValue ? visit.Reading.Now : set.During.From;
        return _before.Read(at, visit.Reading.Now, visit.Reading.Mask).ValueOf(set.Subject, set.Field);
    }

    private string? FirstFields(GraphEvent.RelationCreated created, ILookup<Id, GraphEvent.FieldSet> fields) =>
        string.Join(
            ", ",
            fields[created.Subject]
                .Take(3)
                .Select(set =>
                    $"{visit.Words.FieldOfRelation(created.Type, set.Field).ToLowerInvariant()} {visit.Values.Short(set.Value, visit.Words.DefinitionOfRelation(created.Type, set.Field))}"
                )
        )
            is { Length: > 0 } told
            ? told
            : null;

    private static string? Both(string? one, string? other) =>
        one is null ? other
        : other is null ? one
        : $"{one}; {other}";

    // Only said when it is not simply from the day it was recorded.
    private string? During(Validity during)
    {
        if (during.IsEmpty)
            return "spoken of, not yet seen";
        var from =
            during.From == Instant.MinValue ? "true always"
            : visit.Dates.DayOf(during.From) != visit.Dates.DayOf(cause.Recorded) ? $"true since {visit.Dates.Day(during.From)}"
            : null;
        return Both(from, during.To == Instant.MaxValue ? null : $"until {visit.Dates.Day(during.To)}");
    }

    private string? Until(Validity during) =>
        during.From == Instant.MinValue ? "as if it never was"
        : visit.Dates.DayOf(during.From) != visit.Dates.DayOf(cause.Recorded) ? $"from {visit.Dates.Day(during.From)} on"
        : null;

    private IEnumerable<Part> Subject(Id subject) =>
        visit.Reading.FindRelationAnyTime(subject) is { } relation
            ? [Word("that "), .. Joined(relation.FromId, relation.Type, relation.ToId)]
            : [Thing(subject)];

    private IEnumerable<Part> Joined(Id from, string type, Id to) =>
        [Thing(from), Word($" {visit.Words.Relation(type, Direction.Out)} "), Thing(to)];

    private Part.Thing Thing(Id id) =>
        visit.Reading.FindAnyTime(id) is { } entity ? NewsTelling.Thing(visit, entity)
        : visit.Reading.FindRelationAnyTime(id) is { } relation ? new Part.Thing(Titles.Of(relation), null)
        : new Part.Thing("something not known at this moment", null);

    private string CategoryOf(Id subject)
    {
        var entity =
            visit.Reading.FindAnyTime(subject)
            ?? (visit.Reading.FindRelationAnyTime(subject) is { } relation ? visit.Reading.FindAnyTime(relation.FromId) : null);
        return entity is null ? "practice" : visit.Reading.Model.CategoryOf(entity.Kind);
    }

    private static Part.Plain Word(string text) => new Part.Plain(text);
}
