using System.Collections.Immutable;
using Orrery.Graph;
using static Orrery.Tests.Graph.Company;

namespace Orrery.Tests.Graph;

/// <summary>Whoever may not see a thing learns nothing of it from being refused: no title, no ref, no word of the model.</summary>
public sealed class MaskedFaultLaws
{
    private static readonly ImmutableArray<(Id Id, string[] Names)> Secrets =
    [
        .. (
            (string[])["person:ada", "person:grace", "person:linus", "goal:grow", "goal:last", "goal:third", "gauge:dial"]
        ).Select(r => (IdOf(r.Split(':')[1]), (string[])[r, TitleOf(r)])),
        (IdOf("kind gauge"), ["'gauge'", " gauge"]),
        (IdOf("field a-series"), ["a-series"]),
        (IdOf("relation-type follows"), ["follows"]),
        (IdOf("relation-type pairs-with"), ["pairs-with"]),
        (Orrery.Practice.PackCommands.ModelId("kind:person"), ["'person'", " person,", "person."]),
        (Orrery.Practice.PackCommands.ModelId("relation-type:reports-to"), ["reports-to"]),
        (Orrery.Practice.PackCommands.ModelId("field:thing.tags"), ["'tags'", " tags"]),
    ];

    public static TheoryData<string> Situations => [.. FaultSituations.All.Keys];

    [Theory]
    [MemberData(nameof(Situations))]
    public void A_refusal_names_nothing_of_what_is_hidden(string situation)
    {
        foreach (var (hidden, names) in Secrets)
        {
            var company = new Company { Hidden = [hidden] };
            Title(company);

            var fault = FaultSituations.All[situation](company);

            var typed = company.Wished.SelectMany(Typed).ToHashSet(StringComparer.Ordinal);
            foreach (var name in names.Where(name => !typed.Any(word => name.Contains(word, StringComparison.Ordinal))))
                Assert.DoesNotContain(name, $"{fault.Message} {fault.Remedy}", StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_is_hidden_is_refused_in_the_words_for_what_never_was()
    {
        var (hiding, without) = (
            new Company { Hidden = [IdOf("bo"), IdOf("kind gauge"), IdOf("field a-series")] },
            new Company()
        );
        hiding.Do(Make("person", "bo"), Make("gauge", "meter"));

        foreach (
            var wish in (GraphCommand[])
                [
                    Set("bo", "title", Value.Of("Bo")),
                    Set("bo", "nonsense", Value.Of(7L)),
                    Relate("ada", "reports-to", "bo"),
                    Relate("bo", "reports-to", "ada"),
                    new GraphCommand.Retire(IdOf("bo"), SinceDay),
                    new GraphCommand.Restore(IdOf("bo"), Validity.Never),
                    new GraphCommand.GiveRef(IdOf("bo"), "bobo"),
                    new GraphCommand.SetLabels(IdOf("bo"), ["goal"], SinceDay),
                    new GraphCommand.AppendSeries(IdOf("bo"), "a-series", [new(Day, 1)]),
                    new GraphCommand.NoteErasure(IdOf("bo")),
                ]
        )
            Assert.Equal(without.Refuse(wish), hiding.Refuse(wish));
        Assert.Equal("kind.unknown", hiding.Refuse(Make("gauge", "another")).Code);
        Assert.Equal("field.unknown", hiding.Refuse(new GraphCommand.AppendSeries(IdOf("dial"), "a-series", [new(Day, 1)])).Code);
    }

    [Fact]
    public void A_hidden_rule_still_holds()
    {
        var company = new Company { Hidden = [IdOf("grace"), IdOf("kind gauge")] };
        company.Do(Relate("ada", "reports-to", "grace"));

        Assert.Equal("relation.cardinality", company.Refuse(Relate("ada", "reports-to", "linus")).Code);
        Assert.Equal("relation.ends", company.Refuse(Relate("dial", "reports-to", "linus")).Code);
    }

    private static void Title(Company company) =>
        company.Do(
            Secrets
                .Where(s =>
                    s.Names[0].StartsWith("person:", StringComparison.Ordinal)
                    || s.Names[0].StartsWith("goal:", StringComparison.Ordinal)
                )
                .Select(s => new GraphCommand.SetField(s.Id, "title", Value.Of(s.Names[1]), SinceDay))
        );

    private static string TitleOf(string entity) => $"The secret of {entity.ToUpperInvariant()}";

    // A word that the asker wrote gives nothing away.
    private static IEnumerable<string> Typed(GraphCommand wish) =>
        wish switch
        {
            GraphCommand.CreateEntity c => [.. c.Labels, .. c.Key is { Length: > 0 } key ? [key] : (string[])[]],
            GraphCommand.SetLabels c => c.Labels,
            GraphCommand.GiveRef c => [c.Key],
            GraphCommand.Relate c => [c.Type],
            GraphCommand.SetField { Field: { Length: > 0 } field } => [field],
            GraphCommand.AppendSeries c => [c.Field],
            _ => [],
        };
}
