using Orrery.Bench;

return args switch
{
    ["graph", var size, var folder] => GraphBench.Run(size, folder),
    ["query", var size, var folder] => QueryBench.Run(size, folder),
    ["ask", var size, var folder] => GraphBench.Ask(size, folder),
    ["bulk", var size, var folder] => await BulkBench.RunAsync(size, folder),
    ["open", var size, var folder] => await OpenBench.RunAsync(size, folder),
    ["commits", var size, var folder] => await CommitBench.RunAsync(size, folder),
    ["compacting", var size, var folder] => await CompactingBench.RunAsync(size, folder),
    ["publish", var size, var folder] => await PublishBench.RunAsync(size, folder),
    ["journal", var folder] => await JournalBench.RunAsync(folder),
    ["hostile", var executable, var folder] => await HostileBench.RunAsync(executable, folder),
    ["functions", var things] => FunctionBench.Run(int.Parse(things, System.Globalization.CultureInfo.InvariantCulture)),
    ["start", var file] => StartBench.Run(file),
    ["compare", var results, ..] => Comparison.Print(results),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        "orrery-bench graph SIZE FOLDER | query SIZE FOLDER | ask SIZE FOLDER | bulk SIZE FOLDER | open SIZE FOLDER | commits SIZE FOLDER | compacting SIZE FOLDER | publish SIZE FOLDER | journal FOLDER | functions THINGS | start SNAPSHOT | hostile EXECUTABLE FOLDER | compare RESULTS.jsonl   (docs/performance.md)"
    );
    return 2;
}
