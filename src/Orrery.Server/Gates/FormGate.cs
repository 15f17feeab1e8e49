using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>Takes forms only from our own pages: by what the browser says of their origin, and by a token only our pages hold.</summary>
internal static class FormGate
{
    public static async Task Invoke(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            if (IsForeign(context.Request))
                throw new FaultException(ServerFaults.ForeignForm());
            if (!await HasTokenAsync(context))
                throw new FaultException(ServerFaults.StaleForm());
        }

        await next(context);
    }

    private static async Task<bool> HasTokenAsync(HttpContext context)
    {
        try
        {
            return await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context);
        }
        catch (AntiforgeryValidationException unread)
            when (unread.InnerException is InvalidDataException or BadHttpRequestException)
        {
            // Larger than is taken, in all or in one of its parts.
            throw new FaultException(ServerFaults.FormTooLarge());
        }
    }

    private static bool IsForeign(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        return site is not ("" or "same-origin" or "none") || (origin != "" && origin != $"{request.Scheme}://{request.Host}");
    }
}
