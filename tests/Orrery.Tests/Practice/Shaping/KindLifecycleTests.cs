using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Tests.Graph;
using static Orrery.Tests.Graph.Company;

namespace Orrery.Tests.Practice.Shaping;

/// <summary>What the things of a kind go through is chosen, changed and taken away.</summary>
public sealed class KindLifecycleTests
{
    private static readonly string[] Moods = ["rough", "ripe", "gone"];

    private readonly Company _company = new();

    public KindLifecycleTests()
    {
        _company.Do(Part(MetaKinds.Enumeration, "ripeness", "Ripeness", Choices()));
        _company.Do(
            Part(
                MetaKinds.Lifecycle,
                "ripening",
                "Ripening",
                ("symbol", Value.Of("ripening")),
                ("field", Value.Of("ripe")),
                ("enumeration", Value.Of("ripeness")),
                ("states", PackCommands.List(Moods)),
                ("moves", new Value.Map(ImmutableSortedDictionary<string, Value>.Empty.Add("rough", PackCommands.List(["ripe"]))))
            )
        );
    }

    [Fact]
    public void A_lifecycle_that_is_chosen_brings_the_field_of_its_states_and_holds_for_kinds_below()
    {
        Do(r => KindShaping.Add(r, Texts(("title", "Hope"), ("parent", "goal"))).Change);
        Do(r => KindShaping.Add(r, Texts(("title", "Fond hope"), ("parent", "hope"))).Change);
        Do(r => KindShaping.Change(r, Part("kind:hope"), Texts(("lifecycle", "ripening"))));

        Assert.Equal("ripening", PartText.Of(Part("kind:fond-hope"))["lifecycle"]);
        Assert.Equal("Ripening", Of("hope")?.Definition.Title);
        Assert.Equal(Moods, Of("fond-hope")!.States);
        Assert.Equal("ripeness", Part("field:hope.ripe")["enumeration"].AsText);
        _company.Do(Make("fond-hope", "one", fields: ("ripe", Value.Of("rough"))));
        Assert.Empty(KindShaping.Change(_company.Read(), Part("kind:hope"), Texts(("lifecycle", "ripening"))).Commands);
    }

    [Fact]
    public void A_new_kind_is_made_with_its_lifecycle()
    {
        Do(r => KindShaping.Add(r, Texts(("title", "Hope"), ("category", "intent"), ("lifecycle", "ripening"))).Change);

        Assert.Equal(Moods, Of("hope")!.States);
    }

    [Fact]
    public void A_lifecycle_is_taken_away_also_where_a_kind_above_has_one_and_comes_back_by_saying_nothing()
    {
        Do(r => KindShaping.Change(r, Part("kind:goal"), Texts(("lifecycle", "ripening"))));
        Do(r => KindShaping.Add(r, Texts(("title", "Hope"), ("parent", "goal"))).Change);
        Assert.NotNull(Of("hope"));

        Do(r => KindShaping.Change(r, Part("kind:hope"), Texts(("lifecycle", "none"))));
        Assert.Equal(
            ("none", true, false),
            (PartText.Of(Part("kind:hope"))["lifecycle"], Of("hope") is null, Of("goal") is null)
        );
        Do(r => KindShaping.Change(r, Part("kind:hope"), Texts(("lifecycle", ""))));
        Assert.NotNull(Of("hope"));
        Do(r => KindShaping.Change(r, Part("kind:goal"), Texts(("lifecycle", ""))));
        Assert.Equal("commitment", Of("hope")?.Definition.Symbol);
        Assert.True(_company.Snapshot.Model.FindKind("hope")!.Fields.ContainsKey("ripe"));
    }

    [Fact]
    public void What_things_say_now_is_never_lost_to_states()
    {
        Do(r => FieldShaping.Add(r, Part("kind:goal"), Texts(("title", "Ripe"), ("holds", "enum"), ("options", "Rough\nEaten"))));
        _company.Do(Make("goal", "one", fields: ("ripe", Value.Of("rough"))));
        _company.Do(Make("goal", "two", fields: ("ripe", Value.Of("eaten"))));

        var refused = KindShaping.Change(_company.Read(), Part("kind:goal"), Texts(("lifecycle", "ripening")));
        Assert.Equal("shape.other-states", refused.Problems["lifecycle"].Code);
        Assert.Contains("One thing", refused.Problems["lifecycle"].Message, StringComparison.Ordinal);

        _company.Do(Set("two", "ripe", Value.Of("rough")));
        Do(r => KindShaping.Change(r, Part("kind:goal"), Texts(("lifecycle", "ripening"))));
        Assert.Equal(Moods, Of("goal")!.States);
        Assert.Equal("rough", _company.Read().Find(IdOf("one"))!["ripe"].AsText);
    }

    [Fact]
    public void Only_a_lifecycle_that_is_there_can_be_chosen() =>
        Assert.Equal(
            "shape.not-one-of",
            KindShaping.Change(_company.Read(), Part("kind:goal"), Texts(("lifecycle", "weather"))).Problems["lifecycle"].Code
        );

    private static (string, Value)[] Choices() =>
        [
            ("symbol", Value.Of("ripeness")),
            ("options", PackCommands.List(Moods)),
            ("option-titles", PackCommands.List(["Rough", "Ripe", "Gone"])),
        ];

    private static GraphCommand.CreateEntity Part(
        string metaKind,
        string symbol,
        string title,
        params (string, Value)[] fields
    ) => PackCommands.Entity(metaKind, symbol, title, fields);

    private Entity Part(string at) => _company.Read().Find(EntityRef.Of(at.Split(':')[0], at.Split(':')[1]))!;

    private Lifecycle? Of(string kind) => Lifecycles.Of(_company.Read()).For(kind);

    private void Do(Func<Reading, PartChange> change)
    {
        var made = change(_company.Read());
        Assert.Empty(made.Problems);
        _company.Do(made.Commands);
    }

    private static ImmutableSortedDictionary<string, string> Texts(params (string Name, string Text)[] texts) =>
        texts.ToImmutableSortedDictionary(text => text.Name, text => text.Text, StringComparer.Ordinal);
}
