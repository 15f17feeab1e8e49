using System.Net;
using Orrery.BrowserTests.Stage;
using Orrery.Graph;
using Orrery.Server;

namespace Orrery.BrowserTests;

public sealed class GateTests(Chromium chromium) : Journey(chromium)
{
    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1:1")]
    [InlineData("localhost.evil.example:5080")]
    public async Task Another_host_gets_nothing(string host)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, At(Goal)) { Headers = { Host = host } };

        using var answer = await client.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
        Assert.DoesNotContain("claim", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.2")]
    [InlineData("127.8.9.10")]
    public async Task Every_address_it_may_listen_on_is_answered(string host)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, At(Goal))
        {
            Headers = { Host = $"{host}:{new Uri(Site.Address).Port}" },
        };

        using var answer = await client.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_form_from_another_site_changes_nothing()
    {
        var before = Site.Workspace.Current.At;

        var foreign = await PostAsync(("Origin", "https://evil.example"));
        var crossSite = await PostAsync(("Sec-Fetch-Site", "cross-site"));
        var tokenless = await PostAsync(("Origin", Site.Address));

        Assert.Equal(
            [HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden],
            [foreign, crossSite, tokenless]
        );
        Assert.Equal(before, Site.Workspace.Current.At);
    }

    [Fact]
    public async Task A_form_of_three_megabytes_is_refused_as_too_large()
    {
        var before = Site.Workspace.Current.At;

        var answer = await PostAsync(("Origin", Site.Address), new('x', 3_000_000));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer);
        Assert.Equal(before, Site.Workspace.Current.At);
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("192.168.1.10")]
    [InlineData("::")]
    [InlineData("example.org")]
    public void Listening_beyond_this_machine_is_refused_with_the_reason(string host)
    {
        var refusal = Assert.Throws<FaultException>(() =>
            OrreryServer.Build(new(0, "Ada", host), new(() => [], (_, _) => default), TimeProvider.System, null)
        );

        Assert.Equal("serve.not-loopback", refusal.Fault.Code);
    }

    [Fact]
    public async Task An_address_that_makes_no_sense_is_answered_with_a_fault()
    {
        using var client = new HttpClient();

        using var unreadable = await client.GetAsync(new Uri(At($"{Goal}?at=soon")), Cancel);
        using var unknown = await client.GetAsync(new Uri($"{Site.Address}/nowhere"), Cancel);
        using var workspace = await client.GetAsync(new Uri($"{Site.Address}/w/none"), Cancel);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, unreadable.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, workspace.StatusCode);
    }

    private async Task<HttpStatusCode> PostAsync((string Name, string Value) header, string since = "now")
    {
        using var client = new HttpClient();
        using var form = new FormUrlEncodedContent([new("since", since)]);
        using var request = new HttpRequestMessage(HttpMethod.Post, At("e/team:mobile/retire")) { Content = form };
        request.Headers.Add(header.Name, header.Value);
        // What is too large is refused before it is sent.
        request.Headers.ExpectContinue = true;
        using var answer = await client.SendAsync(request, Cancel);
        return answer.StatusCode;
    }
}
