using NodaTime;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Tests.Practice;

/// <summary>Who is called so is whom looking at every person finds, at every moment, under every mask.</summary>
public sealed class PersonLaws
{
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 1, 0, 0);
    private static readonly string[] Names = ["Ada", "ada", "Bela Bartók", "bela-bartók", "CY", "nobody", "", "مها", "x y z"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whoever_is_called_so_is_found(int seed)
    {
        var random = new Random(seed);
        var snapshot = GraphSnapshot.Empty();
        for (var step = 0; step < 60; step++)
            snapshot = Step(snapshot, random, step);
        var hidden = Mask.Hiding(snapshot, Enumerable.Range(0, 20).Where(_ => random.Next(4) == 0).Select(IdOf));

        foreach (var known in (GraphSnapshot[])[snapshot, snapshot.AsKnownAt(new Revision(30))])
        {
            foreach (var mask in (Mask[])[Mask.Nothing, hidden])
            {
                for (var day = 0; day < 70; day += 7)
                    FindsWhomLookingFinds(known.Read(Day(day), Day(70), mask));
            }
        }
    }

    private static void FindsWhomLookingFinds(Reading reading)
    {
        foreach (var name in Names)
            Assert.Equal(Looked(reading, name)?.Id, Persons.Named(reading, name)?.Id);
    }

    private static Entity? Looked(Reading reading, string name) =>
        reading
            .WithLabel("person")
            .FirstOrDefault(person =>
                Same(person.Title, name) || Same(person["handle"].AsText, name) || Same(person.Ref?.Key, EntityRef.KeyFor(name))
            );

    private static bool Same(string? one, string other) =>
        one is { Length: > 0 } && string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static GraphSnapshot Step(GraphSnapshot snapshot, Random random, int step)
    {
        var (id, name, during) = (IdOf(random.Next(20)), Names[random.Next(Names.Length)], Validity.Since(Day(random.Next(60))));
        GraphCommand command = snapshot.Read(Day(0), Day(0), Mask.Nothing).FindAnyTime(id) is null
            ? new GraphCommand.CreateEntity(
                id,
                [random.Next(5) == 0 ? "robot" : "person"],
                random.Next(2) == 0 ? $"{EntityRef.KeyFor(name)}{random.Next(3)}" : null,
                Properties.Of(("title", Value.Of(name))),
                during
            )
            : random.Next(6) switch
            {
                0 => new GraphCommand.SetField(id, "title", Value.Of(name), during),
                1 => new GraphCommand.SetField(id, "handle", Value.Of(name), during),
                2 => new GraphCommand.SetLabels(id, [random.Next(2) == 0 ? "robot" : "person"], during),
                3 => new GraphCommand.Retire(id, during),
                4 => new GraphCommand.GiveRef(id, name.Length > 0 ? EntityRef.KeyFor(name) : "b"),
                _ => new GraphCommand.Restore(id, during),
            };
        return GraphRules.Decide(snapshot, [command]) is Decision.Accepted accepted
            ? snapshot.Apply(new(snapshot.At.Next, Day(step), new("Ada", Origin.Screen), accepted.Events))
            : snapshot;
    }

    private static Id IdOf(int number) => Id.Named("person", $"{number}");

    private static Instant Day(int day) => Start + Duration.FromDays(day);
}
