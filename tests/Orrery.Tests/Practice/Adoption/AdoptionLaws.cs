using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Tests.Practice.Adoption;

/// <summary>Laws of bringing packs to another version; the seed is in the name of the case.</summary>
public sealed class AdoptionLaws
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void An_upgrade_without_edits_here_equals_a_fresh_install(int seed)
    {
        var (before, after) = Versions(seed);

        var upgraded = ModelState.With(before).Adopt(r => Adopting.Upgrade(r, ModelState.Read(after)));

        Assert.Equal(ModelState.Lines(ModelState.With(after)), ModelState.Lines(upgraded));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_was_edited_here_stays_unless_somebody_takes_the_packs_side(int seed)
    {
        var (before, after) = Versions(seed);
        var edits = Edits(ModelState.With(before), new(seed));
        var edited = ModelState.Record(ModelState.With(before), edits);

        var upgraded = edited.Adopt(r => Adopting.Upgrade(r, ModelState.Read(after)));

        foreach (var edit in edits)
            AssertStays(edited.Now(), upgraded.Now(), edit);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whatever_differs_from_a_fresh_install_was_shown(int seed)
    {
        var (before, after) = Versions(seed);
        var edited = ModelState.With(before);
        edited = ModelState.Record(edited, Edits(edited, new(seed)));
        var plan = Adopting.Upgrade(edited.Now(), ModelState.Read(after));
        var shown = plan
            .Steps.Where(s => s is AdoptionStep.Clash or AdoptionStep.Kept or AdoptionStep.Stays)
            .Select(s => s.Part.ToString())
            .Concat(TakenAway(edited, before))
            .ToHashSet(StringComparer.Ordinal);

        var upgraded = ModelState.Record(edited, plan.ToCommands(_ => false));

        var fresh = ModelState.Lines(ModelState.With(after));
        var different = fresh.Except(ModelState.Lines(upgraded)).Concat(ModelState.Lines(upgraded).Except(fresh));
        Assert.All(different, line => Assert.Contains(shown, part => line.Contains(part, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Taking_the_packs_side_everywhere_brings_its_words(int seed)
    {
        var (before, after) = Versions(seed);
        var edited = ModelState.With(before);
        edited = ModelState.Record(edited, Edits(edited, new(seed)));

        var upgraded = edited.Adopt(r => Adopting.Upgrade(r, ModelState.Read(after)), _ => true);

        var again = Adopting.Upgrade(upgraded.Now(), ModelState.Read(after));
        Assert.Empty(again.Clashes);
        Assert.DoesNotContain(again.Steps, s => s is AdoptionStep.Comes or AdoptionStep.Changes or AdoptionStep.Goes);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_is_added_and_removed_leaves_the_model_as_it_was(int seed)
    {
        var (first, _) = Versions(seed);
        var before = ModelState.With("pack: base\nversion: 1.0.0\ntitle: Base\ndescription: Base.\nrevisit: 2027-01-31\n");

        var after = before
            .Adopt(r => Adopting.Add(r, ModelState.Read(first)))
            .Adopt(r => Adopting.Remove(r, "garden"))
            .Adopt(r => Adopting.Add(r, ModelState.Read(first)))
            .Adopt(r => Adopting.Remove(r, "garden"));

        Assert.Equal(ModelState.Lines(before), ModelState.Lines(after));
    }

    private static (string Before, string After) Versions(int seed)
    {
        var random = new Random(seed);
        return (SomePacks.Version(random, "1.0.0"), SomePacks.Version(random, "1.1.0"));
    }

    private static IReadOnlyList<GraphCommand> Edits(GraphSnapshot snapshot, Random random)
    {
        var reading = snapshot.Now();
        return
        [
            .. reading
                .WithLabel(MetaKinds.Kind)
                .Concat(reading.WithLabel(MetaKinds.Field))
                .Concat(reading.WithLabel(MetaKinds.RelationType))
                .Where(part => part.Ref!.Key != "plant" && random.Next(4) == 0)
                .Select(
                    GraphCommand (part) =>
                        random.Next(4) == 0
                            ? new GraphCommand.Retire(part.Id, Validity.Always)
                            : new GraphCommand.SetField(part.Id, "title", Value.Of("Ours"), Validity.Always)
                ),
        ];
    }

    private static void AssertStays(Reading edited, Reading upgraded, GraphCommand edit)
    {
        if (edit is GraphCommand.SetField set && edited.Exists(set.Subject))
            Assert.Equal(Value.Of("Ours"), upgraded.Find(set.Subject)?["title"]);
        else if (edit is GraphCommand.Retire gone)
            Assert.Null(upgraded.Find(gone.Subject));
    }

    private static IEnumerable<string> TakenAway(GraphSnapshot edited, string before)
    {
        var here = ModelState.Lines(edited).ToHashSet(StringComparer.Ordinal);
        return ModelState
            .Lines(ModelState.With(before))
            .Where(line => !line.Contains(' ', StringComparison.Ordinal) && !here.Contains(line));
    }
}
