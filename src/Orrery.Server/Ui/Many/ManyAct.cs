namespace Orrery.Server;

/// <summary>What is done to many things together.</summary>
public enum ManyAct
{
    /// <summary>A field is given one value.</summary>
    Field,

    /// <summary>They are related to one other thing.</summary>
    Relate,

    /// <summary>A relation that they have ends.</summary>
    Part,

    /// <summary>They are still true today.</summary>
    Confirm,

    /// <summary>They end.</summary>
    Retire,
}

/// <summary>What can be done to many things, in the order it is offered.</summary>
/// <param name="Act">What it is.</param>
/// <param name="Name">In an address.</param>
/// <param name="Verb">On a button.</param>
public sealed record ManyActChoice(ManyAct Act, string Name, string Verb);

/// <summary>Everything that can be done to many things.</summary>
public static class ManyActs
{
    public static readonly IReadOnlyList<ManyActChoice> All =
    [
        new(ManyAct.Field, "field", "Set a field"),
        new(ManyAct.Relate, "relate", "Relate"),
        new(ManyAct.Part, "part", "End a relation"),
        new(ManyAct.Confirm, "confirm", "Still true"),
        new(ManyAct.Retire, "retire", "Retire"),
    ];

    /// <summary>What a name in an address means; the first when it is none of them.</summary>
    public static ManyActChoice Named(string? name) => All.FirstOrDefault(choice => choice.Name == name, All[0]);
}
