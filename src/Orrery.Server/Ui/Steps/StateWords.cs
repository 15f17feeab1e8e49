using Orrery.Practice;

namespace Orrery.Server;

/// <summary>What the states of a lifecycle are called.</summary>
public static class StateWords
{
    public static string Of(Visit visit, string kind, Lifecycle lifecycle, string state) =>
        visit.Words.Definition(kind, lifecycle.Field) is { } field
            ? visit.Words.Option(visit.Reading, field, state)
            : Words.Plain(state);

    /// <summary>The same inside a sentence.</summary>
    public static string Inside(Visit visit, string kind, Lifecycle lifecycle, string state) =>
        visit.Words.Definition(kind, lifecycle.Field) is { } field
            ? visit.Words.OptionInside(visit.Reading, field, state)
            : Words.Plain(state);
}
