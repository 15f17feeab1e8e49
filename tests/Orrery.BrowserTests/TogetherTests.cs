using Microsoft.Playwright;
using Orrery.BrowserTests.Stage;

namespace Orrery.BrowserTests;

public sealed class TogetherTests(Chromium chromium) : Journey(chromium)
{
    [Fact]
    public async Task A_change_made_elsewhere_appears_by_itself()
    {
        var reader = await VisitAsync(Goal);
        var writer = await VisitAsync($"{Goal}/edit?field=title");

        await writer.GetByLabel("Title").FillAsync("Settle mobile claims in a week");
        await Press(writer, "Save").ClickAsync();

        await Expect(Heading(reader)).ToHaveTextAsync("Settle mobile claims in a week");
    }

    [Fact]
    public async Task An_unfinished_form_survives_what_others_change()
    {
        var slow = await VisitAsync($"{Goal}/edit?field=title");
        await slow.GetByLabel("Title").FillAsync("Half a thou");
        var quick = await VisitAsync("e/team:claims/edit?field=title");

        await quick.GetByLabel("Title").FillAsync("Claims and more");
        await Press(quick, "Save").ClickAsync();

        await Expect(slow.GetByText("Changed elsewhere")).ToBeVisibleAsync();
        await Expect(slow.GetByLabel("Title")).ToHaveValueAsync("Half a thou");
    }

    [Fact]
    public async Task The_second_to_edit_a_field_is_told_and_loses_nothing()
    {
        var first = await VisitAsync($"{Goal}/edit?field=title");
        var second = await VisitAsync($"{Goal}/edit?field=title");
        await second.GetByLabel("Title").FillAsync("What the second wrote");
        await first.GetByLabel("Title").FillAsync("What the first wrote");
        await Press(first, "Save").ClickAsync();
        await Expect(Heading(first)).ToHaveTextAsync("What the first wrote");

        await Press(second, "Save").ClickAsync();
        await Expect(second.GetByRole(AriaRole.Alert)).ToContainTextAsync("What the first wrote");
        await Expect(second.GetByLabel("Title")).ToHaveValueAsync("What the second wrote");
        await Press(second, "Save").ClickAsync();

        await Expect(Heading(second)).ToHaveTextAsync("What the second wrote");
    }
}
