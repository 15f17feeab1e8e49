using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Tests.Graph;
using static Orrery.Tests.Graph.Company;

namespace Orrery.Tests.Practice.Shaping;

/// <summary>Kinds, fields and relation types are added, renamed, moved, hidden.</summary>
public sealed class PartShapingTests
{
    private readonly Company _company = new();

    [Theory]
    [InlineData("Décision prise", "decision-prise")]
    [InlineData("決定", "our-kind")]
    [InlineData("قرار", "our-kind")]
    [InlineData("3 Größen", "grossen")]
    [InlineData("<script>alert(1)</script>", "script-alert-1-script")]
    [InlineData("View", "view-2")]
    [InlineData("🚀", "our-kind")]
    public void A_kind_is_called_anything_and_has_a_symbol_that_packs_can_write(string title, string symbol)
    {
        var (change, made) = KindShaping.Add(_company.Read(), Texts(("title", title), ("parent", "intent")));
        _company.Do(change.Commands);

        var kind = _company.Snapshot.Model.FindKind(symbol)!;
        Assert.Equal((symbol, title, "intent"), (made, kind.Title, kind.Category));
        Assert.True(Symbols.IsOne(made));
        Assert.True(kind.Fields.ContainsKey("title"));
        _company.Do(Make(symbol, "one", fields: ("title", Value.Of("One"))));
    }

    [Fact]
    public void Two_kinds_of_one_script_get_two_symbols()
    {
        Do(r => KindShaping.Add(r, Texts(("title", "決定"))).Change);
        Do(r => KindShaping.Add(r, Texts(("title", "目標"))).Change);

        Assert.Equal("目標", _company.Snapshot.Model.FindKind("our-kind-2")!.Title);
    }

    [Theory]
    [InlineData("title", "", "shape.title-missing")]
    [InlineData("title", "Goal", "shape.title-taken")]
    [InlineData("title", "two\nlines", "shape.title-missing")]
    [InlineData("parent", "nothing-known", "shape.not-one-of")]
    public void What_is_wrong_is_told_by_what_was_filled_in(string name, string text, string code)
    {
        var texts = Texts(("title", "Hope"), ("parent", "intent")).SetItem(name, text);

        Assert.Equal(code, KindShaping.Add(_company.Read(), texts).Change.Problems[name].Code);
    }

    [Fact]
    public void A_kind_moves_with_those_below_it_and_not_away_from_what_its_things_say()
    {
        Do(r => KindShaping.Add(r, Texts(("title", "Hope"), ("parent", "goal"))).Change);
        Do(r => KindShaping.Add(r, Texts(("title", "Fond hope"), ("parent", "hope"))).Change);
        Do(r => KindShaping.Change(r, Part("kind:hope"), Texts(("parent", "context"))));

        Assert.Equal("context", _company.Snapshot.Model.CategoryOf("fond-hope"));
        var own = KindShaping.Change(_company.Read(), Part("kind:hope"), Texts(("parent", "fond-hope")));
        Assert.Equal("shape.own-ancestor", own.Problems["parent"].Code);
        _company.Do(Make("fond-hope", "x", fields: ("status", Value.Of("draft"))));
        var lost = KindShaping.Change(_company.Read(), Part("kind:hope"), Texts(("parent", "practice")));
        Assert.Equal("shape.would-lose", lost.Problems["parent"].Code);
        _company.Undo(2);
        Assert.Equal("intent", _company.Snapshot.Model.CategoryOf("fond-hope"));
    }

    [Fact]
    public void A_kind_that_is_a_sort_of_two_stays_both_when_it_is_renamed()
    {
        Do(r => KindShaping.Add(r, Texts(("title", "Hope"), ("parent", "goal"), ("also", "person"))).Change);
        _company.Do(Make("hope", "x", fields: ("status", Value.Of("option"))));
        Assert.Equal(("intent", 2), (Kind("hope").Category, Part("kind:hope").Relations(Direction.Out, "is-a").Count()));

        var texts = PartText.Of(Part("kind:hope")).SetItem("title", "Wish");
        Assert.Equal(["goal", "person"], [.. new[] { texts["parent"], texts["also"] }.Order()]);
        Do(r => KindShaping.Change(r, Part("kind:hope"), texts));
        Assert.Equal(("Wish", true, true), (Kind("hope").Title, Kind("hope").IsA("goal"), Kind("hope").IsA("person")));
        Do(r => KindShaping.Change(r, Part("kind:hope"), Texts(("parent", "goal"), ("also", ""))));
        Assert.Equal((true, false), (Kind("hope").IsA("goal"), Kind("hope").IsA("person")));
        Do(r => KindShaping.Change(r, Part("kind:hope"), Texts(("also", "person"))));
        Assert.True(Kind("hope").IsA("person"));
    }

    [Fact]
    public void A_kind_says_where_it_is_at_home_what_else_it_matters_to_and_how_it_stands_to_time()
    {
        Do(r => KindShaping.Add(r, Texts(("title", "Regulator"), ("category", "context"), ("facets", "collaboration"))).Change);
        Do(r => KindShaping.Add(r, Texts(("title", "Bank"), ("parent", "regulator"))).Change);
        Assert.Equal(("custom", "context"), (Part("kind:bank")["tier"].AsText, Kind("bank").Category));

        Do(r =>
            KindShaping.Change(
                r,
                Part("kind:regulator"),
                Texts(
                    ("category", "investment"),
                    ("facets", "context\npractice"),
                    ("tier", "core"),
                    ("temporality", "event"),
                    ("grounding", "anchor")
                )
            )
        );
        Assert.Equal("investment", Kind("bank").Category);
        Assert.Equal("event", Part("kind:bank")["temporality"].AsText);
        Assert.Equal("context\npractice", PartText.Of(Part("kind:regulator"))["facets"]);
        Assert.Empty(
            KindShaping.Change(_company.Read(), Part("kind:regulator"), Texts(("facets", "practice\ncontext"))).Commands
        );
        Do(r => KindShaping.Change(r, Part("kind:regulator"), Texts(("facets", ""), ("temporality", ""))));
        Assert.Equal((true, true), (Part("kind:regulator")["facets"].IsNothing, Part("kind:bank")["temporality"].IsNothing));
        _company.Undo();
        Assert.Equal("event", Part("kind:bank")["temporality"].AsText);
    }

    [Theory]
    [InlineData("category", "weather", "shape.not-one-of")]
    [InlineData("category", "investment", "shape.home-of-parent")]
    [InlineData("facets", "context\nweather", "shape.not-one-of")]
    [InlineData("tier", "best", "shape.not-one-of")]
    [InlineData("temporality", "soon", "shape.not-one-of")]
    [InlineData("grounding", "deep", "shape.not-one-of")]
    [InlineData("also", "weather", "shape.not-one-of")]
    [InlineData("also", "hope", "shape.own-ancestor")]
    public void What_a_kind_cannot_say_is_told_where_it_was_filled_in(string name, string text, string code)
    {
        Do(r => KindShaping.Add(r, Texts(("title", "Hope"), ("parent", "goal"))).Change);

        Assert.Equal(code, KindShaping.Change(_company.Read(), Part("kind:goal"), Texts((name, text))).Problems[name].Code);
    }

    [Fact]
    public void A_relation_that_a_step_or_a_view_asks_for_is_in_use_though_nothing_is_related_so()
    {
        Do(_ =>
            PartChange.Of([
                PackCommands.Entity(
                    MetaKinds.View,
                    "pulls",
                    "What pulls apart",
                    ("query", Value.Of("MATCH (a)-[:CONFLICTS_WITH|`guards`]->(b) RETURN a")),
                    ("shape", Value.Of("table"))
                ),
            ])
        );

        Assert.Contains(
            "a step of 'Life of what we mean to do' asks for it",
            PartUses.Of(_company.Read(), Part("relation-type:contributes-to")).Others
        );
        Assert.All(
            ["conflicts-with", "guards"],
            type =>
                Assert.Contains("the view 'What pulls apart'", PartUses.Of(_company.Read(), Part($"relation-type:{type}")).Others)
        );
        Assert.Empty(PartUses.Of(_company.Read(), Part("relation-type:sponsors")).Others);
    }

    [Fact]
    public void A_choice_in_use_stays_and_renaming_it_loses_no_value()
    {
        Do(r => FieldShaping.Add(r, Part("kind:goal"), Texts(("title", "Colour"), ("holds", "enum"), ("options", "Red\nGreen"))));
        _company.Do(Set("grow", "colour", Value.Of("red")));

        var gone = FieldShaping.Change(_company.Read(), Part("field:goal.colour"), Texts(("options", "Green")));
        Assert.Equal("shape.option-in-use", gone.Problems["options"].Code);
        Do(r => FieldShaping.Change(r, Part("field:goal.colour"), Texts(("options", "red: Crimson\nBlue"))));

        Assert.Equal(["red", "blue"], _company.Snapshot.Model.FindKind("goal")!.Fields["colour"].Options);
        Assert.Equal("red", _company.Find("grow")!["colour"].AsText);
    }

    [Fact]
    public void A_field_has_a_least_and_a_most_that_its_values_keep_to()
    {
        Do(r =>
            FieldShaping.Add(r, Part("kind:goal"), Texts(("title", "Trouble"), ("holds", "number"), ("min", "1"), ("max", "5")))
        );

        Assert.Equal("field.beyond", _company.Refuse(Set("grow", "trouble", Value.Of(6L))).Code);
        _company.Do(Set("grow", "trouble", Value.Of(5L)));
        var narrow = FieldShaping.Change(_company.Read(), Part("field:goal.trouble"), Texts(("max", "4")));
        Assert.Equal("shape.beyond-range", narrow.Problems["max"].Code);
        Do(r => FieldShaping.Change(r, Part("field:goal.trouble"), Texts(("min", ""), ("max", "10"))));
        Assert.Equal(new FieldRange(null, 10), _company.Snapshot.Model.FindKind("goal")!.Fields["trouble"].Range);
        _company.Do(Set("grow", "trouble", Value.Of(-6L)));
        _company.Undo(2);
        Assert.Equal(new FieldRange(1, 5), _company.Snapshot.Model.FindKind("goal")!.Fields["trouble"].Range);
    }

    [Fact]
    public void A_kind_says_how_often_it_is_looked_at_and_those_below_go_along()
    {
        Do(r => KindShaping.Add(r, Texts(("title", "Hope"), ("parent", "goal"))).Change);
        Do(r => KindShaping.Change(r, Part("kind:goal"), Texts(("review-every", "30"), ("half-life", "40"))));
        _company.Do(Set("grow", "confirmed-at", Value.Of(Day)));

        var kinds = _company.Snapshot.Model.Kinds;
        Assert.Equal((30, 40), (kinds["hope"].ReviewEveryInDays, kinds["hope"].HalfLifeInDays));
        Assert.Equal(
            "shape.no-days",
            KindShaping.Change(_company.Read(), Part("kind:goal"), Texts(("half-life", "soon"))).Problems["half-life"].Code
        );
        var (early, late) = (
            _company.Read(Day + NodaTime.Duration.FromDays(29)),
            _company.Read(Day + NodaTime.Duration.FromDays(31))
        );
        Assert.NotEqual(Freshness.Stale, BandOf(early));
        Assert.Equal(Freshness.Stale, BandOf(late));

        static Freshness BandOf(Reading reading)
        {
            var (trust, goal) = (new Trust(reading), reading.Find(IdOf("grow"))!);
            return trust.BandOf(goal, trust.LookAt(goal));
        }
    }

    [Theory]
    [InlineData("number", "min", "few", "shape.not-a-number")]
    [InlineData("text", "max", "5", "shape.asking")]
    [InlineData("number", "min", "9", "shape.asking")]
    [InlineData("number", "editor", "ladder", "shape.asking")]
    [InlineData("enum", "editor", "stairs", "shape.not-one-of")]
    [InlineData("scale", "ends", "Only one", "shape.asking")]
    public void What_does_not_go_with_a_field_is_told(string holds, string name, string text, string code)
    {
        var texts = Texts(("title", "Trouble"), ("holds", holds), ("options", "Red\nGreen"), (name, text));
        if (text == "9")
            texts = texts.SetItem("max", "5");

        Assert.Contains(FieldShaping.Add(_company.Read(), Part("kind:goal"), texts).Problems.Values, fault => fault.Code == code);
    }

    [Theory]
    [InlineData("two-ends", FieldKind.Scale, null)]
    [InlineData("nine-in-ten", FieldKind.Interval, "nine-in-ten")]
    [InlineData("hypothesis", FieldKind.Record, "sentence")]
    [InlineData("pre-mortem", FieldKind.List, null)]
    [InlineData("ladder", FieldKind.Enum, "ladder")]
    [InlineData("horizon", FieldKind.Enum, "ruler")]
    public void A_field_is_asked_for_in_a_way_of_its_own_by_one_word(string preset, FieldKind kind, string? editor)
    {
        var texts = Texts(("title", "Special"), ("holds", preset));
        if (preset == "ladder")
            texts = texts.SetItem("options", "Low\nHigh");
        if (preset == "two-ends")
            texts = texts.SetItem("ends", "Alone: quick\nTogether: lasts");

        Do(r => FieldShaping.Add(r, Part("kind:goal"), texts));

        var field = _company.Snapshot.Model.FindKind("goal")!.Fields["special"];
        var aid = FieldGuides.Of(_company.Read()).For(field.Id).Aid;
        Assert.Equal((kind, editor), (field.Kind, aid.Editor));
        Assert.Equal(preset is "hypothesis" or "pre-mortem" ? 3 : 0, aid.Parts.Length);
        Assert.Equal(preset == "two-ends" ? 2 : 0, aid.Ends.Length);
        Assert.Equal(preset == "horizon" ? Horizons.All : [], preset == "horizon" ? field.Options : []);
        Assert.Empty(
            FieldShaping.Change(_company.Read(), Part("field:goal.special"), PartText.Of(Part("field:goal.special"))).Commands
        );
    }

    [Fact]
    public void A_relation_that_tells_what_moves_what_gets_sign_delay_and_strength_once()
    {
        Do(r => RelationShaping.Add(r, Texts(("title", "feeds"), ("from", "goal"), ("to", "goal"), ("causal", "yes"))).Change);
        Do(r => RelationShaping.Add(r, Texts(("title", "starves"), ("from", "goal"), ("to", "goal"))).Change);
        Do(r => RelationShaping.Change(r, Part("relation-type:starves"), Texts(("causal", "yes"))));
        Do(r => RelationShaping.Change(r, Part("relation-type:starves"), Texts(("causal", ""))));
        Do(r => RelationShaping.Change(r, Part("relation-type:starves"), Texts(("causal", "yes"))));

        foreach (var type in (string[])["feeds", "starves"])
        {
            Assert.Equal(["delay", "sign", "strength"], _company.Snapshot.Model.FindRelationType(type)!.Fields.Keys);
            Assert.Equal(["+", "-", "?"], _company.Snapshot.Model.FindRelationType(type)!.Fields["sign"].Options);
            Assert.Equal(Value.Of(true), Part($"relation-type:{type}")["causal"]);
        }
    }

    [Fact]
    public void Fields_move_among_their_own()
    {
        Do(r => KindShaping.Add(r, Texts(("title", "Hope"), ("parent", "intent"))).Change);
        foreach (var title in (string[])["One", "Two", "Three"])
            Do(r => FieldShaping.Add(r, Part("kind:hope"), Texts(("title", title), ("holds", "text"))));

        Do(_ => FieldShaping.Move(Part("field:hope.three"), -1));
        Do(_ => FieldShaping.Move(Part("field:hope.one"), 1));

        Assert.Equal(["Three", "One", "Two"], KindParts.OwnFields(Part("kind:hope")).Select(field => field.Title));
        Assert.Empty(FieldShaping.Move(Part("field:hope.two"), 1).Commands);
    }

    [Fact]
    public void A_rule_that_relations_break_already_is_refused()
    {
        _company.Do(Relate("ada", "pairs-with", "grace"), Relate("ada", "pairs-with", "linus"));

        var one = RelationShaping.Change(_company.Read(), Part("relation-type:pairs-with"), Texts(("count", "one-leaves")));
        Assert.Equal("shape.in-the-way", one.Problems["count"].Code);
        var ends = RelationShaping.Change(_company.Read(), Part("relation-type:pairs-with"), Texts(("to", "goal")));
        Assert.Equal("shape.in-the-way", ends.Problems["to"].Code);
        Do(r => RelationShaping.Change(r, Part("relation-type:pairs-with"), Texts(("to", "person"), ("count", "one-arrives"))));
        Assert.Equal("relation.cardinality", _company.Refuse(Relate("grace", "pairs-with", "linus")).Code);
    }

    [Fact]
    public void The_second_of_two_who_change_one_thing_is_refused_and_nothing_of_the_first_is_lost()
    {
        var seen = KindShaping.Change(_company.Read(), Part("kind:goal"), Texts(("title", "Aim"))).Commands;
        Do(r => KindShaping.Change(r, Part("kind:goal"), Texts(("title", "Target"))));

        Assert.Equal("field.changed", _company.Refuse(seen).Code);
        Do(r => KindShaping.Change(r, Part("kind:goal"), Texts(("description", "What we go for."))));
        Assert.Equal("Target", _company.Snapshot.Model.FindKind("goal")!.Title);
    }

    [Fact]
    public void What_is_hidden_says_so_and_keeps_its_things()
    {
        Do(_ => KindShaping.Hide(Part("kind:goal"), isHidden: true));

        Assert.True(_company.Snapshot.Model.FindKind("goal")!.IsHidden);
        Assert.NotNull(_company.Find("grow"));
        Do(_ => KindShaping.Hide(Part("kind:goal"), isHidden: false));
        Assert.False(_company.Snapshot.Model.FindKind("goal")!.IsHidden);
    }

    private Kind Kind(string symbol) => _company.Snapshot.Model.FindKind(symbol)!;

    private Entity Part(string reference) =>
        _company.Read().Find(EntityRef.TryParse(reference, out var at) ? at : throw new FormatException())!;

    private void Do(Func<Reading, PartChange> change)
    {
        var wished = change(_company.Read());
        Assert.Empty(wished.Problems);
        _company.Do(wished.Commands);
    }

    private static ImmutableSortedDictionary<string, string> Texts(params (string Name, string Text)[] texts) =>
        texts.ToImmutableSortedDictionary(text => text.Name, text => text.Text, StringComparer.Ordinal);
}
