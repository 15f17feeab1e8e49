using Orrery.Graph;
using static Orrery.Tests.Graph.Company;

namespace Orrery.Tests.Graph;

/// <summary>A change may speak of the model and of what it describes: later commands hold by what earlier ones made of it.</summary>
public sealed class ModelInChangeTests
{
    private readonly Company _company = new();

    [Fact]
    public void A_field_that_comes_to_hold_something_else_takes_it_in_the_same_change()
    {
        Assert.Equal("field.misfit", _company.Refuse(Set("dial", "a-text", Value.Of(3L))).Code);

        _company.Do(
            new GraphCommand.SetField(IdOf("field a-text"), "field-kind", Value.Of("number"), Validity.Always),
            Set("dial", "a-text", Value.Of(3L))
        );

        Assert.Equal(Value.Of(3L), _company.Find("dial")!["a-text"]);
        Assert.Equal("field.misfit", _company.Refuse(Set("dial", "a-text", Value.Of("three"))).Code);
    }

    [Fact]
    public void What_no_longer_fits_is_refused_in_the_same_change() =>
        Assert.Equal(
            "field.misfit",
            _company
                .Refuse(
                    new GraphCommand.SetField(IdOf("field a-text"), "field-kind", Value.Of("number"), Validity.Always),
                    Set("dial", "a-text", Value.Of("three"))
                )
                .Code
        );

    [Fact]
    public void A_kind_a_field_and_a_relation_type_serve_at_once()
    {
        _company.Do(
            Define(MetaKinds.Kind, "hope"),
            Define(MetaKinds.Field, "dream", ("field-kind", Value.Of("text"))),
            Tie("kind hope", "has-field", "field dream"),
            Define(MetaKinds.RelationType, "hopes-for"),
            Tie("relation-type hopes-for", "to-kind", "kind hope"),
            Make("hope", "peace", fields: ("dream", Value.Of("quiet"))),
            Relate("ada", "hopes-for", "peace")
        );

        Assert.Equal("quiet", _company.Find("peace")!["dream"].AsText);
        Assert.Equal("relation.ends", _company.Refuse(Relate("ada", "hopes-for", "grace")).Code);
    }

    [Fact]
    public void A_kind_that_goes_in_a_change_takes_nothing_new_in_it()
    {
        var refused = _company.Refuse(new GraphCommand.Retire(IdOf("kind gauge"), Validity.Always), Make("gauge", "another"));

        Assert.Equal("kind.unknown", refused.Code);
    }

    [Fact]
    public void A_kind_that_comes_back_brings_its_fields()
    {
        _company.Do(new GraphCommand.Retire(IdOf("kind gauge"), Validity.Always));

        _company.Do(new GraphCommand.Restore(IdOf("kind gauge"), Validity.Always), Set("dial", "a-text", Value.Of("again")));

        Assert.Equal("again", _company.Find("dial")!["a-text"].AsText);
    }

    private static GraphCommand.CreateEntity Define(string metaKind, string symbol, params (string, Value)[] fields) =>
        new(
            IdOf($"{metaKind} {symbol}"),
            [metaKind],
            symbol,
            Properties.Of([("symbol", Value.Of(symbol)), .. fields]),
            Validity.Always
        );

    private static GraphCommand.Relate Tie(string from, string type, string to) =>
        new(IdOf($"{from} {type} {to}"), type, IdOf(from), IdOf(to), Properties.None, Validity.Always);
}
