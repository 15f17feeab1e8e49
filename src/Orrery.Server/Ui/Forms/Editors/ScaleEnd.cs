namespace Orrery.Server;

/// <summary>One end of a scale: what it is called, and what is good about it.</summary>
/// <param name="Name">In a word or two.</param>
/// <param name="Good">What is good about it; empty where nobody said.</param>
public sealed record ScaleEnd(string Name, string Good)
{
    /// <summary>The low and the high end of a scale; without definition just less and more.</summary>
    public static (ScaleEnd Low, ScaleEnd High) Of(IReadOnlyList<string> ends) =>
        ends is [var low, var high] ? (Read(low), Read(high)) : (new("less", ""), new("more", ""));

    /// <summary>Where on the scale a step is, in words.</summary>
    public static string Word(int step, ScaleEnd low, ScaleEnd high) =>
        step switch
        {
            0 => "between the two",
            -1 => $"rather {low.Name.ToLowerInvariant()}",
            1 => $"rather {high.Name.ToLowerInvariant()}",
            < 0 => low.Name.ToLowerInvariant(),
            _ => high.Name.ToLowerInvariant(),
        };

    private static ScaleEnd Read(string end) =>
        end.Split(':', 2) is [var name, var good] ? new(name.Trim(), good.Trim()) : new(end, "");
}
