using System.Net.Mime;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Orrery.Server;

/// <summary>A page as an answer: a component, drawn whole before the first byte is sent.</summary>
/// <remarks>
/// The result that comes with Razor components keeps every piece of text in a list of its own until the end, so that a page can be sent while it is
/// still drawn. Ours never are, and those lists were the most that a page of two hundred rows made (bench/views).
/// </remarks>
/// <param name="component">What is drawn.</param>
/// <param name="view">What it is told.</param>
/// <param name="status">The status of the answer.</param>
public sealed class DrawnPage(Type component, object view, int status) : IResult
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (services, response) = (httpContext.RequestServices, httpContext.Response);
        services.GetRequiredService<FormTokens>().DrawFor(httpContext);
        services.GetRequiredService<PagePlace>().Be(httpContext.Request);
        using var text = new PageText();
        await using (HtmlRenderer renderer = new(services, services.GetRequiredService<ILoggerFactory>()))
        {
            await renderer.Dispatcher.InvokeAsync(async () =>
            {
                var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { ["View"] = view });
                var page = await renderer.RenderComponentAsync(component, parameters);
                page.WriteHtmlTo(text);
            });
        }

        response.StatusCode = status;
        response.ContentType = $"{MediaTypeNames.Text.Html}; charset=utf-8";
        await response.Body.WriteAsync(text.InUtf8(), httpContext.RequestAborted);
    }
}
