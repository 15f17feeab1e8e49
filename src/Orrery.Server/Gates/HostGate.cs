using System.Net;
using Microsoft.AspNetCore.Http;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>Answers only under the names of this machine: a page of another site that had its name point here gets nothing.</summary>
internal static class HostGate
{
    private static readonly string[] Ours = ["127.0.0.1", "localhost", "[::1]"];

    /// <summary>The loopback address a server may listen on.</summary>
    /// <exception cref="FaultException">It is not loopback.</exception>
    public static IPAddress Loopback(string host) =>
        host == "localhost" ? IPAddress.Loopback
        : IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address) ? address
        : throw new FaultException(ServerFaults.NotLoopback(host));

    public static Task Invoke(HttpContext context, RequestDelegate next) =>
        IsOurs(context.Request.Host, context.Connection.LocalPort) ? next(context) : Refuse(context);

    private static bool IsOurs(HostString host, int port) =>
        Ours.Contains(host.Host, StringComparer.OrdinalIgnoreCase) && (host.Port ?? 80) == port;

    private static Task Refuse(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(ServerFaults.ForeignHost(context.Request.Host.Value ?? "").ToString());
    }
}
