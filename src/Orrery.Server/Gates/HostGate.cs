using System.Net;
using Microsoft.AspNetCore.Http;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>Answers only under the names of this machine: a page of another site that had its name point here gets nothing.</summary>
internal static class HostGate
{
    private const string OwnName = "localhost";

    /// <summary>The loopback address a server may listen on.</summary>
    /// <exception cref="FaultException">It is not loopback.</exception>
    public static IPAddress Loopback(string host) =>
        host == OwnName ? IPAddress.Loopback : Literal(host) ?? throw new FaultException(ServerFaults.NotLoopback(host));

    public static Task Invoke(HttpContext context, RequestDelegate next) =>
        IsOurs(context.Request.Host, context.Connection.LocalPort) ? next(context) : Refuse(context);

    // A loopback address written out in numbers is no name, so nobody can have it point here.
    private static bool IsOurs(HostString host, int port) =>
        (host.Port ?? 80) == port
        && (host.Host.Equals(OwnName, StringComparison.OrdinalIgnoreCase) || Literal(host.Host) is not null);

    private static IPAddress? Literal(string host) =>
        IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address) ? address : null;

    private static Task Refuse(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(ServerFaults.ForeignHost(context.Request.Host.Value ?? "").ToString());
    }
}
