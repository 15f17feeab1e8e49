using Orrery.Graph;
using static Orrery.Tests.Graph.Company;

namespace Orrery.Tests.Graph;

/// <summary>Ways to be refused by the rules of the graph, each told in a few words.</summary>
internal static class FaultSituations
{
    public static readonly Dictionary<string, Func<Company, Fault>> All = new()
    {
        // Kinds
        ["an entity of a kind nobody brought"] = c => c.Refuse(Make("zeppelin", "x")),
        ["an entity of a kind with a slip in its name"] = c => c.Refuse(Make("persn", "x")),
        ["an entity of a kind that only serves as ancestor"] = c => c.Refuse(Make("intent", "x")),
        ["an entity of two kinds"] = c => c.Refuse(Make("person", "x") with { Labels = ["person", "team"] }),
        ["an entity of no kind"] = c => c.Refuse(Make("person", "x") with { Labels = [] }),
        ["another kind that nobody brought"] = c => c.Refuse(new GraphCommand.SetLabels(IdOf("ada"), ["robot"], SinceDay)),
        ["another kind during no time"] = c => c.Refuse(new GraphCommand.SetLabels(IdOf("ada"), ["team"], new(Day, Day))),
        ["another kind for nothing"] = c => c.Refuse(new GraphCommand.SetLabels(IdOf("nobody"), ["team"], SinceDay)),
        // Ids and refs
        ["an id that is taken"] = c => c.Refuse(Make("person", "ada") with { Key = "other" }),
        ["an id that is taken earlier in the change"] = c => c.Refuse(Make("person", "x"), Make("goal", "x")),
        ["an id that a relation has"] = c =>
        {
            c.Do(Relate("ada", "reports-to", "grace"));
            return c.Refuse(Make("person", "x") with { Subject = IdOf("ada-reports-to-grace") });
        },
        ["a relation with the id of an entity"] = c =>
            c.Refuse(Relate("ada", "reports-to", "grace") with { Subject = IdOf("linus") }),
        ["a ref that is taken"] = c => c.Refuse(Make("person", "x") with { Key = "ada" }),
        ["a ref that was another's once"] = c =>
        {
            c.Do(new GraphCommand.GiveRef(IdOf("ada"), "countess"));
            return c.Refuse(Make("person", "x") with { Key = "ada" });
        },
        ["another's ref"] = c => c.Refuse(new GraphCommand.GiveRef(IdOf("ada"), "grace")),
        ["a ref with a space"] = c => c.Refuse(new GraphCommand.GiveRef(IdOf("ada"), "ada lovelace")),
        ["a ref of nothing"] = c => c.Refuse(Make("person", "x") with { Key = "" }),
        ["a ref of 201 characters"] = c => c.Refuse(Make("person", "x") with { Key = new('k', 201) }),
        ["a ref for a relation"] = c =>
        {
            c.Do(Relate("ada", "reports-to", "grace"));
            return c.Refuse(new GraphCommand.GiveRef(IdOf("ada-reports-to-grace"), "line"));
        },
        // Fields
        ["a field with a slip in its name"] = c => c.Refuse(Set("ada", "titel", Value.Of("Countess"))),
        ["a field that nothing is like"] = c => c.Refuse(Set("ada", "shoe-size", Value.Of(38L))),
        ["a number beyond what its field takes"] = c => c.Refuse(Set("ada", "confidence", Value.Of(1.5))),
        ["a range with an end beyond what its field takes"] = c =>
            c.Refuse(Make("bet", "x", fields: ("size", new Value.Interval(0.2, 3)))),
        ["a number of a relation beyond what its field takes"] = c =>
            c.Refuse(Relate("ada", "reports-to", "grace") with { Fields = Properties.Of(("confidence", Value.Of(-0.1))) }),
        ["a field with no name"] = c => c.Refuse(Set("ada", "", Value.Of(1L))),
        ["a field with a name of two lines"] = c => c.Refuse(Set("ada", "a\nb", Value.Of(1L))),
        ["a field that is ours"] = c => c.Refuse(Set("ada", "~exists", Value.Of(false))),
        ["observations of a field that is ours"] = c => c.Refuse(Append("dial", "~exists")),
        ["a field of nothing"] = c => c.Refuse(Set("nobody", "title", Value.Of("x"))),
        ["a field during no time"] = c => c.Refuse(Set("ada", "title", Value.Of("x"), Between(2026, 2025))),
        ["a field that somebody changed meanwhile"] = c =>
        {
            c.Do(Set("ada", "title", Value.Of("Countess")));
            return c.Refuse(Set("ada", "title", Value.Of("Ada"), expected: Value.Nothing));
        },
        ["the second field of a form that somebody changed meanwhile"] = c =>
        {
            c.Do(Set("ada", "summary", Value.Of("Theirs.")));
            return c.Refuse(
                Set("ada", "title", Value.Of("Ada"), expected: Value.Nothing),
                Set("ada", "summary", Value.Of("Mine."), expected: Value.Nothing)
            );
        },
        ["a first value that misfits"] = c => c.Refuse(Make("person", "x", fields: ("title", Value.Of(7L)))),
        ["an option nobody offers"] = c => c.Refuse(Set("dial", "a-enum", Value.Of("purple"))),
        ["an option by what it is called"] = c => c.Refuse(Set("dial", "a-enum", Value.Of("ruby"))),
        ["one of several options by what it is called"] = c =>
            c.Refuse(Set("dial", "a-multi-enum", Value.Of(Value.Of("red"), Value.Of("Leaf")))),
        ["a relation's field that misfits"] = c =>
        {
            c.Do(Relate("ada", "reports-to", "grace"));
            return c.Refuse(Set("ada-reports-to-grace", "confidence", Value.Of("quite")));
        },
        ["a relation's field that its type has not"] = c =>
        {
            c.Do(Relate("ada", "reports-to", "grace"));
            return c.Refuse(Set("ada-reports-to-grace", "colour", Value.Of("red")));
        },
        ["observations of a field that is none of a series"] = c => c.Refuse(Append("dial", "a-number")),
        ["observations of a field nobody knows"] = c => c.Refuse(Append("dial", "a-serious")),
        ["observations of nothing"] = c => c.Refuse(Append("nobody", "a-series")),
        // Values
        ["a value of more than 1 MiB"] = c => c.Refuse(Set("ada", "summary", Value.Of(new string('x', (1 << 20) + 1)))),
        ["a list of more than 1 MiB"] = c =>
            c.Refuse(Set("ada", "tags", Value.Of(Enumerable.Repeat(Value.Of(new string('x', 1_000)), 1_100)))),
        ["an entity as a value"] = c => c.Refuse(Set("ada", "tags", new Value.Entity(IdOf("grace")))),
        ["an entity inside a list"] = c => c.Refuse(Set("ada", "tags", Value.Of([new Value.Entity(IdOf("grace"))]))),
        ["half an emoji"] = c => c.Refuse(Set("ada", "title", Value.Of("cut \ud83d"))),
        ["lists in lists 65 deep"] = c => c.Refuse(Set("ada", "tags", Nested(65))),
        ["lists in lists 100,000 deep"] = c => c.Refuse(Set("ada", "tags", Nested(100_000))),
        // Relations
        ["a relation of a type nobody brought"] = c => c.Refuse(Relate("ada", "adores", "grace")),
        ["a relation of a type with a slip in its name"] = c => c.Refuse(Relate("ada", "report-to", "grace")),
        ["a relation to nowhere"] = c => c.Refuse(Relate("ada", "reports-to", "nobody")),
        ["a relation from nowhere"] = c => c.Refuse(Relate("nobody", "reports-to", "ada")),
        ["a relation to what has ended by then"] = c =>
        {
            c.Do(new GraphCommand.Retire(IdOf("grace"), Validity.Since(Date(2027))));
            return c.Refuse(Relate("ada", "reports-to", "grace", Validity.Since(Date(2028))));
        },
        ["a relation from what is not there yet"] = c => c.Refuse(Relate("ada", "reports-to", "grace", Between(2024, 2025))),
        ["a relation to what exists at no time at all"] = c =>
        {
            c.Do(Make("person", "bo", Validity.Never));
            return c.Refuse(Relate("ada", "reports-to", "bo", Validity.Always));
        },
        ["a relation to a relation that has ended by then"] = c =>
        {
            c.Do(Relate("ada", "reports-to", "grace", Between(2026, 2027)));
            return c.Refuse(Relate("linus", "pairs-with", "ada-reports-to-grace", Validity.Since(Date(2028))));
        },
        ["a relation that is its own end"] = c =>
            c.Refuse(Relate("ada", "about", "grace") with { Subject = IdOf("self"), To = IdOf("self") }),
        ["a relation from the wrong kind"] = c => c.Refuse(Relate("grow", "reports-to", "ada")),
        ["a relation to the wrong kind"] = c => c.Refuse(Relate("ada", "reports-to", "grow")),
        ["a relation to a relation where only people will do"] = c =>
        {
            c.Do(Relate("ada", "reports-to", "grace"));
            return c.Refuse(Relate("linus", "reports-to", "ada-reports-to-grace"));
        },
        ["a relation to a kind where only people will do"] = c =>
            c.Refuse(Relate("ada", "reports-to", "grace") with { To = IdOf("kind gauge") }),
        ["a second one where there may be one"] = c =>
        {
            c.Do(Relate("ada", "reports-to", "grace"));
            return c.Refuse(Relate("ada", "reports-to", "linus"));
        },
        ["two in one change where there may be one"] = c =>
            c.Refuse(Relate("ada", "reports-to", "grace"), Relate("ada", "reports-to", "linus")),
        ["a second one that arrives where one may"] = c =>
        {
            c.Do(Relate("grow", "supersedes", "last"));
            return c.Refuse(Relate("third", "supersedes", "last"));
        },
        ["one brought back where another took its place"] = c =>
        {
            c.Do(Relate("ada", "reports-to", "grace"));
            c.Do(new GraphCommand.Retire(IdOf("ada-reports-to-grace"), SinceDay));
            c.Do(Relate("ada", "reports-to", "linus"));
            return c.Refuse(new GraphCommand.Restore(IdOf("ada-reports-to-grace"), SinceDay));
        },
        ["a relation that would come back to where it began"] = c =>
        {
            c.Do(Relate("ada", "reports-to", "grace"), Relate("grace", "reports-to", "linus"));
            return c.Refuse(Relate("linus", "reports-to", "ada"));
        },
        ["a loop within one change"] = c =>
            c.Refuse(Relate("grow", "contributes-to", "last"), Relate("last", "contributes-to", "grow")),
        ["a relation brought back into a loop"] = c =>
        {
            c.Do(Relate("ada", "reports-to", "grace"));
            c.Do(new GraphCommand.Retire(IdOf("ada-reports-to-grace"), SinceDay));
            c.Do(Relate("grace", "reports-to", "ada"));
            return c.Refuse(new GraphCommand.Restore(IdOf("ada-reports-to-grace"), SinceDay));
        },
        ["a thing that follows itself"] = c => c.Refuse(Relate("grow", "follows", "grow")),
        // Existence
        ["retiring nothing"] = c => c.Refuse(new GraphCommand.Retire(IdOf("nobody"), SinceDay)),
        ["retiring during no time"] = c => c.Refuse(new GraphCommand.Retire(IdOf("ada"), Validity.Never)),
        ["restoring nothing"] = c => c.Refuse(new GraphCommand.Restore(IdOf("nobody"), SinceDay)),
        ["erasing nothing"] = c => c.Refuse(new GraphCommand.NoteErasure(IdOf("nobody"))),
        // Undo
        ["undoing what was set again"] = c =>
        {
            c.Do(Set("ada", "title", Value.Of("Ada")));
            c.Do(Set("ada", "title", Value.Of("Countess")));
            return Undo(c, 2);
        },
        ["undoing what was related later"] = c =>
        {
            c.Do(Make("person", "bo"));
            c.Do(Relate("bo", "reports-to", "ada"));
            return Undo(c, 2);
        },
        ["undoing what was changed later"] = c =>
        {
            c.Do(Make("person", "bo"));
            c.Do(Set("bo", "title", Value.Of("Bo")));
            return Undo(c, 2);
        },
        ["undoing a retirement whose place is taken"] = c =>
        {
            c.Do(Relate("ada", "reports-to", "grace"));
            c.Do(new GraphCommand.Retire(IdOf("ada-reports-to-grace"), SinceDay));
            c.Do(Relate("ada", "reports-to", "linus"));
            return Undo(c, 2);
        },
        ["undoing a ref that was changed again"] = c =>
        {
            c.Do(new GraphCommand.GiveRef(IdOf("ada"), "countess"));
            c.Do(new GraphCommand.GiveRef(IdOf("ada"), "lovelace"));
            return Undo(c, 2);
        },
        ["undoing an erasure"] = c =>
        {
            c.Do(new GraphCommand.NoteErasure(IdOf("ada")));
            return Undo(c, 1);
        },
        ["undoing a change that was never made"] = c => c.RefuseToUndo(new(new(99), Day, new("Ada", Origin.Screen), [])),
        ["a source's old file with other bytes"] = c =>
        {
            var statement = new Statement("hr", "hr/people", "march.csv", Day, "digest", [], []);
            c.Do(GraphRules.Reconcile(c.Snapshot, statement).Commands);
            return GraphRules.Reconcile(c.Snapshot, statement with { Digest = "other" }).Fault!;
        },
    };

    private static Fault Undo(Company company, int back) => company.RefuseToUndo(company.Changes[^back]);

    private static GraphCommand.AppendSeries Append(string name, string field) =>
        new(IdOf(name), field, [new Observation(Day, 1)]);

    private static Value Nested(int depth)
    {
        var value = Value.Of(1L);
        for (var i = 0; i < depth; i++)
            value = Value.Of([value]);
        return value;
    }
}
