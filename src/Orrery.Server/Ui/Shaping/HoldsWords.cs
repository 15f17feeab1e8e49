using Orrery.Graph;

namespace Orrery.Server;

/// <summary>What fields can hold, in plain words.</summary>
public static class HoldsWords
{
    /// <summary>All of it, the frequent first: the name that packs write, and what it means.</summary>
    public static readonly IReadOnlyList<(string Name, string Words)> All =
    [
        ("text", "A line of text"),
        ("long-text", "Text of any length"),
        ("enum", "One of several choices"),
        ("multi-enum", "Some of several choices"),
        ("number", "A number"),
        ("date", "A day"),
        ("money", "An amount of money"),
        ("percent", "A share, in percent"),
        ("bool", "Yes or no"),
        ("url", "A web address"),
        ("period", "From one day to another"),
        ("instant", "A date and time"),
        ("duration", "A length of time"),
        ("interval", "A range of numbers"),
        ("scale", "A point between two ends, from -2 to 2"),
        ("list", "Several words, one a line"),
        ("record", "Values by name"),
        ("series", "Observations over time"),
    ];

    /// <summary>What a new field can hold and is asked for in a way of its own (<see cref="Orrery.Practice.FieldPresets"/>).</summary>
    public static readonly IReadOnlyList<(string Name, string Words)> Special =
    [
        ("two-ends", "A point between two ends, with what is good about each"),
        ("nine-in-ten", "A range that holds the truth nine times out of ten"),
        ("hypothesis", "A hypothesis: we believe, will cause, because"),
        ("pre-mortem", "A pre-mortem: why it failed, the early sign, what to do"),
        ("ladder", "Steps, from the lowest to the highest"),
        ("horizon", "How far ahead, from hours to decades"),
    ];

    /// <summary>How a field can be asked for beside what it holds suggests, by the name that packs write.</summary>
    public static readonly IReadOnlyList<(string Name, string Words)> Editors =
    [
        ("nine-in-ten", "As a range that holds the truth nine times out of ten"),
        ("sentence", "As one sentence, each part after its words"),
        ("ladder", "As steps, from the lowest to the highest"),
        ("ruler", "Along a line, each further away than the one before"),
    ];

    /// <summary>When a field is asked for.</summary>
    public static readonly IReadOnlyList<(string Name, string Words)> Required =
    [
        ("never", "Never: it may be left empty"),
        ("on-commit", "When somebody commits to it"),
        ("always", "From the beginning"),
    ];

    /// <summary>Whether a relation tells what moves what.</summary>
    public static readonly IReadOnlyList<(string Name, string Words)> Causal =
    [
        ("", "It says nothing of that"),
        ("yes", "It does, and is drawn as an arrow"),
    ];

    /// <summary>Whether relations may lead round.</summary>
    public static readonly IReadOnlyList<(string Name, string Words)> Acyclic =
    [
        ("", "It may"),
        ("yes", "It may not: nothing stands above itself"),
    ];

    /// <summary>Whether a relation holds both ways.</summary>
    public static readonly IReadOnlyList<(string Name, string Words)> Symmetric =
    [
        ("", "One way: from its start to its end"),
        ("yes", "Both ways: whoever is asked, it holds"),
    ];

    /// <summary>Whether a relation is part of how things are built up.</summary>
    public static readonly IReadOnlyList<(string Name, string Words)> Structural =
    [
        ("", "It links things that are there without it"),
        ("yes", "They are: what is part of what, who belongs where"),
    ];

    /// <summary>Whether a bet may sit on a relation.</summary>
    public static readonly IReadOnlyList<(string Name, string Words)> TakesBets =
    [
        ("", "Bets sit on things"),
        ("yes", "It may: the link itself is what somebody tries to move"),
    ];

    /// <summary>How many relations of a type there may be.</summary>
    public static readonly IReadOnlyList<(string Name, string Words)> Counts =
    [
        ("many", "Any number on both sides"),
        ("one-leaves", "One from each start: a person reports to one"),
        ("one-arrives", "One at each end: a thing has one owner"),
        ("one-of-each", "One on both sides"),
    ];

    /// <summary>What a field holds.</summary>
    public static string Of(FieldKind kind) => Of(FieldKinds.Name(kind));

    /// <summary>The same by the name that packs write.</summary>
    public static string Of(string name) => All.FirstOrDefault(known => known.Name == name).Words ?? Words.Plain(name);
}
