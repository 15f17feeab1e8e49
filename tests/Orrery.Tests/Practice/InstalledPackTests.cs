using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Tests.Practice;

/// <summary>The core pack as the rules of the graph see it, once it is installed.</summary>
public sealed class InstalledPackTests
{
    private static readonly Instant Day = Instant.FromUtc(2026, 3, 1, 0, 0);
    private static readonly ImmutableSortedDictionary<string, Value> NoFields = ImmutableSortedDictionary<string, Value>.Empty;

    private static readonly GraphCommand Rules = new GraphCommand.CreateEntity(
        Id.Named("this"),
        [MetaKinds.Workspace],
        "this",
        NoFields.Add("mode", Value.Of("enforced")),
        Validity.Always
    );

    private static readonly GraphSnapshot Empty = Record(
        GraphSnapshot.Empty(),
        [Rules, .. PackShelf.Open(["core"]).ToCommands()]
    );

    private readonly GraphSnapshot _installed = Record(Empty, People("ada", "grace", "linus"));

    [Fact]
    public void A_person_reports_to_one_person_only()
    {
        var reporting = Record(_installed, [ReportsTo("ada", "grace")]);

        var refused = Assert.IsType<Decision.Refused>(GraphRules.Decide(reporting, [ReportsTo("ada", "linus")]));

        Assert.Equal("relation.cardinality", refused.Fault.Code);
    }

    [Fact]
    public void Many_people_may_report_to_one()
    {
        var reporting = Record(_installed, [ReportsTo("ada", "grace")]);

        Assert.IsType<Decision.Accepted>(GraphRules.Decide(reporting, [ReportsTo("linus", "grace")]));
    }

    [Fact]
    public void Nobody_reports_to_themselves_in_the_end()
    {
        var reporting = Record(_installed, [ReportsTo("ada", "grace"), ReportsTo("grace", "linus")]);

        var refused = Assert.IsType<Decision.Refused>(GraphRules.Decide(reporting, [ReportsTo("linus", "ada")]));

        Assert.Equal("relation.cycle", refused.Fault.Code);
    }

    private static GraphSnapshot Record(GraphSnapshot snapshot, IEnumerable<GraphCommand> commands)
    {
        var decided = GraphRules.Decide(snapshot, commands);
        var events = decided is Decision.Accepted accepted
            ? accepted.Events
            : throw new FaultException(((Decision.Refused)decided).Fault);
        return GraphRules.Apply(snapshot, new(snapshot.At.Next, Day, new("ada", Origin.Product), events));
    }

    private static IEnumerable<GraphCommand> People(params string[] names) =>
        names.Select(name => new GraphCommand.CreateEntity(
            Id.Named(name),
            ["person"],
            name,
            NoFields.Add("title", Value.Of(name)),
            Validity.Since(Day)
        ));

    private static GraphCommand.Relate ReportsTo(string who, string whom) =>
        new(Id.Named(who, whom), "reports-to", Id.Named(who), Id.Named(whom), NoFields, Validity.Since(Day));
}
