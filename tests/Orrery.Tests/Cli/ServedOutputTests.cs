using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using Orrery.Server;

namespace Orrery.Tests.Cli;

/// <summary>What a server says on its streams.</summary>
public sealed class ServedOutputTests
{
    [Fact]
    public async Task Warnings_leave_the_standard_output_to_answers()
    {
        await using var server = OrreryServer.Build(new(0, "Ada"), new(() => [], (_, _) => default), TimeProvider.System, null);

        var console = server.Services.GetRequiredService<IOptionsMonitor<ConsoleLoggerOptions>>().CurrentValue;

        Assert.Equal(LogLevel.Trace, console.LogToStandardErrorThreshold);
    }
}
