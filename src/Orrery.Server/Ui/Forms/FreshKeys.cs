using Orrery.Graph;

namespace Orrery.Server;

/// <summary>Keys for new things: the title says the ref; a second one of the same title gets a number.</summary>
internal sealed class FreshKeys(Visit visit)
{
    private const int MostTries = 50;

    private readonly Reading _now = visit.Workspace.Current.Read(visit.Reading.Now, visit.Reading.Now, Mask.Nothing);
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);

    /// <summary>A key that nothing of the kind has, nor was given one by this.</summary>
    public string For(string kind, string title, Id id)
    {
        var key = EntityRef.KeyFor(title) is { Length: > 0 } made ? made : id.ToString();
        var free = Enumerable
            .Range(1, MostTries)
            .Select(count => count == 1 ? key : $"{key}-{count}")
            .FirstOrDefault(
                tried => !_given.Contains($"{kind}:{tried}") && _now.FindAnyTime(EntityRef.Of(kind, tried)) is null,
                id.ToString()
            );
        _given.Add($"{kind}:{free}");
        return free;
    }
}
