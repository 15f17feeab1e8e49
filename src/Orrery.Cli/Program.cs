using Orrery.Cli;

using var stop = new StopSignals();
return await CommandLine.RunAsync(args, Terminal.OfProcess(), new OwnSite(TimeProvider.System), stop.Token);
