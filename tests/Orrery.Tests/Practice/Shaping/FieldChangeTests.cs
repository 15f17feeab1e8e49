using Orrery.Graph;
using Orrery.Practice;
using Orrery.Tests.Graph;
using static Orrery.Tests.Graph.Company;

namespace Orrery.Tests.Practice.Shaping;

/// <summary>A field comes to hold something else with all its values, at all times, and back.</summary>
public sealed class FieldChangeTests
{
    private readonly Company _company = new();

    public FieldChangeTests() =>
        _company.Do(
            Make("gauge", "one", fields: ("a-text", Value.Of("12"))),
            Make("gauge", "two", fields: ("a-text", Value.Of("12.50"))),
            Make("gauge", "three", fields: ("a-text", Value.Of("a dozen"))),
            Set("one", "a-text", Value.Of("7"), Between(2020, 2022)),
            new GraphCommand.Retire(IdOf("two"), Validity.Since(Date(2027)))
        );

    [Fact]
    public void It_tells_what_fits_converts_loses_and_has_no_place()
    {
        var change = Look(FieldKind.Number, Misfits.Refuse);

        Assert.Equal(new ConversionCounts(Fit: 0, Convert: 2, Lose: 1, Cannot: 1), change.Counts);
        Assert.Equal("12.50", Assert.Single(change.Examples.Losing).Fact.Value.AsText);
        Assert.Equal(IdOf("three"), Assert.Single(change.Misfitting()).Thing);
        Assert.Equal("shape.misfits", Assert.Throws<FaultException>(change.ToCommands).Fault.Code);
    }

    [Fact]
    public void Values_of_all_times_change_as_one_and_come_back_as_one()
    {
        var before = Told();

        _company.Do(Look(FieldKind.Number, Misfits.KeepAsText).ToCommands());

        Assert.Equal(Value.Of(12L), _company.Find("one")!["a-text"]);
        Assert.Equal(Value.Of(7L), _company.Read(Date(2021)).ValueOf(IdOf("one"), "a-text"));
        Assert.Equal(Value.Nothing, _company.Find("three")!["a-text"]);
        Assert.Equal("a dozen", _company.Find("three")!["a-text-before"].AsText);
        _company.Undo();
        Assert.Equal(before, Told());
        Assert.Equal(FieldKind.Text, _company.Snapshot.Model.FindKind("gauge")!.Fields["a-text"].Kind);
        Assert.False(_company.Snapshot.Model.FindKind("gauge")!.Fields.ContainsKey("a-text-before"));
    }

    [Fact]
    public void What_is_left_out_is_gone_and_kept_by_history()
    {
        _company.Do(Look(FieldKind.Number, Misfits.LeaveOut).ToCommands());

        Assert.Equal(Value.Nothing, _company.Find("three")!["a-text"]);
        Assert.Equal(
            "a dozen",
            _company
                .Snapshot.AsKnownAt(new Revision(_company.Snapshot.At.Value - 1))
                .Read(Day, Day, Mask.Nothing)
                .Find(IdOf("three"))!["a-text"]
                .AsText
        );
    }

    [Fact]
    public void Words_become_choices_when_all_of_them_are_offered()
    {
        var change = Look(FieldKind.Enum, Misfits.Refuse, "12\n12.50\nA dozen");

        Assert.Equal(0, Look(FieldKind.Enum, Misfits.Refuse, "12\n12.50\na dozen\n7").Counts.Cannot);
        Assert.Equal(["7"], change.WordsWithoutPlace);
    }

    [Fact]
    public void Somebody_who_writes_meanwhile_makes_it_another_change()
    {
        var seen = Look(FieldKind.Number, Misfits.LeaveOut).Digest;
        Assert.Equal(seen, Look(FieldKind.Number, Misfits.LeaveOut).Digest);

        _company.Do(Set("one", "a-text", Value.Of("13")));

        Assert.NotEqual(seen, Look(FieldKind.Number, Misfits.LeaveOut).Digest);
    }

    [Fact]
    public void Observations_stay_observations() =>
        Assert.Equal(
            "shape.series-stays",
            Assert.Throws<FaultException>(() => Look(FieldKind.Series, Misfits.LeaveOut)).Fault.Code
        );

    private FieldChange Look(FieldKind kind, Misfits misfits, string options = "")
    {
        var reading = _company.Read();
        return FieldChange.Look(
            reading,
            reading.Find(IdOf("field a-text"))!,
            new(kind, "", options, misfits, ConversionTerms.Usual)
        );
    }

    private string Told() =>
        string.Join(
            '\n',
            _company
                .Read()
                .EverWithLabel("gauge")
                .SelectMany(thing => thing.Timeline("a-text"))
                .Select(fact => $"{fact.Value} {fact.During}")
        );
}
