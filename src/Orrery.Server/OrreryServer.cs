using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>Composes the web face over workspaces.</summary>
public static class OrreryServer
{
    private const long LargestFormInBytes = 2_000_000;

    // Questions live in addresses, and some are long.
    private const int LongestAddressInBytes = 256 * 1024;

    /// <summary>Refuses an address that can be reached from other machines, before anything is opened.</summary>
    /// <exception cref="FaultException">It is not loopback.</exception>
    public static void RequireLoopback(string host) => HostGate.Loopback(host);

    /// <summary>A server that is ready to be started.</summary>
    /// <param name="options">Where to listen and who acts.</param>
    /// <param name="shelf">What to serve.</param>
    /// <param name="clock">The clock of this machine.</param>
    /// <param name="door">Where commands of this machine's command line come in; null to take none.</param>
    /// <exception cref="FaultException">It would listen on anything but loopback.</exception>
    public static WebApplication Build(ServerOptions options, WorkspaceShelf shelf, TimeProvider clock, CommandDoor? door)
    {
        var address = HostGate.Loopback(options.Host);
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = typeof(OrreryServer).Assembly.GetName().Name });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listen(kestrel, address, options.Port));
        AddLogging(builder.Logging);
        AddParts(builder.Services, options);
        builder
            .Services.AddSingleton(options)
            .AddSingleton(shelf)
            .AddSingleton(clock)
            .AddSingleton<RecentNews>()
            .AddSingleton<RunningAnswers>();
        var app = builder.Build();
        Route(app, options, door);
        return app;
    }

    private static void Listen(KestrelServerOptions kestrel, System.Net.IPAddress address, int port)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = LargestFormInBytes;
        kestrel.Limits.MaxRequestLineSize = LongestAddressInBytes;
        kestrel.Listen(address, port);
    }

    // A failed start is told as a fault, and the keys of forms lie in a folder that only their owner can read. Answers alone go to the standard
    // output: on a busy machine a warning would come before the line that says where it serves, and whoever waits for that line would miss it.
    private static void AddLogging(ILoggingBuilder logging) =>
        logging
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
            .AddSimpleConsole()
            .SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            // A cookie of another server on this machine, or none at all: whoever sent it is told by a page.
            .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.None);

    private static void AddParts(IServiceCollection services, ServerOptions options)
    {
        services.AddRoutingCore();
        services.AddSingleton<IComponentActivator, PartMaker>();
        services.Configure<JsonOptions>(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, PlainJson.Default));
        services.AddScoped<FormTokens>().AddScoped<AntiforgeryStateProvider>(scope => scope.GetRequiredService<FormTokens>());
        services.AddScoped<PagePlace>().AddScoped<NavigationManager>(scope => scope.GetRequiredService<PagePlace>());
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = "orrery-form";
            forms.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.AddResponseCompression(compression => compression.EnableForHttps = false);
        services.Configure<BrotliCompressionProviderOptions>(brotli =>
            brotli.Level = System.IO.Compression.CompressionLevel.Fastest
        );
        var protection = services.AddDataProtection().SetApplicationName("orrery");
        if (options.KeysFolder is { } folder)
            protection.PersistKeysToFileSystem(new(folder));
        else
            protection.UseEphemeralDataProtectionProvider();
    }

    private static void Route(WebApplication app, ServerOptions options, CommandDoor? door)
    {
        app.Use(HostGate.Invoke);
        CommandDoor.AddTo(app, door);
        app.Use(ResponseHeaders.Invoke);
        app.UseWhen(context => !IsAsset(context), pages => pages.UseResponseCompression());
        app.Use(FaultPages.Invoke);
        app.UseRouting();
        app.Use(UploadLimit.Invoke);
        app.Use(FormGate.Invoke);
        app.MapAssets();
        app.MapFace(options);
        app.MapFallback(FaultPages.NoPage);
    }

    private static bool IsAsset(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal);
}
