using Microsoft.AspNetCore.Http;

namespace Orrery.Server;

/// <summary>A page as an answer: a component and the one view it draws.</summary>
public static class Page
{
    public static DrawnPage Of<T>(object view, int status = StatusCodes.Status200OK)
        where T : IComponent => Of(typeof(T), view, status);

    /// <summary>The same for a component that is known only while the program runs.</summary>
    public static DrawnPage Of(Type component, object view, int status = StatusCodes.Status200OK) => new(component, view, status);
}
