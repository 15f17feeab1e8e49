using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Tests.Graph;
using static Orrery.Tests.Graph.Company;

namespace Orrery.Tests.Practice.Shaping;

/// <summary>Things of one kind become things of another, and back.</summary>
public sealed class KindMergeTests
{
    private readonly Company _company = new();

    public KindMergeTests()
    {
        Do(r => KindShaping.Add(r, Texts(("title", "Hope"), ("parent", "intent"))).Change);
        Do(r => FieldShaping.Add(r, Part("kind:hope"), Texts(("title", "Odds"), ("holds", "number"))));
        Do(r => FieldShaping.Add(r, Part("kind:hope"), Texts(("title", "Colour"), ("holds", "text"))));
        Do(r => FieldShaping.Add(r, Part("kind:goal"), Texts(("title", "Colour"), ("holds", "enum"), ("options", "Red\nGreen"))));
        Do(r => RelationShaping.Add(r, Texts(("title", "dreams of"), ("from", "person"), ("to", "hope"))).Change);
        _company.Do(
            Make("hope", "peace", fields: [("title", Value.Of("Peace")), ("odds", Value.Of(3L)), ("colour", Value.Of("green"))]),
            Make("hope", "grow", fields: [("title", Value.Of("Growing")), ("colour", Value.Of("mauve"))]) with
            {
                Subject = IdOf("other"),
            },
            Relate("ada", "dreams-of", "peace")
        );
    }

    [Fact]
    public void It_tells_what_has_a_place_what_gets_one_and_what_would_be_lost()
    {
        var merge = Look();

        Assert.Equal(2, merge.Things);
        var fields = merge.Fields.ToDictionary(field => field.Field.Symbol);
        Assert.Equal(MergeWish.NewField, fields["odds"].Place);
        Assert.Equal("colour", fields["colour"].Place);
        Assert.Equal(new ConversionCounts(1, 0, 0, 1), fields["colour"].Counts);
        Assert.Equal("dreams-of", Assert.Single(merge.Relations).Type["symbol"].AsText);
        Assert.Equal("shape.misfits", Assert.Throws<FaultException>(() => Look(Misfits.Refuse).ToCommands()).Fault.Code);
    }

    [Fact]
    public void All_of_it_is_one_change_that_one_undo_takes_back()
    {
        _company.Do(Look(Misfits.KeepAsText).ToCommands());

        var peace = _company.Find("peace")!;
        Assert.Equal(("goal", "goal:peace", "green"), (peace.Kind, $"{peace.Ref}", peace["colour"].AsText));
        Assert.Equal(Value.Of(3L), peace["odds"]);
        Assert.Equal("goal:grow-2", $"{_company.Read().Find(EntityRef.Of("hope", "grow"))!.Ref}");
        Assert.Equal("mauve", _company.Find("other")!["colour-before"].AsText);
        Assert.Single(peace.Relations(Direction.In, "dreams-of"));
        Assert.Null(_company.Snapshot.Model.FindKind("hope"));
        _company.Do(Make("goal", "more"), Relate("grace", "dreams-of", "more"));

        _company.Undo(2);

        Assert.Equal("hope", _company.Find("peace")!.Kind);
        Assert.Equal("mauve", _company.Find("other")!["colour"].AsText);
        Assert.NotNull(_company.Snapshot.Model.FindKind("hope"));
    }

    [Fact]
    public void Words_that_began_some_day_go_with_it_and_give_way_to_those_that_are_there()
    {
        var since = Validity.Since(_company.Read().Valid);
        _company.Do(
            new GraphCommand.CreateEntity(
                IdOf("crew"),
                [MetaKinds.Community],
                "crew",
                Properties.Of(("title", Value.Of("Crew"))),
                Validity.Always
            ),
            Called("ours", "kind:hope", "dream", since),
            Called("theirs", "kind:goal", "aim", since)
        );

        _company.Do(Look(Misfits.KeepAsText).ToCommands());

        var ours = _company.Find("ours")!;
        Assert.Equal(("kind:goal", "deprecated"), (ours["of"].AsText, ours["status"].AsText));
    }

    [Fact]
    public void What_is_left_out_is_gone_from_the_things()
    {
        _company.Do(Look(Misfits.LeaveOut, ("odds", MergeWish.LeaveOut)).ToCommands());

        Assert.Equal(Value.Nothing, _company.Find("peace")!["odds"]);
        Assert.False(_company.Snapshot.Model.FindKind("goal")!.Fields.ContainsKey("odds"));
    }

    [Fact]
    public void A_kind_with_others_below_it_stays()
    {
        Do(r => KindShaping.Add(r, Texts(("title", "Fond hope"), ("parent", "hope"))).Change);

        Assert.Equal("shape.cannot-merge", Assert.Throws<FaultException>(() => Look()).Fault.Code);
    }

    [Fact]
    public void What_is_in_use_is_not_taken_away_and_what_is_not_is()
    {
        var refused = Assert.Throws<FaultException>(() => PartUses.Remove(_company.Read(), Part("kind:hope"))).Fault;
        Assert.Equal("shape.in-use", refused.Code);
        Assert.Contains("2 things of it, 'dreams of' ends at it", refused.Message, StringComparison.Ordinal);

        Do(r => KindShaping.Add(r, Texts(("title", "Idle"), ("parent", "intent"))).Change);
        _company.Do(PartUses.Remove(_company.Read(), Part("kind:idle")));

        Assert.Null(_company.Snapshot.Model.FindKind("idle"));
    }

    private static GraphCommand.CreateEntity Called(string key, string of, string term, Validity during) =>
        new GraphCommand.CreateEntity(
            IdOf(key),
            [MetaKinds.Signifier],
            key,
            Properties.Of(
                ("community", Value.Of("crew")),
                ("of", Value.Of(of)),
                ("term", Value.Of(term)),
                ("status", Value.Of("in-use"))
            ),
            during
        );

    private KindMerge Look(Misfits misfits = Misfits.Refuse, params (string, string)[] places) =>
        KindMerge.Look(_company.Read(), Part("kind:hope"), Part("kind:goal"), new(Texts(places), misfits, ConversionTerms.Usual));

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
