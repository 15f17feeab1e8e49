using System.Diagnostics;
using Orrery.Graph;

namespace Orrery.Storage;

/// <summary>The names and tags of events on disk and in exports (docs/journal.md): add, never rename or reuse.</summary>
internal static class WireNames
{
    public const string EntityCreated = "entity-created.v1";
    public const string RelationCreated = "relation-created.v1";
    public const string Retired = "retired.v1";
    public const string Restored = "restored.v1";
    public const string FieldSet = "field-set.v1";
    public const string LabelsSet = "labels-set.v1";
    public const string RefGiven = "ref-given.v1";
    public const string SeriesAppended = "series-appended.v1";
    public const string RefWithdrawn = "ref-withdrawn.v1";
    public const string SeriesWithdrawn = "series-withdrawn.v1";
    public const string SourceRead = "source-read.v1";
    public const string SubjectErased = "subject-erased.v1";

    public static string Of(GraphEvent happened) =>
        happened switch
        {
            GraphEvent.EntityCreated => EntityCreated,
            GraphEvent.RelationCreated => RelationCreated,
            GraphEvent.Retired => Retired,
            GraphEvent.Restored => Restored,
            GraphEvent.FieldSet => FieldSet,
            GraphEvent.LabelsSet => LabelsSet,
            GraphEvent.RefGiven => RefGiven,
            GraphEvent.SeriesAppended => SeriesAppended,
            GraphEvent.RefWithdrawn => RefWithdrawn,
            GraphEvent.SeriesWithdrawn => SeriesWithdrawn,
            GraphEvent.SourceRead => SourceRead,
            GraphEvent.SubjectErased => SubjectErased,
            _ => throw new UnreachableException($"{happened.GetType().Name} has no wire name."),
        };

    public static string Of(Origin origin) =>
        origin switch
        {
            Origin.Screen => "screen",
            Origin.CommandLine => "command-line",
            Origin.Api => "api",
            Origin.Import => "import",
            Origin.Agent => "agent",
            Origin.Demo => "demo",
            Origin.Product => "product",
            _ => throw new UnreachableException($"Origin {origin} has no wire name."),
        };
}

/// <summary>The tags of events inside a segment; the low five bits of an event's first byte.</summary>
internal static class EventTag
{
    public const byte EntityCreated = 1;
    public const byte RelationCreated = 2;
    public const byte Retired = 3;
    public const byte Restored = 4;
    public const byte FieldSet = 5;
    public const byte LabelsSet = 6;
    public const byte RefGiven = 7;
    public const byte SeriesAppended = 8;
    public const byte SourceRead = 9;
    public const byte SubjectErased = 10;
    public const byte RefWithdrawn = 11;
    public const byte SeriesWithdrawn = 12;

    public const byte Mask = 0x1f;
    public const byte SameSubject = 0x20;
    public const byte SameValidity = 0x40;
}
