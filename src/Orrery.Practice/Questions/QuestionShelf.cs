using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>The questions that come with packs, read from the assembly.</summary>
public static class QuestionShelf
{
    /// <summary>Those of one pack, in the order of its file; none where it brings none.</summary>
    /// <exception cref="FaultException">Its file cannot be read.</exception>
    /// <remarks>Cost: its file is read each time, some milliseconds.</remarks>
    public static ImmutableArray<ReadyQuestion> Of(string pack)
    {
        var file = $"packs/{pack}/questions.yaml";
        return Shelved.Has(file) ? QuestionReader.Read(pack, file, Shelved.Text(file)).OrThrow() : [];
    }

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
}
