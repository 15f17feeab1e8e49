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

    private static IEnumerable<string> Model(GraphSnapshot snapshot) =>
        ModelState.Lines(snapshot).Where(line => !line.StartsWith("pack:core.text", StringComparison.Ordinal));
}
