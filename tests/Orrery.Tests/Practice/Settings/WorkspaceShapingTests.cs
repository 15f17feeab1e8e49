using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Tests.Graph;

namespace Orrery.Tests.Practice.Settings;

/// <summary>What a workspace goes by is changed as texts, by the same rules for every face.</summary>
public sealed class WorkspaceShapingTests
{
    private readonly Company _company = new();

    [Fact]
    public void Every_setting_is_written_so_that_it_reads_back_the_same_and_the_usual_one_is_taken()
    {
        foreach (var setting in PracticeSettings.All)
        {
            var written = SettingText.Write(setting.Usual);
            Assert.Equal(written, SettingText.Write(SettingText.Read(setting, written)!));
            Assert.True(setting.Takes(setting.Usual), setting.Name);
            Assert.Contains(setting.Group, PracticeSettings.Groups);
        }
    }

    [Fact]
    public void Sending_what_stands_there_changes_nothing()
    {
        Assert.Empty(Change(PartText.Of(Settings)).Commands);
    }

    [Theory]
    [InlineData("minimum-group", "8", "8")]
    [InlineData("fiscal-year-start", "04-01", "04-01")]
    [InlineData("horizon-ends", "1\n5\n20\n70\n300\n1500", "1\n5\n20\n70\n300\n1500")]
    [InlineData("urgency-weights", "whenever: 1\nsoon: 4\nasap: 9.5", "asap: 9.5\nsoon: 4\nwhenever: 1")]
    [InlineData("stop-words", "der\ndie\ndas", "der\ndie\ndas")]
    [InlineData("time-zone", "Europe/Berlin", "Europe/Berlin")]
    [InlineData("title", "Ōkami 株式会社", "Ōkami 株式会社")]
    public void It_goes_by_what_was_filled_in_and_by_the_usual_again_when_emptied(string name, string text, string said)
    {
        var before = PartText.Of(Settings)[name];
        _company.Do(Change(Texts((name, text))).Commands);
        Assert.Equal(said, PartText.Of(Settings)[name]);

        _company.Undo();
        Assert.Equal(before, PartText.Of(Settings)[name]);
        if (PracticeSettings.All.FirstOrDefault(setting => setting.Name == name) is not { } setting)
            return;
        _company.Do(Change(Texts((name, text))).Commands);
        Assert.True(WorkspaceShaping.IsChosen(Settings, setting));
        _company.Do(Change(Texts((name, ""))).Commands);
        Assert.Equal((before, false), (PartText.Of(Settings)[name], WorkspaceShaping.IsChosen(Settings, setting)));
    }

    [Theory]
    [InlineData("minimum-group", "0", "workspace.setting-value")]
    [InlineData("minimum-group", "2.5", "workspace.setting-value")]
    [InlineData("minimum-group", "<b>five</b>", "workspace.setting-value")]
    [InlineData("fresh-from", "1.2", "workspace.setting-value")]
    [InlineData("fresh-from", "NaN", "workspace.setting-value")]
    [InlineData("fiscal-year-start", "13-40", "workspace.setting-value")]
    [InlineData("horizon-ends", "1\n2\n3", "workspace.setting-value")]
    [InlineData("horizon-ends", "1\n2\n3\n4\n6\n5", "workspace.setting-value")]
    [InlineData("urgency-weights", "soon", "workspace.setting-value")]
    [InlineData("urgency-weights", "soon: 1\nsoon: 2", "workspace.setting-value")]
    [InlineData("together-certainty", "quite", "workspace.setting-value")]
    [InlineData("time-zone", "Moon/Base", "workspace.no-zone")]
    [InlineData("time-zone", "", "workspace.no-zone")]
    [InlineData("default-community", "nobody", "workspace.no-community")]
    [InlineData("title", "", "shape.title-missing")]
    public void What_it_cannot_go_by_is_refused_where_it_was_filled_in(string name, string text, string code)
    {
        var change = Change(Texts((name, text)));

        Assert.Equal((code, true), (change.Problems[name].Code, change.Commands.IsEmpty));
    }

    [Fact]
    public void A_value_that_a_query_wrote_and_no_setting_takes_does_not_count()
    {
        _company.Do(new GraphCommand.SetField(Settings.Id, "minimum-group", Value.Of(-3L), Validity.Always));

        Assert.Equal(5, PracticeSettings.Of(_company.Snapshot.Model).Number("minimum-group"));
        Assert.Equal("5", PartText.Of(Settings)["minimum-group"]);
    }

    [Fact]
    public void The_second_of_two_who_change_one_setting_is_refused()
    {
        var second = Change(Texts(("minimum-group", "9"))).Commands;
        _company.Do(Change(Texts(("minimum-group", "7"))).Commands);

        Assert.Equal("field.changed", _company.Refuse(second).Code);
    }

    private Entity Settings => WorkspaceShaping.Of(_company.Read());

    private PartChange Change(IReadOnlyDictionary<string, string> texts) =>
        WorkspaceShaping.Change(_company.Read(), Settings, texts);

    private static ImmutableSortedDictionary<string, string> Texts(params (string Name, string Text)[] texts) =>
        texts.ToImmutableSortedDictionary(text => text.Name, text => text.Text, StringComparer.Ordinal);
}
