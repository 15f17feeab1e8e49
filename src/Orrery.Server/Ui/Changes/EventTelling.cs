using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>Tells the events of one change set in sentences that begin with what was done.</summary>
/// <param name="visit">Who reads.</param>
/// <param name="cause">The change set.</param>
public sealed class EventTelling(Visit visit, RecordedCause cause)
{
    private readonly GraphSnapshot _before = visit.Workspace.Current.AsKnownAt(new Revision(cause.Revision.Value - 1));

    /// <summary>The first sentences, in order, and how many there are; what belongs to the creation of a thing is told with it.</summary>
    /// <param name="events">Of the change set.</param>
    /// <param name="most">How many sentences are made.</param>
    public (ImmutableArray<Sentence> Sentences, int All) Tell(IEnumerable<GraphEvent> events, int most)
    {
        var all = events.Select(GraphRules.Told).Where(IsTold).ToArray();
        // A source that states many things states some as they were: they are told only when there is nothing else.
        if (Array.Exists(all, happened => !IsRepeated(happened)))
            all = Array.FindAll(all, happened => !IsRepeated(happened));
        var created = all.Select(CreatedBy).OfType<Id>().ToHashSet();
        var fields = all.OfType<GraphEvent.FieldSet>().Where(set => created.Contains(set.Subject)).ToLookup(set => set.Subject);
        var told = Array.FindAll(all, happened => happened is not GraphEvent.FieldSet set || !created.Contains(set.Subject));
        return ([.. told.Take(most).Select(happened => Tell(happened, fields))], told.Length);
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
        FileTelling.Of(visit, happened)
        ?? TalkTelling.Of(visit, happened)
        ?? happened switch
        {
            GraphEvent.EntityCreated e => Say(
                e.Subject,
                During(e.Exists),
                [Word($"added the {visit.Words.KindInside(e.Labels.FirstOrDefault(""))} "), Thing(e.Subject)]
            ),
            GraphEvent.RelationCreated e => Say(
                e.From,
                Both(FirstFields(e, fields), During(e.Exists)),
                [Word("noted: "), .. Joined(e.Subject, e.From, e.Type, e.To)]
            ),
            GraphEvent.FieldSet e => Say(e.Subject, Both(During(e.During), Afterwards(e)), Field(e)),
            GraphEvent.Retired e => Say(e.Subject, Until(e.During), [Word("ended "), .. Subject(e.Subject)]),
            GraphEvent.Restored e => Say(e.Subject, During(e.During), [Word("restored "), .. Subject(e.Subject)]),
            GraphEvent.LabelsSet e => Say(
                e.Subject,
                During(e.During),
                [Word("made "), Thing(e.Subject), Word($" a {string.Join(" and ", e.Labels.Select(visit.Words.KindInside))}")]
            ),
            GraphEvent.RefGiven e => Say(e.Subject, null, [Word("gave "), Thing(e.Subject), Word($" the ref {e.Ref}")]),
            GraphEvent.SeriesAppended e => Say(e.Subject, null, Observed(e)),
            GraphEvent.RefWithdrawn e => Say(e.Subject, null, [Word("took back the ref of "), Thing(e.Subject)]),
            GraphEvent.SeriesWithdrawn e => Say(e.Subject, null, [Word("took back observations of "), Thing(e.Subject)]),
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
                    $"{visit.Words.Inside(visit.Words.DefinitionOfRelation(created.Type, set.Field), set.Field)} {visit.Values.Short(set.Value, visit.Words.DefinitionOfRelation(created.Type, set.Field))}"
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
    private string? During(Validity during) =>
        (BeginsThen(during), during.To == Instant.MaxValue) switch
        {
            _ when during.IsEmpty => "spoken of, not yet seen",
            _ when during == Validity.Always => "true always",
            (false, true) => null,
            (false, false) => $"true until {visit.Dates.Day(during.To)}",
            (true, false) => $"true from {visit.Dates.Day(during.From)} until {visit.Dates.Day(during.To)}",
            (true, true) => Since("true", during.From),
        };

    // Of what ended: since when it is over, and from when on it holds again.
    private string? Until(Validity during) =>
        during == Validity.Always
            ? "as if it never was"
            : Both(
                BeginsThen(during) ? Since("over", during.From) : null,
                during.To == Instant.MaxValue ? null : $"again from {visit.Dates.Day(during.To)} on"
            );

    private bool BeginsThen(Validity during) =>
        during.From != Instant.MinValue && visit.Dates.DayOf(during.From) != visit.Dates.DayOf(cause.Recorded);

    private string Since(string what, Instant from) =>
        from > cause.Recorded ? $"{what} from {visit.Dates.Day(from)} on" : $"{what} since {visit.Dates.Day(from)}";

    // What a field says for a while leaves what it said before: that comes back.
    private string? Afterwards(GraphEvent.FieldSet set)
    {
        if (set.During.To == Instant.MaxValue)
            return null;
        var later = _before.Read(set.During.To, visit.Reading.Now, visit.Reading.Mask).ValueOf(set.Subject, set.Field);
        var field = NewsTelling.FieldOf(visit, visit.Reading, set.Subject, set.Field).Field;
        return later.IsNothing || later.Equals(set.Value) ? null : $"then {visit.Values.Short(later, field)}";
    }

    private IEnumerable<Part> Subject(Id subject) =>
        visit.Reading.FindRelationAnyTime(subject) is { } relation
            ? [Word("that "), .. Joined(relation.Id, relation.FromId, relation.Type, relation.ToId)]
            : [Thing(subject)];

    private IEnumerable<Part> Joined(Id id, Id from, string type, Id to) =>
        [Thing(from), Word(" "), Verb(id, type), Word(" "), Thing(to)];

    private Part Verb(Id id, string type) =>
        visit.Words.RelationInside(type, Direction.Out) is var words && visit.Reading.FindRelationAnyTime(id) is { } relation
            ? new Part.Thing(words, visit.Links.Relation(relation))
            : Word(words);

    private Part.Thing Thing(Id id) =>
        visit.Reading.FindAnyTime(id) is { } entity ? NewsTelling.Thing(visit, entity)
        : visit.Reading.FindRelationAnyTime(id) is { } relation
            ? new Part.Thing(Titles.Of(relation), visit.Links.Relation(relation))
        : new Part.Thing("something not known at this moment", null);

    private string CategoryOf(Id subject)
    {
        var entity =
            visit.Reading.FindAnyTime(subject)
            ?? (visit.Reading.FindRelationAnyTime(subject) is { } relation ? visit.Reading.FindAnyTime(relation.FromId) : null);
        return entity is null ? "practice" : visit.Reading.Model.CategoryOf(entity.Kind);
    }

    private ImmutableArray<Part> Observed(GraphEvent.SeriesAppended e) =>
        e.Points is [var one]
            ?
            [
                Word(IsCorrection(e) ? "corrected an observation of " : "observed "),
                Thing(e.Subject),
                Word(string.Create(CultureInfo.InvariantCulture, $": {one.Value:#,0.######} on {visit.Dates.Day(one.At)}")),
            ]
            : [Word($"added {e.Points.Length} observations to "), Thing(e.Subject)];

    private bool IsCorrection(GraphEvent.SeriesAppended e) =>
        _before.Read(visit.Reading.Now, visit.Reading.Now, visit.Reading.Mask).FindAnyTime(e.Subject) is { } entity
        && entity.Series(e.Field).Any(point => point.At == e.Points[0].At);

    private static Part.Plain Word(string text) => new Part.Plain(text);
}
