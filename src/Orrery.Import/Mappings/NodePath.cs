using System.Collections.Immutable;

namespace Orrery.Import;

/// <summary>A way into a document: <c>contact.teams[*].name</c>, <c>milestone.*</c> (each entry of a map), <c>.</c> (the document). A dot in a name is written <c>\.</c>.</summary>
/// <param name="Steps">Empty for the place itself.</param>
internal sealed record NodePath(ImmutableArray<PathStep> Steps)
{
    /// <summary>Whether it can lead to many places.</summary>
    public bool Explodes { get; } = Steps.Any(s => s is not PathStep.Name);

    /// <summary>As it is written.</summary>
    public string Text { get; } = Steps.IsEmpty ? "." : string.Concat(Steps.Select(s => s.ToString())).TrimStart('.');

    /// <summary>The one place it leads to, for a path that cannot lead to many; null when nothing is there.</summary>
    public Place? One(Place start)
    {
        Node? node = start.Node;
        foreach (var step in Steps)
        {
            node = (node as Node.Map)?.Find(((PathStep.Name)step).Key);
            if (node is null)
                return null;
        }

        return Steps.IsEmpty ? start : new(node, null);
    }

    public static NodePath? TryParse(string text)
    {
        if (text is ".")
            return new([]);
        var steps = ImmutableArray.CreateBuilder<PathStep>();
        foreach (var part in Parts(text))
        {
            var name = part;
            var lists = 0;
            for (; name.EndsWith("[*]", StringComparison.Ordinal); name = name[..^3])
                lists++;
            if (name is "*")
                steps.Add(new PathStep.Entries());
            else if (name.Length > 0)
                steps.Add(new PathStep.Name(name));
            else if (lists == 0 || steps.Count > 0)
                return null;
            steps.AddRange(Enumerable.Repeat<PathStep>(new PathStep.Items(), lists));
        }

        return new(steps.DrainToImmutable());
    }

    /// <summary>The places it leads to, in the order of the document.</summary>
    public IEnumerable<Place> From(Place start)
    {
        IEnumerable<Place> places = [start];
        foreach (var step in Steps)
            places = places.SelectMany(step.From);
        return places;
    }

    public override string ToString() => Text;

    private static IEnumerable<string> Parts(string text) =>
        text.Replace(@"\.", "\0", StringComparison.Ordinal).Split('.').Select(part => part.Replace('\0', '.'));
}

/// <summary>One step of a <see cref="NodePath"/>.</summary>
internal abstract record PathStep
{
    private PathStep() { }

    public abstract IEnumerable<Place> From(Place place);

    /// <summary>Into the value of a name.</summary>
    public sealed record Name(string Key) : PathStep
    {
        public override IEnumerable<Place> From(Place place) =>
            (place.Node as Node.Map)?.Find(Key) is { } node ? [new(node, null)] : [];

        public override string ToString() => $".{Key}";
    }

    /// <summary>To each item of a list.</summary>
    public sealed record Items : PathStep
    {
        public override IEnumerable<Place> From(Place place) =>
            place.Node is Node.List list ? list.Items.Select(item => new Place(item, null)) : [];

        public override string ToString() => "[*]";
    }

    /// <summary>To each value of a map, whose name is then known as <c>@key</c>.</summary>
    public sealed record Entries : PathStep
    {
        public override IEnumerable<Place> From(Place place) =>
            place.Node is Node.Map map ? map.Entries.Select(entry => new Place(entry.Value, entry.Key)) : [];

        public override string ToString() => ".*";
    }
}

/// <summary>A node that a path led to, and the name it has in a map that was walked entry by entry.</summary>
internal readonly record struct Place(Node Node, string? Key);
