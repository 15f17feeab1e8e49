using System.Collections.Frozen;
using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>The questions that come with packs, read from the assembly.</summary>
public static class QuestionShelf
{
    private static readonly Lazy<FrozenDictionary<string, ImmutableArray<ReadyQuestion>>> All = new(() =>
        PackShelf.Names.ToFrozenDictionary(pack => pack, Read, StringComparer.Ordinal)
    );

    /// <summary>Those of one pack, in the order of its file; none where it brings none.</summary>
    /// <exception cref="FaultException">A file of the shelf cannot be read.</exception>
    /// <remarks>Cost: all files are read the first time, some ten milliseconds.</remarks>
    public static ImmutableArray<ReadyQuestion> Of(string pack) => All.Value.GetValueOrDefault(pack, []);

    /// <summary>Those of all packs that are installed in a workspace, by pack.</summary>
    public static ImmutableArray<ReadyQuestion> Of(Reading reading) =>
        [
            .. reading
                .OfKind("pack")
                .Select(pack => pack.Ref?.Key)
                .OfType<string>()
                .Order(StringComparer.Ordinal)
                .SelectMany(pack => Of(pack)),
        ];

    private static ImmutableArray<ReadyQuestion> Read(string pack)
    {
        var file = $"packs/{pack}/questions.yaml";
        return Shelved.Has(file) ? QuestionReader.Read(pack, file, Shelved.Text(file)).OrThrow() : [];
    }
}
