using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Tests.Practice.Adoption;

public sealed class PublishingTests
{
    public static TheoryData<string> Shelf => [.. PackShelf.Names];

    [Theory]
    [MemberData(nameof(Shelf))]
    public void A_pack_that_is_written_reads_back_as_it_was(string name)
    {
        var pack = PackShelf.Take(name);

        var again = ModelState.Read(PackWriter.Write(pack));

        Assert.Equal(PackSignature.Of(pack), PackSignature.Of(again));
        Assert.Equal((pack.Title, pack.Description, pack.Revisit), (again.Title, again.Description, again.Revisit));
    }

    [Theory]
    [MemberData(nameof(Shelf))]
    public void An_installed_pack_is_published_as_what_it_installs(string name)
    {
        var workspace = ModelState.With(PackShelf.WithNeeds([PackShelf.Take(name)]));

        var published = ModelState.Read(PackWriter.Write(Publishing.Installed(workspace.Now(), name)));

        Assert.Equal(PackSignature.Of(PackShelf.Take(name)), PackSignature.Of(published));
    }

    [Theory]
    [InlineData("Our Core")]
    [InlineData("our_core")]
    [InlineData("コア")]
    public void A_name_that_no_pack_can_have_is_refused(string name)
    {
        var workspace = ModelState.With(PackShelf.WithNeeds([PackShelf.Take("core")]));

        var refused = Assert.Throws<FaultException>(() => Publishing.Installed(workspace.Now(), "core", name));
        Assert.Equal("pack.name", refused.Fault.Code);
        Assert.Throws<FaultException>(() => Publishing.Own(workspace.Now(), name));
        Assert.True(Symbols.IsOne(Publishing.NameFor(name)));
        Assert.Equal("ten-tables-own", Publishing.NameFor("ten-tables"));
    }

    [Fact]
    public void A_kind_that_is_at_home_nowhere_goes_out_and_comes_in_elsewhere()
    {
        var workspace = ModelState.With(PackShelf.WithNeeds([PackShelf.Take("core")]));
        var made = KindShaping.Add(workspace.Now(), PartChange.NoTexts.Add(PartText.Title, "Dream"));
        workspace = ModelState.Record(workspace, made.Change.Commands);

        var pack = ModelState.Read(PackWriter.Write(Publishing.Own(workspace.Now(), "ours")));

        Assert.Empty(Adopting.Lint([pack]));
        var elsewhere = ModelState
            .With(PackShelf.WithNeeds([PackShelf.Take("core")]))
            .Adopt(reading => Adopting.Apply(reading, [pack]));
        Assert.Equal(("Dream", ""), (elsewhere.Model.Kinds["dream"].Title, elsewhere.Model.Kinds["dream"].Category));
    }

    [Fact]
    public void What_was_changed_here_goes_out_with_it_and_comes_in_elsewhere()
    {
        var workspace = ModelState.With(PackShelf.WithNeeds([PackShelf.Take("core")]));
        var bet = workspace.Now().Find(EntityRef.Of("kind", "bet"))!;
        workspace = ModelState.Record(
            workspace,
            [
                new GraphCommand.SetField(bet.Id, "title", Value.Of("Wager: \"true\""), Validity.Always),
                new GraphCommand.SetField(bet.Id, "description", Value.Of("Two\nlines, #no comment\n- no list"), Validity.Always),
            ]
        );

        var published = PackWriter.Write(Publishing.Installed(workspace.Now(), "core"));
        var elsewhere = ModelState.With(published);

        Assert.Equal(Model(workspace), Model(elsewhere));
    }

    public static TheoryData<string> Alone =>
        ["words", "community", "lifecycle", "enumeration", "category", "view", "field", "kind", "none", "everything"];

    [Theory]
    [MemberData(nameof(Alone))]
    public void Whatever_was_made_here_alone_leaves_with_the_packs_comes_in_elsewhere_and_changes_nothing_here(string what)
    {
        var workspace = ModelState.With(PackShelf.WithNeeds([PackShelf.Take("common-words")]));
        foreach (var made in Made.Where(made => what == "everything" || made.What == what))
            workspace = ModelState.Record(workspace, [.. made.Commands(workspace.Now())]);

        var files = Publishing.All(workspace.Now(), "ours").Select(PackWriter.Write).ToArray();
        var packs = files.Select(ModelState.Read).ToArray();

        Assert.Empty(Adopting.Lint(packs));
        var fresh = ModelState.Enforced.Adopt(r => Adopting.Apply(r, [.. packs]));
        Assert.Equal(Said(workspace), Said(fresh));
        var again = workspace.Adopt(r => Adopting.Apply(r, [.. packs]));
        Assert.Equal(Said(workspace), Said(again));
        // Elsewhere a kind above a pack's is of that pack, and says itself where it stands.
        if (what is not ("kind" or "everything"))
            Assert.Equal(files, Files(fresh, files.Length));
    }

    // In the order of the first: the one of its own is installed now.
    private static IEnumerable<string> Files(GraphSnapshot snapshot, int count)
    {
        var written = Publishing
            .All(snapshot.Now(), "ours-too")
            .OrderBy(pack => pack.Name == "ours")
            .ThenBy(pack => pack.Name, StringComparer.Ordinal);
        Assert.Equal(count, written.Count());
        return written.Select(PackWriter.Write);
    }

    // What people make without a pack, in the pages and by command.
    private static readonly (string What, Func<Reading, IEnumerable<GraphCommand>> Commands)[] Made =
    [
        ("words", r => Word(r, "common", "kind:bet", "flutter", "few: flutters")),
        ("words", r => Word(r, "common", "field:bet.appetite", "worth it", "")),
        ("words", r => Word(r, "common", "enumeration:commitment", "state", "in-action: on the stove")),
        ("community", r => Word(r, "Küche", "kind:bet", "Wette", "new: Neue Wette")),
        ("community", r => Word(r, "Küche", "kind:bet", "רולטה", "")),
        ("community", r => Word(r, "コア", "kind:goal", "目標", "other: 目標")),
        (
            "enumeration",
            _ =>
                [
                    PackCommands.Entity(
                        MetaKinds.Enumeration,
                        "ripeness",
                        "Ripeness",
                        ("options", PackCommands.List(["rough", "ripe"])),
                        ("option-titles", PackCommands.List(["Rough", "Ripe: at last"]))
                    ),
                ]
        ),
        (
            "lifecycle",
            _ =>
                [
                    PackCommands.Entity(
                        MetaKinds.Enumeration,
                        "likert-of-ours",
                        "Likert",
                        ("options", PackCommands.List(["no", "yes"])),
                        ("option-titles", PackCommands.List(["No", "Yes"]))
                    ),
                    PackCommands.Entity(
                        MetaKinds.Lifecycle,
                        "yes-or-no",
                        "Yes or no",
                        ("description", Value.Of("Two states.")),
                        ("field", Value.Of("status")),
                        ("enumeration", Value.Of("likert-of-ours")),
                        ("gates", PackCommands.List([])),
                        ("states", PackCommands.List(["no", "yes"])),
                        (
                            "moves",
                            new Value.Map(Properties.Of(("no", PackCommands.List(["yes"])), ("yes", PackCommands.List([]))))
                        )
                    ),
                ]
        ),
        ("lifecycle", r => KindShaping.Change(r, Part(r, "kind:insight"), Texts((PartText.Lifecycle, "yes-or-no"))).Commands),
        ("none", r => KindShaping.Change(r, Part(r, "kind:goal"), Texts((PartText.Lifecycle, "none"))).Commands),
        (
            "category",
            _ => [PackCommands.Entity(MetaKinds.Category, "weather", "Weather", ("description", Value.Of("What falls.")))]
        ),
        (
            "view",
            _ =>
                [
                    PackCommands.Entity(
                        MetaKinds.View,
                        "all-bets",
                        "All bets",
                        ("query", Value.Of("MATCH (b:Bet) RETURN b")),
                        ("shape", Value.Of("table")),
                        ("task", Value.Of("See all.")),
                        ("audience", Value.Of("everybody"))
                    ),
                ]
        ),
        (
            "kind",
            r =>
                KindShaping
                    .Add(r, Texts((PartText.Title, "Wish"), (PartText.Plural, "Wishes"), (PartText.Parent, "intent")))
                    .Change.Commands
        ),
        ("kind", r => KindShaping.Change(r, Part(r, "kind:goal"), Texts((PartText.Parent, "wish"))).Commands),
        (
            "kind",
            r => RelationShaping.Change(r, Part(r, "relation-type:targets"), Texts((PartText.From, "goal\nbet\nwish"))).Commands
        ),
        (
            "field",
            r => FieldShaping.Add(r, Part(r, "kind:bet"), Texts((PartText.Title, "Ripe"), (PartText.Holds, "number"))).Commands
        ),
    ];

    private static ImmutableArray<GraphCommand> Word(Reading reading, string community, string of, string term, string form) =>
        WordShaping.Add(
            reading,
            community,
            of,
            term,
            "",
            "",
            form.Split(": ") is [var name, var text]
                ? ImmutableSortedDictionary<string, string>.Empty.Add(name, text)
                : ImmutableSortedDictionary<string, string>.Empty
        );

    private static Entity Part(Reading reading, string at) => reading.Find(EntityRef.Of(at.Split(':')[0], at.Split(':')[1]))!;

    private static ImmutableSortedDictionary<string, string> Texts(params (string Name, string Text)[] texts) =>
        texts.ToImmutableSortedDictionary(text => text.Name, text => text.Text, StringComparer.Ordinal);

    // All but the packs themselves, and which of them brought a part.
    private static IEnumerable<string> Said(GraphSnapshot snapshot) =>
        ModelState
            .Lines(snapshot)
            .Where(line =>
                !line.StartsWith("pack:", StringComparison.Ordinal) && !line.Contains(".pack = ", StringComparison.Ordinal)
            );

    private static IEnumerable<string> Model(GraphSnapshot snapshot) =>
        ModelState.Lines(snapshot).Where(line => !line.StartsWith("pack:core.text", StringComparison.Ordinal));
}
