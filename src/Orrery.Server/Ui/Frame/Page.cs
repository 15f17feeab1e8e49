using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Orrery.Server;

/// <summary>A page as an answer: a component and the one view it draws.</summary>
public static class Page
{
    public static RazorComponentResult Of<T>(object view, int status = StatusCodes.Status200OK)
        where T : IComponent =>
        new(typeof(T), new Dictionary<string, object?> { ["View"] = view })
        {
            StatusCode = status,
            PreventStreamingRendering = true,
        };
}
