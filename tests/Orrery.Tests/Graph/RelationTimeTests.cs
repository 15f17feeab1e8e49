using Orrery.Graph;
using static Orrery.Tests.Graph.Company;

namespace Orrery.Tests.Graph;

/// <summary>A relation needs ends that exist at some time at which it is to hold.</summary>
public sealed class RelationTimeTests
{
    private readonly Company _company = new();

    [Fact]
    public void A_relation_may_hold_longer_than_its_ends_exist()
    {
        _company.Do(new GraphCommand.Retire(IdOf("grace"), Validity.Since(Date(2027))));
        _company.Do(Relate("ada", "reports-to", "grace", Validity.Always));

        Assert.Single(_company.Find("ada")!.Relations(Direction.Out));
        Assert.Empty(_company.Find("ada", Date(2028))!.Relations(Direction.Out));
    }

    [Fact]
    public void A_relation_to_what_the_same_change_restores_is_taken()
    {
        _company.Do(new GraphCommand.Retire(IdOf("grace"), SinceDay));

        _company.Do(new GraphCommand.Restore(IdOf("grace"), SinceDay), Relate("ada", "reports-to", "grace"));

        Assert.Single(_company.Find("ada")!.Relations(Direction.Out));
    }
}
