using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Testing;

public static partial class Some
{
    /// <summary>Events of every kind, in no sensible order.</summary>
    public static Gen<GraphEvent> Event =>
        Gen.OneOf(
            EntityCreated,
            from subject in Id
            from ends in Id.Two()
            from type in Symbol
            from exists in Validity
            select (GraphEvent)new GraphEvent.RelationCreated(subject, type, ends.Item1, ends.Item2, exists),
            Id.Zip(Validity, (subject, during) => (GraphEvent)new GraphEvent.Retired(subject, during)),
            Id.Zip(Validity, (subject, during) => (GraphEvent)new GraphEvent.Restored(subject, during)),
            FieldSet,
            FieldSet,
            from subject in Id
            from labels in Labels
            from during in Validity
            select (GraphEvent)new GraphEvent.LabelsSet(subject, labels, during),
            Id.Zip(Ref, (subject, given) => (GraphEvent)new GraphEvent.RefGiven(subject, given)),
            SeriesAppended,
            Id.Select(subject => (GraphEvent)new GraphEvent.RefWithdrawn(subject)),
            from subject in Id
            from name in Symbol
            from added in Gen.Choose(1, 1_000_000)
            select (GraphEvent)new GraphEvent.SeriesWithdrawn(subject, name, new(added)),
            SourceRead,
            Id.Select(subject => (GraphEvent)new GraphEvent.SubjectErased(subject))
        );

    /// <summary>One to eight change sets that follow a revision, their recorded instants in order.</summary>
    public static Gen<ImmutableArray<ChangeSet>> ChangeSetsAfter(Revision after) =>
        from causes in Gen.Choose(1, 8).SelectMany(count => Gen.ArrayOf(Cause, count))
        from events in Gen.ArrayOf(Gen.Choose(0, 6).SelectMany(count => Gen.ArrayOf(Event, count)), causes.Length)
        select ImmutableArray.CreateRange(
            causes
                .Zip(events, (cause, happened) => (cause, happened))
                .Select(
                    (c, i) =>
                        new ChangeSet(new Revision(after.Value + 1 + i), Recorded(after.Value + i), c.cause, [.. c.happened])
                )
        );

    /// <summary>Who did it.</summary>
    public static Gen<Cause> Cause =>
        from actor in Gen.Elements("anna", "kubernetes", "ülkü")
        from origin in Gen.Elements(Enum.GetValues<Origin>())
        from why in Gen.Elements<string?>(null, "", "Because.", "👩‍🚀")
        from source in Gen.Elements<string?>(null, "kubernetes/sigs")
        select new Cause(actor, origin, why, source);

    /// <summary>Addresses.</summary>
    public static Gen<EntityRef> Ref =>
        Gen.Elements("bet", "team").Zip(Gen.Elements("a", "faster-onboarding", "key:with:colons", "größe"), EntityRef.Of);

    private static Instant Recorded(long n) =>
        NodaTime.Instant.FromUtc(2026, 3, 1, 9, 0) + NodaTime.Duration.FromMilliseconds(n * 37);

    private static Gen<GraphEvent> EntityCreated =>
        from subject in Id
        from labels in Labels
        from given in Gen.OneOf(Ref.Select(r => (EntityRef?)r), Gen.Constant((EntityRef?)null))
        from exists in Validity
        select (GraphEvent)new GraphEvent.EntityCreated(subject, labels, given, exists);

    private static Gen<GraphEvent> FieldSet =>
        from subject in Id
        from name in Symbol
        from value in Value
        from during in Validity
        select (GraphEvent)new GraphEvent.FieldSet(subject, name, value, during);

    private static Gen<GraphEvent> SeriesAppended =>
        from subject in Id
        from name in Symbol
        from points in Gen.Choose(0, 5)
            .SelectMany(count => Gen.ArrayOf(Instant.Zip(Double, (at, value) => new Observation(at, value)), count))
        select (GraphEvent)new GraphEvent.SeriesAppended(subject, name, [.. points]);

    private static Gen<GraphEvent> SourceRead =>
        from file in Text
        from holds in Instant
        select (GraphEvent)new GraphEvent.SourceRead("kubernetes/sigs", file, holds, new string('a', 64));

    private static Gen<ImmutableArray<string>> Labels =>
        Gen.Choose(0, 3).SelectMany(count => Gen.ArrayOf(Symbol, count)).Select(ImmutableArray.Create);
}
