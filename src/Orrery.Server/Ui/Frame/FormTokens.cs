using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Http;

namespace Orrery.Server;

/// <summary>The token that says that a form came from a page of ours, for the forms of one page.</summary>
internal sealed class FormTokens(IAntiforgery antiforgery) : AntiforgeryStateProvider
{
    private HttpContext? _page;
    private AntiforgeryRequestToken? _token;

    /// <summary>Says which page is drawn.</summary>
    public void DrawFor(HttpContext page) => (_page, _token) = (page, null);

    /// <inheritdoc/>
    public override AntiforgeryRequestToken? GetAntiforgeryToken() => _token ??= _page is { } page ? Make(page) : null;

    private AntiforgeryRequestToken? Make(HttpContext page) =>
        antiforgery.GetAndStoreTokens(page) is { RequestToken: { } token } tokens ? new(token, tokens.FormFieldName) : null;
}
