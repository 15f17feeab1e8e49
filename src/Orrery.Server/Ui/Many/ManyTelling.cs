using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>Tells what would become of one of many things, and how it is now.</summary>
/// <param name="visit">Who reads.</param>
/// <param name="reading">How things are when the change begins.</param>
/// <param name="change">What is to be done.</param>
internal sealed class ManyTelling(Visit visit, Reading reading, ManyChange change)
{
    private readonly ManyTie? _tie = ManyTie.Find(visit, change);

    /// <summary>Only what it is called.</summary>
    public Sentence Name(Id thing) => Say(thing, []);

    public Sentence Stays(Id thing) =>
        Say(
            thing,
            change.Act switch
            {
                ManyAct.Field =>
                [
                    .. Was(thing) is { } was
                        ? Plain($": {Title(thing)} is ").Add(new Part.Is(was))
                        : Plain($": {Title(thing)} is empty"),
                ],
                ManyAct.Relate => [new Part.Plain($" {Way} "), Other],
                ManyAct.Part => [new Part.Plain(": it has no such relation")],
                ManyAct.Retire => [new Part.Plain(" has ended already")],
                _ => [],
            }
        );

    public Sentence Changes(Id thing) =>
        Say(
            thing,
            change.Act switch
            {
                ManyAct.Field =>
                [
                    new Part.Plain(": "),
                    .. NewsTelling.Field(visit, Title(thing), Field(thing), reading.ValueOf(thing, change.Field), Wanted(thing)),
                ],
                ManyAct.Relate => [new Part.Plain($" {Way} "), Other],
                ManyAct.Part => [new Part.Plain($" no longer {Way} "), Other],
                ManyAct.Confirm => [new Part.Plain(" is still true today")],
                ManyAct.Retire => [new Part.Plain(" ends")],
                _ => [],
            }
        );

    /// <summary>How a thing is, as far as the change is concerned: when this differs, somebody was there meanwhile.</summary>
    public string StateOf(Id thing) =>
        !reading.Exists(thing)
            ? "ended"
            : change.Act switch
            {
                ManyAct.Field => $"{Title(thing)}: {Was(thing) ?? "empty"}",
                ManyAct.Relate or ManyAct.Part => reading.Find(thing) is { } entity && _tie!.Of(entity).Any()
                    ? $"{Way} {Titles.Of(reading.FindAnyTime(_tie.Other)!)}"
                    : "no such relation",
                _ => "there",
            };

    /// <summary>Who wrote what a thing is now; null when nobody can be named.</summary>
    public string? WriterOf(Id thing) =>
        change.Act == ManyAct.Field && reading.FindAnyTime(thing)?.Fact(change.Field) is { Revision: var at }
            ? reading.Snapshot.CauseOf(at).Cause.Actor
            : null;

    private string Way => visit.Words.RelationInside(_tie!.Type, _tie.Direction);

    private Part.Thing Other => NewsTelling.Thing(visit, reading.FindAnyTime(_tie!.Other)!);

    private string Title(Id thing) => visit.Words.Inside(Field(thing), change.Field);

    private FieldDefinition? Field(Id thing) => visit.Words.Definition(KindOf(thing), change.Field);

    private string? Was(Id thing) =>
        reading.ValueOf(thing, change.Field) is { IsNothing: false } was ? visit.Values.Short(was, Field(thing)) : null;

    private Value Wanted(Id thing) => FieldText.Read(Field(thing)?.Kind ?? FieldKind.Text, change.Typed ?? "") ?? Value.Nothing;

    private string KindOf(Id thing) => reading.FindAnyTime(thing)?.Kind ?? "";

    private static ImmutableArray<Part> Plain(string text) => [new Part.Plain(text)];

    private Sentence Say(Id thing, ImmutableArray<Part> parts) =>
        reading.FindAnyTime(thing) is { } entity
            ? new(visit.Reading.Model.CategoryOf(entity.Kind), [NewsTelling.Thing(visit, entity), .. parts])
            : new("practice", [new Part.Plain("Something that is not there"), .. parts]);
}
