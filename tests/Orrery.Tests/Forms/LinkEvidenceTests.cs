using Orrery.Graph;

namespace Orrery.Tests.Forms;

/// <summary>What speaks for a link, or against it, is attached to the link itself, and told wherever the link is.</summary>
public sealed class LinkEvidenceTests(FormDesk desk) : IClassFixture<FormDesk>
{
    [Fact]
    public async Task Evidence_stands_on_the_page_of_the_link_and_on_the_way_up_that_goes_over_it()
    {
        await desk.SendAsync("new/vision", ("f-title", "Calm days"), ("f-horizon", "h6"));
        await desk.SendAsync("new/goal", ("f-title", "Fewer calls"), ("f-horizon", "h4"));
        await desk.SendAsync("new/bet", ("f-title", "Call first"), ("f-horizon", "h3"));
        foreach (var finding in (string[])["Two in three hang up glad", "They call anyway"])
            await desk.SendAsync("new/insight", ("f-title", finding));
        await desk.SendAsync("e/bet:call-first/relate?how=out:contributes-to", ("other", "goal:fewer-calls"));
        await desk.SendAsync("e/goal:fewer-calls/relate?how=out:contributes-to", ("other", "vision:calm-days"));
        var link = desk.Now.Find(EntityRef.Of("bet", "call-first"))!.Relations(Direction.Out, "contributes-to").Single();

        (string How, string Finding)[] said = [("in:supports", "two-in-three-hang-up-glad"), ("in:refutes", "they-call-anyway")];
        foreach (var (how, finding) in said)
        {
            var (onward, page) = await desk.SendAsync($"r/{link.Id}/relate?how={how}", ("other", $"insight:{finding}"));
            Assert.True(onward is not null, page);
        }

        await desk.SendAsync($"r/{link.Id}/edit", ("seen", $"{desk.Workspace.Current.At}"), ("f-confidence", "40 %"));
        foreach (var page in (string[])[await desk.ReadAsync($"r/{link.Id}"), await desk.ReadAsync("e/bet:call-first/trace")])
        {
            Assert.Contains("is supported by", page, StringComparison.Ordinal);
            Assert.Contains("Two in three hang up glad", page, StringComparison.Ordinal);
            Assert.Contains("is refuted by", page, StringComparison.Ordinal);
            Assert.Contains("They call anyway", page, StringComparison.Ordinal);
        }

        Assert.Contains("40 % sure, the weakest link", await desk.ReadAsync("e/bet:call-first/trace"), StringComparison.Ordinal);
    }
}
