using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>Turns refusals, and what we did not foresee, into a page that says what happened and what to do.</summary>
internal static partial class FaultPages
{
    public static async Task Invoke(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (FaultException refusal) when (!context.Response.HasStarted)
        {
            await Show(context, refusal.Fault);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The visitor went away; there is nobody to tell.
        }
        catch (Exception unforeseen) when (!context.Response.HasStarted)
        {
            LogUnforeseen(
                context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Orrery.Server"),
                unforeseen,
                context.Request.Path
            );
            await Show(context, ServerFaults.Unforeseen());
        }
    }

    public static Task NoPage(HttpContext context) =>
        throw new FaultException(ServerFaults.NoPage(context.Request.Path.Value ?? "/"));

    public static int StatusOf(Fault fault) =>
        fault.Kind switch
        {
            FaultKind.NotFound => StatusCodes.Status404NotFound,
            FaultKind.Conflict => StatusCodes.Status409Conflict,
            FaultKind.Denied => StatusCodes.Status403Forbidden,
            FaultKind.Limit => StatusCodes.Status413PayloadTooLarge,
            FaultKind.Broken => StatusCodes.Status500InternalServerError,
            _ => StatusCodes.Status422UnprocessableEntity,
        };

    private static async Task Show(HttpContext context, Fault fault)
    {
        context.Response.Clear();
        var visit = await FindVisit(context);
        await Page.Of<FaultPage>(new FaultView(visit, fault), StatusOf(fault)).ExecuteAsync(context);
    }

    // The frame of the workspace stays around a refusal when there is one; a second refusal must not hide the first.
    private static async Task<Visit?> FindVisit(HttpContext context)
    {
        try
        {
            return context.Request.RouteValues.ContainsKey("workspace") ? await Visit.BindAsync(context) : null;
        }
        catch (FaultException)
        {
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The page {Path} could not be made.")]
    private static partial void LogUnforeseen(ILogger logger, Exception unforeseen, PathString path);
}
