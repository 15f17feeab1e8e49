using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Orrery.Server;

/// <summary>Where a page stands while it is drawn: a form that names no address comes back to it.</summary>
internal sealed class PagePlace : NavigationManager
{
    private bool _isKnown;

    /// <summary>Says where. What is drawn instead of a page that failed stands in the same place.</summary>
    public void Be(HttpRequest request)
    {
        if (!_isKnown)
            Initialize(UriHelper.BuildAbsolute(request.Scheme, request.Host), request.GetEncodedUrl());
        _isKnown = true;
    }
}
