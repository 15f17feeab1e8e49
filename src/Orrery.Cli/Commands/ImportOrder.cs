using System.Collections.Immutable;
using System.Globalization;
using Orrery.Graph;
using Orrery.Import;

namespace Orrery.Cli;

/// <summary>Which files of a folder are taken, and in which order.</summary>
internal static class ImportOrder
{
    public static ImmutableArray<SourceFile> Of(SourceFolder folder, bool isHistory, string order)
    {
        var files = isHistory ? folder.Files : [.. folder.Files.GroupBy(file => file.Source).Select(source => source.Last())];
        return order.Split(':') switch
        {
            ["date"] => files,
            ["reverse"] => [.. files.Reverse()],
            ["random", var seed] when int.TryParse(seed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) =>
                Shuffled(files, number),
            _ => throw new FaultException(CliFaults.NotAnOrder(order)),
        };
    }

    private static ImmutableArray<SourceFile> Shuffled(ImmutableArray<SourceFile> files, int seed)
    {
        var shuffled = files.ToArray();
        new Random(seed).Shuffle(shuffled);
        return [.. shuffled];
    }
}
